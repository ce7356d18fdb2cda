import { mean } from "./mean.ts";

/**
 * Pearson correlation of two arrays over the positions at which both hold a value.
 *
 * NaN with fewer than three such positions or where one of the two does not vary: no answer is not zero.
 *
 * @throws RangeError when the lengths differ
 *
 * @example
 * import { pearson } from "lockstep/num";
 * pearson([1, 2, 3, NaN], [2, 4, 6, 1]).toFixed(12); // => "1.000000000000"
 * pearson([1, 2, 3], [5, 5, 5]); // => NaN
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { x, y } = together(a, b);
  return pearsonOfHeld(x, y);
}

/** Pearson correlation of two arrays of one length without missing values. */
export function pearsonOfHeld(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (n < 3) return Number.NaN;
  const meanX = mean(x);
  const meanY = mean(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // A flat leg leaves rounding behind, not variance.
  const flat = (sum: number, level: number) => sum <= n * (1e-14 * Math.abs(level)) ** 2;
  return flat(xx, meanX) || flat(yy, meanY) ? Number.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * Spearman rank correlation of two arrays over the positions at which both hold a value; equal values share their mean rank.
 *
 * NaN as `pearson`.
 *
 * @throws RangeError when the lengths differ
 *
 * @example
 * import { spearman } from "lockstep/num";
 * spearman([1, 2, 3], [1, 10, 1000]); // => 1
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { x, y } = together(a, b);
  return pearson(ranks(x), ranks(y));
}

/**
 * Ranks from 1 on; equal values share their mean rank.
 *
 * @param values no NaN
 *
 * @example
 * import { ranks } from "lockstep/num";
 * ranks([10, 30, 30]); // => Float64Array.of(1, 2.5, 2.5)
 */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const rank = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) rank[order[k]!] = (from + 1 + to) / 2;
    from = to;
  }
  return rank;
}

/** The values of two arrays at the positions at which both hold one. */
export function together(a: ArrayLike<number>, b: ArrayLike<number>): { x: number[]; y: number[] } {
  if (a.length !== b.length) throw new RangeError(`invalid lengths: ${a.length} and ${b.length}`);
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) continue;
    x.push(a[i]!);
    y.push(b[i]!);
  }
  return { x, y };
}
