import { togetherSections } from "../../note/index.ts";
import { togetherPartOf } from "../../study/index.ts";
import type { Effects } from "../effects.ts";
import { type PartOptions, partCommand } from "./partCommand.ts";

/** Whether leader and laggard are in lockstep: highs, lows, phases, returns, and who is out of step. */
export function togetherCommand(group: string | undefined, options: PartOptions, effects: Effects): Promise<void> {
  return partCommand({ about: "lockstep", record: togetherPartOf, sections: togetherSections }, group, options, effects);
}
