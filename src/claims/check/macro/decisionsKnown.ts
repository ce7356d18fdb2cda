import type { Day, Reading } from "../../../market/index.ts";
import { FOMC_BEGINS, FOMC_SOURCES, type Meeting } from "../../../rates/index.ts";
// Files, not rooms: the one place that says which decisions were known on a day.
import { isOver } from "../../../rates/meetings.ts";
import { policyKnown } from "../../../study/macro/policyOf.ts";
import type { Row } from "../../verdict.ts";
import type { World } from "../world.ts";

/** What the Federal Reserve had decided by a day, and when it would meet again. */
export interface Decisions {
  asOf: Day;
  /** Meetings that are over and votes that moved the range, ascending; a change of null is not held. */
  made: readonly Meeting[];
  ahead: readonly Meeting[]; // scheduled meetings to come, ascending
  beginOn: Day; // "2015-01-28"; the first that the table has
  range: readonly Reading[]; // the target range as it is read where the table lacks a decision
}

/** The decisions of the Federal Reserve that were known on a day. */
export function decisionsKnown({ macro }: Pick<World, "macro">, asOf: Day): Decisions {
  const { meetings } = policyKnown(macro, asOf);
  return {
    asOf,
    // A vote on something else leaves the rate alone and is no decision to hold it.
    made: meetings.filter((one) => isOver(one) && (one.kind === "scheduled" || one.changeBp !== 0)),
    ahead: meetings.filter(({ status }) => status === "upcoming"),
    beginOn: meetings[0]?.day ?? FOMC_BEGINS.cutOn,
    range: [macro.readings.DFEDTARL, macro.readings.DFEDTARU].flatMap((one) => one ?? []),
  };
}

/** Where decisions were taken from. */
export function decisionSources(made: readonly Meeting[], { range }: Pick<Decisions, "range">): string[] {
  const from = made.flatMap(({ decidedBy }) => (decidedBy === "targetRange" ? range.map(({ source }) => source) : [FOMC_SOURCES[0]]));
  return [...new Set(from)];
}

/** The rows of decisions. */
export function decisionRows(made: readonly Meeting[], decisions: Pick<Decisions, "range">): Row[] {
  return made.flatMap((one) =>
    one.changeBp === null
      ? []
      : [{ market: "FOMC", on: one.day, field: "changeBp", value: one.changeBp, unit: "bp", source: decisionSources([one], decisions).join(", ") }],
  );
}
