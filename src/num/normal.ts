import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/**
 * Cumulative probability of the standard normal distribution. NaN for NaN. Both tails keep their relative precision.
 *
 * @example
 * import { normalCdf } from "lockstep/num";
 * normalCdf(0); // => 0.5
 * normalCdf(-10).toExponential(6); // => "7.619853e-24"
 */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x / Math.SQRT2);
}

/**
 * Quantile of the standard normal distribution; -Infinity at 0, Infinity at 1, NaN outside.
 *
 * @example
 * import { normalQuantile } from "lockstep/num";
 * normalQuantile(0.975).toFixed(6); // => "1.959964"
 */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p);
}
