/**
 * Log returns of levels: the logarithm of each value over the value before it.
 *
 * The first is NaN. Where a value is missing, so are its own return and the next one's: a return over a gap is not that of a session.
 *
 * @param levels positive, in order of time; NaN = none
 * @returns as long as `levels`
 *
 * @example
 * import { logReturns } from "lockstep/num";
 * logReturns([1, Math.E, NaN, 1, 1]); // => Float64Array.of(NaN, 1, NaN, NaN, 0)
 */
export function logReturns(levels: ArrayLike<number>): Float64Array {
  const returns = new Float64Array(levels.length).fill(Number.NaN);
  for (let i = 1; i < levels.length; i++) returns[i] = Math.log(levels[i]! / levels[i - 1]!);
  return returns;
}
