import type { Kernels } from "./kernels/kernels.ts";

/** The autocorrelations at the lags that come once around a circle: none, and half of it where that is a whole number (else 0). */
export type SingleLags = readonly [number, number];

/**
 * The sum over all shifts of K(s) squared, from the product of two autocorrelations over lags 0 to half the circle: every lag in between comes twice.
 */
export function sumOfSquares(product: number, a: SingleLags, b: SingleLags): number {
  return 2 * product - a[0] * b[0] - a[1] * b[1];
}

/** What {@link sumOfSquares} takes back, of a row of autocorrelations. */
export function singleLags({ buffer }: Kernels, at: number, sessions: number): SingleLags {
  const lags = new Int16Array(buffer, at, Math.floor(sessions / 2) + 1);
  return [lags[0]!, sessions > 1 && sessions % 2 === 0 ? lags[sessions / 2]! : 0];
}
