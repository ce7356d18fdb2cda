import { naivePearson } from "./correlation.ts";

/** The products of all pairs of positions at most so far apart, each with its weight: the double sum as it is written in the books. */
export function naiveBartlettSum(scores: readonly number[], lags: number): number {
  let sum = 0;
  for (const [i, one] of scores.entries()) {
    for (const [j, other] of scores.entries()) sum += Math.max(0, 1 - Math.abs(i - j) / (lags + 1)) * one * other;
  }
  return sum;
}

/** How much each pair moves Fisher's z, by computing the correlation again without it; and what the interval is made from. */
export function naiveJackknife(pairs: readonly (readonly [number, number])[], lags: number): { z: number; error: number; freedom: number } {
  const n = pairs.length;
  const without = pairs.map((_, k) => Math.atanh(naivePearson(pairs.toSpliced(k, 1))));
  const mean = without.reduce((sum, one) => sum + one, 0) / n;
  const influence = without.map((one) => (n - 1) * (mean - one));
  const power = (exponent: number) => influence.reduce((sum, one) => sum + one ** exponent, 0);
  return {
    z: Math.atanh(naivePearson(pairs)),
    error: Math.sqrt(naiveBartlettSum(influence, Math.min(lags, n - 1)) / (n * (n - 1))),
    freedom: power(2) ** 2 / power(4),
  };
}
