/** Sessions over which the usual step of a market is taken: a quarter, as volatility clusters over weeks. */
export const STEPS = 63;

/** Steps held before a market's own are believed. */
export const ENOUGH = 21;

/** The usual step, as a logarithm, of a market of which too little is known: that of a wild one, so that a new listing is not accused of its nature. */
const UNKNOWN = 0.05;

/** The least usual step: below it closes of a market that is all but fixed differ by rounding. */
const LEAST = 0.0005;

/**
 * How many usual steps make a far one. Of 50,000 closes of eight exchange-traded funds 146 are farther, all of them real: being far is a
 * reason to look at what follows, and by itself to wait for the next session, not more.
 */
export const FAR = 6;

/** The usual step of a market: the mean absolute one, between bounds. */
export function usualStep(mean: number, count: number): number {
  if (count >= ENOUGH) return Math.max(mean, LEAST);
  return count === 0 ? UNKNOWN : Math.max(mean, UNKNOWN);
}
