/**
 * Drawdown at each position: the value over the highest peak so far, minus one.
 *
 * Unit: decimal, never above zero where no value exceeds its own peak (-0.258 is 25.8 % below). NaN stays NaN, and a missing peak
 * does not move the maximum. Looks back only: the value at `t` is unchanged when everything after `t` is removed. Cost: one pass.
 *
 * @param values positive levels in order of time; NaN = none
 * @param peaks what the maximum is taken of, as long as `values`; default the values themselves (a close can be held against
 * the highest intraday price)
 * @returns as long as `values`; NaN before the first peak
 * @throws RangeError when the lengths differ
 *
 * @example
 * import { drawdowns } from "lockstep/num";
 * drawdowns([100, 90, NaN, 75, 120]); // => Float64Array.of(0, 90 / 100 - 1, NaN, -0.25, 0)
 * drawdowns([100, 90], [125, 110]); // => Float64Array.of(100 / 125 - 1, 90 / 125 - 1)
 */
export function drawdowns(values: ArrayLike<number>, peaks: ArrayLike<number> = values): Float64Array {
  if (peaks.length !== values.length) throw new RangeError(`invalid peaks: ${peaks.length} for ${values.length} values`);
  const below = new Float64Array(values.length);
  let highest = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    const peak = peaks[i]!;
    if (peak > highest || Number.isNaN(highest)) highest = peak;
    below[i] = values[i]! / highest - 1;
  }
  return below;
}
