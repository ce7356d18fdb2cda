import betainc from "@stdlib/math-base-special-betainc";
import { type Interval, requireLevel } from "./interval.ts";

/** The two parameters of a beta distribution; zero puts all probability on one end. */
export interface Beta {
  a: number; // 7.6
  b: number; // 4.4
}

/**
 * Cumulative probability of a beta distribution: the regularised incomplete beta function.
 *
 * @throws RangeError when a parameter is negative, or both are zero
 *
 * @example
 * import { betaCdf } from "lockstep/num";
 * betaCdf(0.5, { a: 2, b: 3 }); // => 0.6875
 */
export function betaCdf(x: number, { a, b }: Beta): number {
  if (!(a >= 0 && b >= 0 && a + b > 0)) throw new RangeError(`invalid beta: ${a}, ${b}`);
  if (x < 0) return 0;
  if (x >= 1) return 1;
  // All probability lies on the end whose parameter is not zero: on 0 when a is, on 1 when b is.
  if (a === 0) return 1;
  if (b === 0) return 0;
  return betainc(x, a, b, true, false);
}

/**
 * Quantile of a beta distribution, to the last digits that matter.
 *
 * @throws RangeError when p is no probability, or a parameter is negative
 *
 * @example
 * import { betaQuantile } from "lockstep/num";
 * betaQuantile(0.025, { a: 4, b: 1 }).toFixed(4); // => "0.3976"
 */
export function betaQuantile(p: number, beta: Beta): number {
  // Close to one the distribution function rounds to one before its end.
  if (p === 1 && beta.a > 0) return 1;
  return quantileOf((x) => betaCdf(x, beta), p);
}

/**
 * Equal-tailed interval of a beta distribution.
 *
 * @example
 * import { betaInterval } from "lockstep/num";
 * const { lower, upper } = betaInterval({ a: 8 * 0.45 + 4, b: 8 * 0.55 }, { level: 0.9 });
 * [lower.toFixed(4), upper.toFixed(4)]; // => ["0.4004", "0.8400"]
 */
export function betaInterval(beta: Beta, { level }: { level: number }): Interval {
  requireLevel(level);
  const tail = (1 - level) / 2;
  return { lower: betaQuantile(tail, beta), upper: betaQuantile(1 - tail, beta), level };
}

/**
 * The smallest x in 0..1 at which a distribution function on 0..1 reaches p.
 *
 * @param cdf ascending in x
 * @throws RangeError when p is no probability
 *
 * @example
 * import { quantileOf } from "lockstep/num";
 * quantileOf((x) => x * x, 0.25).toFixed(9); // => "0.500000000"
 */
export function quantileOf(cdf: (x: number) => number, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}`);
  if (cdf(0) >= p) return 0;
  let low = 0;
  let high = 1;
  let below = cdf(low) - p;
  let above = cdf(high) - p;
  // Ridders' method: a bracket that is at least halved at every step and mostly closes much faster.
  for (let step = 0; step < 120 && high - low > high * 2 ** -50; step++) {
    const middle = (low + high) / 2;
    const there = cdf(middle) - p;
    const bend = Math.sqrt(there * there - below * above);
    const guess = bend > 0 ? middle + ((middle - low) * -there) / bend : middle;
    const at = cdf(guess) - p;
    if (there >= 0) [high, above] = [middle, there];
    else [low, below] = [middle, there];
    if (guess > low && guess < high) {
      if (at >= 0) [high, above] = [guess, at];
      else [low, below] = [guess, at];
    }
  }
  return high;
}
