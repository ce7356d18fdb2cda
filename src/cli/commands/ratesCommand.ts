import { ratesSections } from "../../note/index.ts";
import { RULES, type RuleName } from "../../rates/index.ts";
import { ratesOf } from "../../study/parts.ts";
import type { Effects } from "../effects.ts";
import type { FigureOptions } from "../figureSession.ts";
import { wordAsked } from "../wordAsked.ts";
import { macroCommand } from "./macroCommand.ts";

export interface RatesOptions extends FigureOptions {
  rule: string;
}

/** Policy, the path that futures imply, and how the members move with the two-year yield. */
export function ratesCommand(group: string | undefined, { rule, ...options }: RatesOptions, effects: Effects): Promise<void> {
  const named = wordAsked(rule, Object.keys(RULES) as RuleName[], "--rule");
  return macroCommand({ about: "rates", parts: ["rates", "curve"], record: ratesOf, sections: ratesSections, rule: named }, group, options, effects);
}
