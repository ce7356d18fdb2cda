import { leastSquares } from "../num/index.ts";

/** Share of the squared returns that rounding can leave. */
const ROUNDING = 1e-18;

/** The sum over markets of the log returns of a session, and how many there are. */
export interface MarketReturns {
  sums: Float64Array;
  counts: Int32Array;
}

/** The returns of a market as a whole, from the closes of its members on one axis; NaN = none. */
export function marketReturns(rows: Iterable<Float64Array>, sessions: number): MarketReturns {
  const sums = new Float64Array(sessions);
  const counts = new Int32Array(sessions);
  for (const row of rows) {
    for (let t = 1; t < sessions; t++) {
      const own = returnAt(row, t);
      if (Number.isNaN(own)) continue;
      sums[t]! += own;
      counts[t]!++;
    }
  }
  return { sums, counts };
}

/**
 * The price of a member with the market taken out: the walk of what its return leaves beside its slope times the mean return of all the others on that session.
 *
 * The slope is that of least squares over the member's whole history here, so the walk is a description of it and no forecast. It starts
 * at 1 and keeps its drift. A session whose return is not known (no close, or none the session before) has no value, and the walk goes on after it.
 *
 * @param row its closes on the axis of the market; NaN = none
 */
export function beyondMarket(row: Float64Array, { sums, counts }: MarketReturns): Float64Array {
  const own = row.map((_, t) => (t === 0 ? Number.NaN : returnAt(row, t)));
  const others = own.map((value, t) => (Number.isNaN(value) || counts[t]! < 2 ? Number.NaN : (sums[t]! - value) / (counts[t]! - 1)));
  // Where the others do not vary, or are too few, nothing of a return is theirs.
  const fitted = leastSquares(others, own).slope;
  const slope = Number.isNaN(fitted) ? 0 : fitted;
  const left = own.map((value, t) => value - slope * others[t]!);
  const walk = new Float64Array(row.length).fill(Number.NaN);
  const first = row.findIndex((close) => !Number.isNaN(close));
  if (first < 0) return walk;
  walk[first] = 1;
  // What rounding leaves of a price that the market explains whole would have highs of its own.
  const nothing = squaresOf(left) <= ROUNDING * squaresOf(own);
  let level = 0;
  for (let t = first + 1; t < row.length; t++) {
    if (Number.isNaN(left[t])) continue;
    if (!nothing) level += left[t]!;
    walk[t] = Math.exp(level);
  }
  return walk;
}

function squaresOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) if (!Number.isNaN(value)) sum += value * value;
  return sum;
}

function returnAt(row: Float64Array, t: number): number {
  return Math.log(row[t]! / row[t - 1]!);
}
