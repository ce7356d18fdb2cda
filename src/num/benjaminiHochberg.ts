/**
 * p-values adjusted by Benjamini and Hochberg: rejecting those at most q keeps the expected share of false rejections at q.
 *
 * Holds for independent and for positively dependent p-values. The order of the input is kept. Source: Benjamini and Hochberg 1995,
 * Journal of the Royal Statistical Society B 57, 289–300.
 *
 * @param pValues each in 0..1
 * @throws RangeError when one is no number in 0..1
 *
 * @example
 * import { benjaminiHochberg } from "lockstep/num";
 * benjaminiHochberg([0.01, 0.04, 0.03, 0.5]); // => [0.04, 0.05333333333333334, 0.05333333333333334, 0.5]
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): number[] {
  const values = Array.from(pValues);
  for (const p of values) if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid pValue: ${p}`);
  const downwards = values.map((_, k) => k).sort((a, b) => values[b]! - values[a]!);
  const adjusted = values.slice();
  let least = 1;
  for (const [k, at] of downwards.entries()) {
    least = Math.min(least, (values[at]! * values.length) / (values.length - k));
    adjusted[at] = least;
  }
  return adjusted;
}
