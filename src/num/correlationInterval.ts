import { bartlettLags, bartlettSum } from "./bartlettSum.ts";
import { pearson } from "./correlation.ts";
import { type Interval, requireLevel } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

/**
 * Interval of a Pearson correlation that holds under changing volatility, fat tails and serial dependence.
 *
 * Each pair moves the correlation by its influence, x y - r (x^2 + y^2) / 2 in standardised values; the variance of their mean is summed over lags with falling
 * (Bartlett) weights. The interval is taken on the scale of Fisher's z, so that it stays within -1..1. For independent normal pairs it is Fisher's own
 * with n in place of n - 3; for returns, whose large moves come together, it is wider. Pairs of which one side is NaN are left out.
 * Both bounds are NaN where the correlation is, and where it is -1 or 1.
 *
 * Source: Devlin, Gnanadesikan and Kettenring 1975 (Biometrika 62:531-545) for the influence; Newey and West 1987 (Econometrica 55:703-708).
 *
 * @param options.lags default floor(4 (n / 100)^(2/9)); at most n - 1 are used
 * @throws RangeError when the lengths differ, the level is no probability or lags is no whole number
 *
 * @example
 * import { correlationInterval } from "lockstep/num";
 * const { lower, upper } = correlationInterval([1, 2, 3, 4, 5, 6], [1, 2, 2, 5, 4, 7], { lags: 0, level: 0.9 });
 * [lower, upper].map((value) => value.toFixed(3)); // => ["0.796", "0.972"]
 */
export function correlationInterval(a: ArrayLike<number>, b: ArrayLike<number>, { lags, level }: { lags?: number; level: number }): Interval {
  requireLevel(level);
  if (lags !== undefined && (!Number.isInteger(lags) || lags < 0)) throw new RangeError(`invalid lags: ${lags}`);
  const r = pearson(a, b);
  if (!(Math.abs(r) < 1)) return { lower: Number.NaN, upper: Number.NaN, level };
  const held = Array.from({ length: a.length }, (_, k) => k).filter((k) => !Number.isNaN(a[k]) && !Number.isNaN(b[k]));
  const x = standardised(held.map((k) => a[k]!));
  const y = standardised(held.map((k) => b[k]!));
  const influence = x.map((one, k) => one * y[k]! - (r * (one * one + y[k]! * y[k]!)) / 2);
  const n = held.length;
  const error = Math.sqrt(bartlettSum(influence, Math.min(lags ?? bartlettLags(n), n - 1))) / n;
  const reach = (normalQuantile((1 + level) / 2) * error) / (1 - r * r);
  const z = Math.atanh(r);
  return { lower: Math.tanh(z - reach), upper: Math.tanh(z + reach), level };
}

function standardised(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}
