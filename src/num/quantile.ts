/**
 * Quantile of values by linear interpolation between the two nearest (the definition of NumPy and of R's type 7).
 *
 * NaN is missing and left out; NaN without any value. Cost: one sort.
 *
 * @param p 0 = the least, 0.5 = the median, 1 = the greatest
 * @throws RangeError when p is no probability
 *
 * @example
 * import { quantile } from "lockstep/num";
 * quantile([1, NaN, 4, 2], 0.5); // => 2
 * quantile([1, 2], 0.25); // => 1.25
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}`);
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const here = sorted[low]!;
  // From minus infinity nothing can be interpolated.
  return at > low && Number.isFinite(here) ? here + (at - low) * (sorted[low + 1]! - here) : here;
}
