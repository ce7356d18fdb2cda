import { type Day, dayNumber } from "../market/index.ts";
import { lowerBound } from "../num/index.ts";
import type { Changes } from "./changesTogether.ts";

/**
 * The changes that end from one day to another, both included. A view, no copy.
 *
 * A change belongs to the day on which it ends: that of a decision day, from the close before it, counts among those after the decision.
 *
 * @param options.to null = to the last
 *
 * @example
 * import { changesWithin } from "lockstep/rates";
 * const three = Int32Array.of(1, 2, 3);
 * const changes = { market: "A", since: Int32Array.of(0, 1, 2), sessions: three, returns: Float64Array.of(0.1, 0.2, 0.3), changesBp: Float64Array.of(1, 2, 3), leftOut: 0 };
 * changesWithin(changes, { from: "1970-01-03", to: null }).returns; // => Float64Array.of(0.2, 0.3)
 */
export function changesWithin(changes: Changes, { from, to }: { from: Day; to: Day | null }): Changes {
  const { since, sessions, returns, changesBp } = changes;
  const first = lowerBound(sessions, dayNumber(from));
  const end = to === null ? sessions.length : Math.max(first, lowerBound(sessions, dayNumber(to) + 1));
  return {
    ...changes,
    since: since.subarray(first, end),
    sessions: sessions.subarray(first, end),
    returns: returns.subarray(first, end),
    changesBp: changesBp.subarray(first, end),
  };
}
