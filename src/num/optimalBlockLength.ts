import { mean } from "./mean.ts";

/**
 * Mean block length of the stationary bootstrap that estimates the variance of a mean best: Politis and White's automatic choice.
 *
 * The dependence is summed up to twice the lag from which on autocorrelations are no longer distinguishable from zero. Never below 1, never above
 * three roots of n or a third of n. 1 with fewer than 10 values, and where they do not vary.
 *
 * Source: Politis and White 2004 (Econometric Reviews 23:53-70), corrected by Patton, Politis and White 2009 (28:372-375).
 *
 * @param values in order of time, no NaN
 * @throws RangeError when a value is not finite
 *
 * @example
 * import { optimalBlockLength } from "lockstep/num";
 * const swings = Array.from({ length: 200 }, (_, i) => Math.floor(i / 10) % 2);
 * optimalBlockLength(swings) > 5; // => true
 * optimalBlockLength([1, 1, 1]); // => 1
 */
export function optimalBlockLength(values: ArrayLike<number>): number {
  const n = values.length;
  for (let i = 0; i < n; i++) if (!Number.isFinite(values[i])) throw new RangeError(`invalid value: ${values[i]}`);
  if (n < LEAST) return 1;
  const centre = mean(values);
  const centred = Float64Array.from(values, (value) => value - centre);
  const quiet = Math.max(5, Math.floor(Math.log10(n)));
  const most = Math.min(Math.ceil(Math.sqrt(n)) + quiet, n - 2);
  const significant = 2 * Math.sqrt(Math.log10(n) / n);
  const covariances: number[] = [];
  let insignificant = 0;
  let from: number | undefined;
  for (let lag = 0; lag <= most; lag++) {
    const { covariance, correlation } = atLag(centred, lag);
    if (lag === 0 && covariance <= (1e-14 * centre) ** 2) return 1;
    covariances.push(covariance);
    insignificant = Math.abs(correlation) < significant ? insignificant + 1 : 0;
    if (from === undefined && insignificant === quiet) from = lag + 1 - quiet;
  }
  const bandwidth = from === undefined ? most : Math.min(2 * Math.max(from, 1), most);
  let spread = 0;
  let longRun = covariances[0]!;
  for (let lag = 1; lag <= bandwidth; lag++) {
    // The flat-top window: whole up to half the bandwidth, then falling to zero.
    const weight = Math.min(1, 2 * (1 - lag / bandwidth));
    spread += 2 * weight * lag * covariances[lag]!;
    longRun += 2 * weight * covariances[lag]!;
  }
  const best = longRun === 0 ? Number.POSITIVE_INFINITY : Math.cbrt((spread / longRun) ** 2 * n);
  return Math.max(1, Math.min(best, Math.ceil(Math.min(3 * Math.sqrt(n), n / 3))));
}

const LEAST = 10;

function atLag(centred: Float64Array, lag: number): { covariance: number; correlation: number } {
  const n = centred.length;
  let product = 0;
  let later = 0;
  let earlier = 0;
  for (let i = lag; i < n; i++) {
    product += centred[i]! * centred[i - lag]!;
    // The authors' programs leave the ends out of the scale; at a lag that matters it makes no difference.
    if (i > lag) {
      later += centred[i]! ** 2;
      earlier += centred[i - lag - 1]! ** 2;
    }
  }
  return { covariance: product / n, correlation: product / Math.sqrt(later * earlier) };
}
