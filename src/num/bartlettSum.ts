/** The sum of squares of some scores and of their products up to `lags` apart, with falling (Bartlett) weights: n times their long-run variance. */
export function bartlettSum(scores: ArrayLike<number>, lags: number): number {
  const n = scores.length;
  let sum = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let products = 0;
    for (let k = lag; k < n; k++) products += scores[k]! * scores[k - lag]!;
    sum += (lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * products;
  }
  // The weights keep the sum from falling below zero but for rounding.
  return Math.max(0, sum);
}

/** How many lags are allowed for by default: floor(4 (n / 100)^(2/9)), at most n - 1 (Newey and West 1994, Review of Economic Studies 61:631-653). */
export function bartlettLags(n: number): number {
  return Math.max(0, Math.min(Math.floor(4 * (n / 100) ** (2 / 9)), n - 1));
}
