import type { Changes } from "./changesTogether.ts";

/**
 * The changes over which none of some days falls, so that what happened on these is in none of them. A copy.
 *
 * A change is over the days after its beginning up to its end: that of a Tuesday's close since Friday's is over Saturday too.
 *
 * @param days days since 1970, in any order
 *
 * @example
 * import { changesWithout } from "lockstep/rates";
 * const three = Int32Array.of(1, 4, 5);
 * const changes = { market: "A", since: Int32Array.of(0, 1, 4), sessions: three, returns: Float64Array.of(0.1, 0.2, 0.3), changesBp: Float64Array.of(1, 2, 3), leftOut: 0 };
 * changesWithout(changes, [3]).returns; // => Float64Array.of(0.1, 0.3)
 */
export function changesWithout(changes: Changes, days: readonly number[]): Changes {
  const { since, sessions } = changes;
  const keep = Array.from(sessions, (session, k) => !days.some((day) => day > since[k]! && day <= session));
  const part = <T extends Int32Array | Float64Array>(values: T): T => values.filter((_, k) => keep[k]) as T;
  return { ...changes, since: part(since), sessions: part(sessions), returns: part(changes.returns), changesBp: part(changes.changesBp) };
}
