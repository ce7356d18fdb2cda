import { ratesSections } from "../../note/index.ts";
import { ratesOf } from "../../study/parts.ts";
import type { Effects } from "../effects.ts";
import type { FigureOptions } from "../figureSession.ts";
import { macroCommand } from "./macroCommand.ts";

/** Policy, the path that futures imply, and how the members move with the two-year yield. */
export function ratesCommand(group: string | undefined, options: FigureOptions, effects: Effects): Promise<void> {
  return macroCommand({ about: "rates", parts: ["rates", "curve"], record: ratesOf, sections: ratesSections }, group, options, effects);
}
