import { mean } from "./mean.ts";

/** The straight line y = intercept + slope x that leaves the least squares. */
export interface LeastSquares {
  n: number; // 251; pairs that both hold a value
  slope: number; // -0.00031; units of y for one of x
  intercept: number; // 0.0004; units of y
  residuals: Float64Array; // y less the line, as long as x; NaN where a pair is missing
}

/**
 * Least-squares regression of y on x with an intercept: slope, intercept and residuals.
 *
 * Pairs of which one side is NaN are left out. Everything is NaN with fewer than three pairs, or where x does not vary.
 *
 * @returns slope in units of y for one unit of x; residuals as long as x
 * @throws RangeError when the lengths differ
 *
 * @example
 * import { leastSquares } from "lockstep/num";
 * const { n, slope, intercept } = leastSquares([1, 2, 3, NaN], [3, 5, 7, 1]);
 * [n, slope, intercept]; // => [3, 2, 1]
 * leastSquares([5, 5, 5], [1, 2, 3]).slope; // => NaN
 */
export function leastSquares(x: ArrayLike<number>, y: ArrayLike<number>): LeastSquares {
  const line = fittedLine(x, y);
  const residuals = new Float64Array(x.length).fill(Number.NaN);
  for (const [k, at] of line.held.entries()) residuals[at] = line.residuals[k]!;
  return { n: line.n, slope: line.slope, intercept: line.intercept, residuals };
}

/** A line with what its standard errors are made of: the pairs held, x from its mean, residuals. */
export interface FittedLine {
  n: number;
  slope: number;
  intercept: number;
  held: number[]; // positions of the pairs held
  dx: Float64Array; // x less its mean, of the pairs held
  xx: number; // sum of squares of dx
  residuals: Float64Array; // of the pairs held
}

/** The line through the pairs that both hold a value, with its parts. */
export function fittedLine(x: ArrayLike<number>, y: ArrayLike<number>): FittedLine {
  if (x.length !== y.length) throw new RangeError(`invalid lengths: ${x.length} and ${y.length}`);
  const held = Array.from({ length: x.length }, (_, i) => i).filter((i) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]));
  const n = held.length;
  const own = Float64Array.from(held, (i) => x[i]!);
  const other = Float64Array.from(held, (i) => y[i]!);
  const [meanX, meanY] = [mean(own), mean(other)];
  const dx = own.map((value) => value - meanX);
  let xx = 0;
  let xy = 0;
  for (let k = 0; k < n; k++) {
    xx += dx[k]! * dx[k]!;
    xy += dx[k]! * (other[k]! - meanY);
  }
  // An x that does not vary leaves rounding behind, not variance.
  const flat = n < 3 || xx <= n * (1e-14 * Math.abs(meanX)) ** 2;
  const slope = flat ? Number.NaN : xy / xx;
  return { n, slope, intercept: meanY - slope * meanX, held, dx, xx, residuals: other.map((value, k) => value - meanY - slope * dx[k]!) };
}
