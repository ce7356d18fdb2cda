import { SLOPE_STEP } from "./slopeStep.ts";

/**
 * Slope of returns on changes of a yield over a trailing window, position by position, for ten basis points more. Point in time.
 *
 * Only positions at which both hold a value count, and the window is the last `window` of these: NaN until it is full, and at a position at which one is missing. NaN
 * also where the yield stood still. Cost: linear, whatever the window; nothing is ever taken off a sum, so that no rounding gathers.
 *
 * @param options.returns NaN = none; for small against large caps the difference of the two
 * @param options.changesBp of the yield over the same days, basis points; NaN = none
 * @param options.window how many shared changes, at least 3; 252 is a year
 * @returns as long as `returns`; decimal
 * @throws RangeError when lengths differ or the window is too short
 *
 * @example
 * import { rollingSensitivity } from "lockstep/rates";
 * rollingSensitivity({ returns: [0.5, 0.25, 0, 0.25, 0.5], changesBp: [10, 20, 30, 40, 50], window: 3 }); // => Float64Array.of(NaN, NaN, -0.25, 0, 0.25)
 */
export function rollingSensitivity({ returns, changesBp, window }: { returns: ArrayLike<number>; changesBp: ArrayLike<number>; window: number }): Float64Array {
  if (returns.length !== changesBp.length) throw new RangeError(`invalid lengths: ${returns.length} and ${changesBp.length}`);
  if (!Number.isInteger(window) || window < 3) throw new RangeError(`invalid window: ${window}`);
  const slopes = new Float64Array(returns.length).fill(Number.NaN);
  // Time in stretches of one window: every window is the end of one stretch and the beginning of the next, joined.
  let stretch: Moments[] = [];
  let ends: Moments[] = [];
  let begun = NONE;
  for (let i = 0; i < returns.length; i++) {
    const one = { n: 1, x: changesBp[i]! / SLOPE_STEP, y: returns[i]!, xx: 0, xy: 0 };
    if (Number.isNaN(one.x) || Number.isNaN(one.y)) continue;
    stretch.push(one);
    begun = joined(begun, one);
    const full = begun.n === window ? begun : ends[begun.n];
    if (full) {
      const { xx, xy } = full === begun ? begun : joined(full, begun);
      // Equal changes leave exactly zero over zero: means of equal values are joined without rounding.
      slopes[i] = xy / xx;
    }
    if (begun.n < window) continue;
    ends = stretch;
    for (let k = window - 2; k >= 0; k--) ends[k] = joined(ends[k]!, ends[k + 1]!);
    stretch = [];
    begun = NONE;
  }
  return slopes;
}

/** Count, means and centred sums of products of some pairs. */
interface Moments {
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
}

const NONE: Moments = { n: 0, x: 0, y: 0, xx: 0, xy: 0 };

/** The moments of two sets of pairs together (Chan, Golub and LeVeque 1983). */
function joined(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  const n = a.n + b.n;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const between = (a.n * b.n) / n;
  return { n, x: a.x + (dx * b.n) / n, y: a.y + (dy * b.n) / n, xx: a.xx + b.xx + dx * dx * between, xy: a.xy + b.xy + dx * dy * between };
}
