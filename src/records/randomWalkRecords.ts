import { logChoose } from "../num/logChoose.ts";

/**
 * How many records a random walk sets in `steps` steps from its start, whatever the law of its steps, if that is symmetric and
 * continuous (Majumdar and Ziff 2008, Physical Review Letters 101, 050601; https://arxiv.org/abs/0806.0057).
 *
 * The start counts as the first record. Real markets drift and their volatility clusters: a yardstick, not a model.
 *
 * @param steps a whole number of at least 0: one less than the number of values
 * @returns `mean` (2n + 1) C(2n, n) / 4^n, `variance` 2n + 2 - mean - mean^2, and `rate`, the probability C(2n, n) / 4^n that the
 * last value is a record
 * @throws RangeError when steps is not a whole number of at least 0
 *
 * @example
 * import { randomWalkRecords } from "lockstep/records";
 * randomWalkRecords(2); // => { mean: 1.875, variance: 0.609375, rate: 0.375 }
 */
export function randomWalkRecords(steps: number): { mean: number; variance: number; rate: number } {
  if (!Number.isInteger(steps) || steps < 0) throw new RangeError(`invalid steps: ${steps}`);
  let rate = 1;
  for (let k = 1; k <= steps; k++) rate *= (2 * k - 1) / (2 * k);
  const mean = (2 * steps + 1) * rate;
  return { mean, variance: 2 * steps + 2 - mean - mean * mean, rate };
}

/**
 * Probability that a random walk sets exactly `count` records in `steps` steps: C(2n - m + 1, n) 2^(m - 2n - 1), the start counted.
 *
 * @throws RangeError when steps is not a whole number of at least 0
 *
 * @example
 * import { randomWalkRecordProbability } from "lockstep/records";
 * [1, 2].map((count) => randomWalkRecordProbability(1, count).toFixed(12)); // => ["0.500000000000", "0.500000000000"]
 */
export function randomWalkRecordProbability(steps: number, count: number): number {
  if (!Number.isInteger(steps) || steps < 0) throw new RangeError(`invalid steps: ${steps}`);
  if (!Number.isInteger(count) || count < 1 || count > steps + 1) return 0;
  return Math.exp(logChoose(2 * steps - count + 1, steps) + (count - 2 * steps - 1) * Math.LN2);
}
