import { type Day, dayNumber } from "../market/index.ts";
import type { ShadedCase } from "./shadedCases.ts";

/**
 * The cases of which some day is shown.
 *
 * @throws RangeError when a case ends before it begins
 */
export function casesWithin(cases: readonly ShadedCase[], { from, to }: { from: Day; to: Day }): ShadedCase[] {
  for (const one of cases) {
    if (dayNumber(one.to) < dayNumber(one.from)) throw new RangeError(`invalid case: from ${one.from} to ${one.to}`);
  }
  return cases.filter((one) => one.to >= from && one.from <= to);
}
