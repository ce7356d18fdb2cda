import type { Day, Markets } from "../../market/index.ts";
import type { RuleName } from "../../rates/index.ts";
import type { Group } from "../group.ts";
import { billsOf } from "./billsOf.ts";
import { earningsOf } from "./earningsOf.ts";
import type { MacroFigures } from "./figures.ts";
import { liquidityOf } from "./liquidityOf.ts";
import { pathOf } from "./pathOf.ts";
import { policyKnown, policyOf } from "./policyOf.ts";
import type { Macro } from "./schema.ts";
import { sensitivityOf } from "./sensitivityOf.ts";

/** Where no macro figures are held. */
const NONE: MacroFigures = { readings: {}, curves: [], operations: [], forecasts: [] };

/** What the macro picture is made from. */
export interface MacroInput {
  macro?: MacroFigures | undefined;
  markets: Markets;
  group: Group;
  asOf: Day;
  /** The rule by which futures are read; default "tool". */
  rule?: RuleName | undefined;
}

/**
 * The macro picture beside a group as of a day: policy and the path that futures imply, how the members move with yields, liquidity, purchases of bills,
 * earnings. It stands beside the markets and is nowhere taken for their cause.
 *
 * Uses only what was public at the close in New York of `asOf`. What is not held is unknown, with the reason.
 *
 * @throws Problem (data) when target range and table of decisions contradict each other
 *
 * @example
 * import { embeddedMacro, openCase } from "lockstep/sources";
 * import { macroOf } from "lockstep/study";
 * const { path } = macroOf({ ...openCase(), macro: embeddedMacro().macro, asOf: "2025-12-11" });
 * path.meetings.find(({ day }) => day === "2026-12-09").cumulativeBp.value.toFixed(1); // => "-55.7"
 */
export function macroOf({ macro = NONE, markets, group, asOf, rule = "tool" }: MacroInput): Macro {
  const policy = policyKnown(macro, asOf);
  return {
    policy: policyOf(policy, macro, asOf),
    path: pathOf(macro, policy, asOf, rule),
    sensitivity: sensitivityOf(macro, policy.meetings, { markets, group, asOf }),
    liquidity: liquidityOf(macro, asOf),
    bills: billsOf(macro, asOf),
    earnings: earningsOf(macro, asOf),
  };
}
