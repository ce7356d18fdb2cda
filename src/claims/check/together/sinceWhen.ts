import { type Day, dayNumber } from "../../../market/index.ts";
import type { ClaimOf } from "../../claim.ts";
import type { QuantityUnit } from "../../mention.ts";
import type { Judged } from "../../verdict.ts";
import { inDays } from "../figures/inDays.ts";
import { endNamed } from "../figures/nearPeriod.ts";
import { fits } from "../verdict/fits.ts";

// Mean lengths of the Gregorian calendar.
const DAYS_IN: Readonly<Partial<Record<QuantityUnit, number>>> = { years: 365.2425, months: 365.2425 / 12, weeks: 7, days: 1 };

/** When something happened before, and since when it happens now. */
export interface Before {
  before: Day | null; // "2021-01-22"; null where it did not happen in the history held
  begun: Day; // "2010-08-18"; first day of that history
  now: Day; // "2025-12-04"
}

/** Years from one day to another. */
export function yearsBetween(from: Day, to: Day): number {
  return (dayNumber(to) - dayNumber(from)) / DAYS_IN.years!;
}

/**
 * Whether something is the first since the time that a statement says: in five years, since 2021, ever.
 *
 * "In five years" holds when at least so much time has passed, to rounding; "since 2021" when it was in 2021 that it last happened. Without either it is
 * said of all time. A history that does not reach back so far settles nothing.
 */
export function sinceWhen({ inYears, since }: Pick<ClaimOf<"firstSince">, "inYears" | "since">, { before, begun, now }: Before): Judged["verdict"] {
  if (inYears !== null) {
    const length = DAYS_IN[inYears.unit];
    if (length === undefined) return "not-checkable";
    const passed = (dayNumber(now) - dayNumber(before ?? begun)) / length;
    // More time than is said is no less the first; only "less than" says how much at most.
    const verdict = fits(inYears, inYears.bound === "below" ? passed : Math.min(passed, inYears.upper ?? inYears.value));
    return before === null && verdict !== "supported" ? "not-checkable" : verdict;
  }
  if (since !== null) {
    if (before === null) return begun < since.first ? "contradicted" : "not-checkable";
    return inDays([dayNumber(before)], { ...since, last: since.relation === "since" ? endNamed(since) : since.last, relation: "in" }).verdict;
  }
  return before === null ? "supported" : "contradicted";
}
