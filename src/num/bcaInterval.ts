import { mean } from "./correlation.ts";
import { type Interval, requireLevel } from "./interval.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { quantile } from "./quantile.ts";

/** A source of chance: each call gives the next number in 0 <= u < 1. */
export type Uniform = () => number;

/**
 * Bias-corrected and accelerated bootstrap interval of the mean of values that are independent of each other.
 *
 * NaN bounds with fewer than two distinct values. With fewer than about ten values it covers less than its level. Source: Efron 1987.
 *
 * @param options.reps how many resamples
 * @param options.uniform chance, seeded by the caller
 * @throws RangeError when level or reps is out of range, or a value is not finite
 *
 * @example
 * import { bcaInterval, seeded } from "lockstep/num";
 * const { lower, upper } = bcaInterval([1, 2, 3, 4, 5], { level: 0.9, reps: 999, uniform: seeded(1) });
 * lower > 1 && lower < 3 && upper > 3 && upper < 5; // => true
 */
export function bcaInterval(values: readonly number[], { level, reps, uniform }: { level: number; reps: number; uniform: Uniform }): Interval {
  requireLevel(level);
  if (!Number.isInteger(reps) || reps < 1) throw new RangeError(`invalid reps: ${reps}`);
  const n = values.length;
  if (values.some((value) => !Number.isFinite(value))) throw new RangeError("invalid values: expected finite numbers");
  if (new Set(values).size < 2) return { lower: Number.NaN, upper: Number.NaN, level };
  const estimate = mean(values);
  const resampled = new Float64Array(reps);
  for (let rep = 0; rep < reps; rep++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += values[Math.floor(uniform() * n)]!;
    resampled[rep] = sum / n;
  }
  const less = resampled.reduce((count, one) => count + (one < estimate ? 1 : one === estimate ? 0.5 : 0), 0);
  const bias = normalQuantile((less + 0.5) / (reps + 1));
  // Jackknife: leaving value k out moves the mean by a share of its distance from it.
  const distances = values.map((value) => (value - estimate) / (n - 1));
  const squares = distances.reduce((sum, one) => sum + one ** 2, 0);
  const acceleration = distances.reduce((sum, one) => sum + one ** 3, 0) / (6 * squares ** 1.5);
  const bound = (p: number): number => {
    const z = bias + normalQuantile(p);
    return quantile(resampled, normalCdf(bias + z / (1 - acceleration * z)));
  };
  const tail = (1 - level) / 2;
  return { lower: bound(tail), upper: bound(1 - tail), level };
}
