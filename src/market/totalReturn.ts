/**
 * Total return as an index, 100 at the first close: each dividend is put back at the close of its ex-date. Point in time.
 *
 * A new dividend moves no earlier value, unlike an "adjusted close", which moves all of them backwards.
 *
 * @param close closes adjusted for splits; NaN = none
 * @param dividend what went ex in the session, adjusted for the same splits; NaN or 0 = nothing. A dividend on a session without a close counts at the next one
 * @returns as long as `close`; NaN where it is
 * @throws RangeError when the lengths differ
 *
 * @example
 * import { totalReturn } from "lockstep/market";
 * totalReturn([50, 49, 51], [NaN, 1, NaN]).map(Math.round); // => Float64Array.of(100, 100, 104)
 */
export function totalReturn(close: ArrayLike<number>, dividend: ArrayLike<number>): Float64Array {
  if (close.length !== dividend.length) throw new RangeError(`invalid dividend: ${dividend.length} values for ${close.length} closes`);
  const index = new Float64Array(close.length).fill(Number.NaN);
  let level = Number.NaN;
  let before = Number.NaN;
  let paid = 0;
  for (let i = 0; i < close.length; i++) {
    if (!Number.isNaN(before) && !Number.isNaN(dividend[i])) paid += dividend[i]!;
    if (Number.isNaN(close[i])) continue;
    level = Number.isNaN(before) ? 100 : level * ((close[i]! + paid) / before);
    index[i] = level;
    before = close[i]!;
    paid = 0;
  }
  return index;
}
