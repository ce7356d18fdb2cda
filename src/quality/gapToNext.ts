/** Sessions over which the usual gap is taken. */
export const GAPS = 63;

/** Gaps held before a market's own are believed. */
const ENOUGH = 21;

/** The least gap that speaks against a close, as a share of it. */
const LEAST = 0.01;

/** How many usual (median) gaps. */
const USUAL = 10;

/**
 * Whether the next open of a market around the clock is too far from a close: the one trade follows the other within moments.
 *
 * More than 1 % and more than ten usual gaps, the median of the last 63. In twelve years of bitcoin from one source that is twelve closes;
 * another venue shows ten of them wrong, by 0.7 to 4.9 %. Of the other two it is the next open that is wrong, which this check cannot
 * tell; a second source that bears the close out clears it.
 */
export function farGap(gap: number, usual: number, count: number): boolean {
  return count >= ENOUGH && Math.abs(gap) > LEAST && Math.abs(gap) > USUAL * usual;
}
