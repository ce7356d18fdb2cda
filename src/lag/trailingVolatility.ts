/**
 * Volatility at each position: the standard deviation of the last `window` log returns, over a year. Point in time.
 *
 * Returns that are missing are left out and do not fill the window; NaN until it is full, and at a missing position.
 *
 * @param returns of a session each; NaN = none
 * @param options.window how many returns; default 252
 * @param options.sessionsPerYear 252 on an exchange, 365 around the clock
 * @returns decimal: 0.6 is 60 % a year
 * @throws RangeError when window is below 2
 *
 * @example
 * import { trailingVolatility } from "lockstep/lag";
 * trailingVolatility([0.01, -0.01, NaN, 0.01], { window: 2, sessionsPerYear: 100 }).map((value) => Math.round(value * 1000)); // => Float64Array.of(NaN, 141, NaN, 141)
 */
export function trailingVolatility(returns: ArrayLike<number>, { window = 252, sessionsPerYear }: { window?: number; sessionsPerYear: number }): Float64Array {
  if (!Number.isInteger(window) || window < 2) throw new RangeError(`invalid window: ${window}`);
  const volatility = new Float64Array(returns.length).fill(Number.NaN);
  // Sums up to each return held: those of a window are differences of two.
  const sums = [0];
  const squares = [0];
  for (let i = 0; i < returns.length; i++) {
    const one = returns[i]!;
    if (Number.isNaN(one)) continue;
    const held = sums.push(sums.at(-1)! + one) - 1;
    squares.push(squares.at(-1)! + one * one);
    if (held < window) continue;
    const sum = sums[held]! - sums[held - window]!;
    const square = squares[held]! - squares[held - window]!;
    const variance = (square - (sum * sum) / window) / (window - 1);
    // What is left by the rounding of the sums is no volatility.
    volatility[i] = variance > 1e-15 * squares[held]! ? Math.sqrt(variance * sessionsPerYear) : 0;
  }
  return volatility;
}
