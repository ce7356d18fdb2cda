import { catchUpSections } from "../../note/index.ts";
import { lagOf } from "../../study/index.ts";
import type { Effects } from "../effects.ts";
import { type PartOptions, partCommand } from "./partCommand.ts";

/** Whether the laggard catches up: every case, base rates, tests, score, definitions. */
export function lagCommand(group: string | undefined, options: PartOptions, effects: Effects): Promise<void> {
  return partCommand({ about: "catch-up", record: lagOf, sections: catchUpSections }, group, options, effects);
}
