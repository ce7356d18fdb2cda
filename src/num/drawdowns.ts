/**
 * Drawdown at each position: the value over the highest value so far, minus one; zero at the running maximum.
 *
 * Unit: decimal, never above zero (-0.258 is 25.8 % below). NaN stays NaN and does not move the running maximum.
 * Looks back only: the value at `t` is unchanged when everything after `t` is removed. Cost: one pass.
 *
 * @param values positive levels in order of time; NaN = none
 * @returns as long as `values`
 *
 * @example
 * import { drawdowns } from "lockstep/num";
 * drawdowns([100, 90, NaN, 75, 120]); // => Float64Array.of(0, 90 / 100 - 1, NaN, -0.25, 0)
 */
export function drawdowns(values: ArrayLike<number>): Float64Array {
  const below = new Float64Array(values.length);
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > highest) highest = value;
    below[i] = value / highest - 1;
  }
  return below;
}
