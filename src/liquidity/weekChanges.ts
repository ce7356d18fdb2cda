import { lowerBound } from "../num/lowerBound.ts";

const DAYS = 7;

/**
 * Change of each value against that of so many weeks before, to the day; as long as the values, in their unit.
 *
 * NaN where either value is missing: a week that is not held is not replaced by a neighbour, so the first weeks have no change. Cost: n log n.
 *
 * @param sessions ascending days since 1970-01-01
 * @param values one for each session; NaN = none
 * @param weeks 4, 13 or 52, or any whole number from 1
 * @throws RangeError when weeks is no whole number from 1, or the lengths differ
 *
 * @example
 * import { weekChanges } from "lockstep/liquidity";
 * weekChanges({ sessions: [20425, 20432, 20439], values: [10, 12, 11] }, 1); // => Float64Array.of(NaN, 2, -1)
 */
export function weekChanges({ sessions, values }: { sessions: ArrayLike<number>; values: ArrayLike<number> }, weeks: number): Float64Array {
  if (!Number.isInteger(weeks) || weeks < 1) throw new RangeError(`invalid weeks: ${weeks}`);
  if (sessions.length !== values.length) throw new RangeError(`invalid lengths: ${sessions.length} and ${values.length}`);
  return Float64Array.from(values, (value, i) => {
    const day = sessions[i]! - DAYS * weeks;
    const before = lowerBound(sessions, day);
    return sessions[before] === day ? value - values[before]! : Number.NaN;
  });
}
