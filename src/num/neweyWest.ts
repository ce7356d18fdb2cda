import { bartlettLags, bartlettSum } from "./bartlettSum.ts";
import { type Interval, requireLevel } from "./interval.ts";
import { fittedLine } from "./leastSquares.ts";
import { studentQuantile } from "./studentQuantile.ts";

/** A slope with a standard error that holds under changing volatility and serial dependence. */
export interface NeweyWest extends Interval {
  n: number; // 251; pairs that both hold a value
  slope: number; // -0.00031; units of y for one of x
  standardError: number; // 0.00012; as the method gives it, before the correction that the interval applies
  lags: number; // 4; pairs over which dependence is allowed for
}

/**
 * Slope of the least-squares regression of y on x with the Newey-West (HAC) standard error and an interval.
 *
 * The covariance of the scores is summed over `lags` with falling (Bartlett) weights. The standard error is the raw one, that of R's
 * sandwich without prewhitening and adjustment. The interval takes it times the root of n / (n - 2), and Student's t with n - 2 degrees of
 * freedom: of 60 simulated pairs that misses in 7 to 9 of 100 cases at a level of 95 %, the raw one with the normal in 9 to 10; of 500 and more
 * in 4 to 7, whichever it is (docs/calibration.md). Pairs of which one side is NaN are left out, and those around them count
 * as neighbours. NaN with fewer than three pairs, or where x does not vary.
 *
 * Source: Newey and West 1987 (Econometrica 55:703-708); lags by default floor(4 (n / 100)^(2/9)), 1994 (Review of Economic Studies 61:631-653).
 *
 * @param options.lags how many; at most n - 1 are used
 * @param options.level of the interval
 * @throws RangeError when the lengths differ, the level is no probability or lags is no whole number
 *
 * @example
 * import { neweyWest } from "lockstep/num";
 * const { slope, standardError } = neweyWest([1, 2, 3, 4, 5, 6], [1, 2, 2, 5, 4, 7], { lags: 1, level: 0.95 });
 * [slope, standardError].map((value) => value.toFixed(4)); // => ["1.1143", "0.1087"]
 */
export function neweyWest(x: ArrayLike<number>, y: ArrayLike<number>, { lags, level }: { lags?: number; level: number }): NeweyWest {
  requireLevel(level);
  if (lags !== undefined && (!Number.isInteger(lags) || lags < 0)) throw new RangeError(`invalid lags: ${lags}`);
  const { n, slope, dx, xx, residuals } = fittedLine(x, y);
  const used = Math.max(0, Math.min(lags ?? bartlettLags(n), n - 1));
  const scores = dx.map((value, k) => value * residuals[k]!);
  const standardError = Math.sqrt(bartlettSum(scores, used)) / xx;
  if (Number.isNaN(slope)) return { n, slope, standardError: Number.NaN, lags: used, lower: Number.NaN, upper: Number.NaN, level };
  const reach = studentQuantile((1 + level) / 2, { freedom: n - 2 }) * standardError * Math.sqrt(n / (n - 2));
  return { n, slope, standardError, lags: used, lower: slope - reach, upper: slope + reach, level };
}
