type Chance = () => number;

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The slope by its textbook formula, of pairs that all hold a value; NaN where x takes one value only. */
export function naiveSlope(x: readonly number[], y: readonly number[]): number {
  if (x.length < 3 || new Set(x).size < 2) return Number.NaN;
  const [meanX, meanY] = [average(x), average(y)];
  const of = (a: readonly number[], meanA: number, b: readonly number[], meanB: number) =>
    a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0);
  return of(x, meanX, y, meanY) / of(x, meanX, x, meanX);
}

/** The sandwich (X'X)^-1 S (X'X)^-1 with all four of its entries, every pair of rows by itself; the root of the slope's entry. */
export function naiveNeweyWest(x: readonly number[], y: readonly number[], lags: number): number {
  const n = x.length;
  const slope = naiveSlope(x, y);
  const intercept = average(y) - slope * average(x);
  const score = (i: number) => [1, x[i]!].map((column) => column * (y[i]! - intercept - slope * x[i]!));
  const middle = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const weight = 1 - Math.abs(i - j) / (lags + 1);
      if (weight > 0) for (const p of [0, 1]) for (const q of [0, 1]) middle[p]![q]! += weight * score(i)[p]! * score(j)[q]!;
    }
  const [sumX, sumXX] = [x.reduce((sum, one) => sum + one, 0), x.reduce((sum, one) => sum + one * one, 0)];
  const determinant = n * sumXX - sumX * sumX;
  // Second row of the inverse of [[n, sumX], [sumX, sumXX]].
  const row = [-sumX / determinant, n / determinant];
  let entry = 0;
  for (const p of [0, 1]) for (const q of [0, 1]) entry += row[p]! * middle[p]![q]! * row[q]!;
  return Math.sqrt(entry);
}

/** Positions of a stationary-bootstrap resample, one at a time: after each the block goes on with probability 1 - 1 / blockLength. */
export function naiveResample(n: number, blockLength: number, uniform: Chance): number[] {
  const positions: number[] = [];
  while (positions.length < n) {
    const place = uniform() * n;
    const start = Math.floor(place);
    const rest = place - start;
    // The block has ended by the m-th position with probability 1 - (1 - 1 / blockLength)^m.
    for (let m = 0; positions.length < n; m++) {
      positions.push((start + m) % n);
      if (rest < 1 - (1 - 1 / blockLength) ** (m + 1)) break;
    }
  }
  return positions;
}

/** Slopes of resamples, each laid out and regressed anew; ascending. */
export function naiveResampledSlopes(x: readonly number[], y: readonly number[], reps: number, blockLength: number, uniform: Chance): number[] {
  const slopes = Array.from({ length: reps }, () => {
    const positions = naiveResample(x.length, blockLength, uniform);
    return naiveSlope(
      positions.map((i) => x[i]!),
      positions.map((i) => y[i]!),
    );
  });
  return slopes.filter((slope) => !Number.isNaN(slope)).sort((a, b) => a - b);
}

/** The slope of the last `window` pairs that both hold a value, regressed anew at every position. */
export function naiveRollingSlope(returns: readonly number[], changes: readonly number[], window: number): number[] {
  return returns.map((_, i) => {
    if (Number.isNaN(returns[i]! + changes[i]!)) return Number.NaN;
    const held = [...returns.keys()].filter((k) => k <= i && !Number.isNaN(returns[k]! + changes[k]!)).slice(-window);
    if (held.length < window) return Number.NaN;
    return naiveSlope(
      held.map((k) => changes[k]! / 10),
      held.map((k) => returns[k]!),
    );
  });
}

/** What the policy rate last did until a day: the sign of the last move that was one. */
export function naiveDirection(moves: readonly { day: string; changeBp: number }[], day: string): "hikes" | "cuts" | "unknown" {
  const last = moves.findLast((move) => move.day <= day && move.changeBp !== 0);
  return last === undefined ? "unknown" : last.changeBp > 0 ? "hikes" : "cuts";
}

/** Every change that ends on a shared day, looked for among all earlier shared days. */
export function naiveChanges(closes: ReadonlyMap<number, number>, yields: ReadonlyMap<number, number>): [number, number, number, number][] {
  const held = (values: ReadonlyMap<number, number>, day: number) => values.has(day) && !Number.isNaN(values.get(day));
  const shared = [...closes.keys()].filter((day) => held(closes, day) && held(yields, day)).sort((a, b) => a - b);
  return shared.slice(1).map((day, k) => {
    const before = shared[k]!;
    return [before, day, Math.log(closes.get(day)!) - Math.log(closes.get(before)!), 100 * yields.get(day)! - 100 * yields.get(before)!];
  });
}
