type Pair = readonly [number, number];

export function naivePearson(pairs: readonly Pair[]): number {
  const mean = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [x, y] = [mean((pair) => pair[0]), mean((pair) => pair[1])];
  const covariance = mean((pair) => (pair[0] - x) * (pair[1] - y));
  return covariance / Math.sqrt(mean((pair) => (pair[0] - x) ** 2)) / Math.sqrt(mean((pair) => (pair[1] - y) ** 2));
}

/** One more than the values below, and half of the others equal to it. */
export function naiveRanks(values: readonly number[]): number[] {
  return values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2);
}

export function naiveSpearman(pairs: readonly Pair[]): number {
  const [x, y] = [naiveRanks(pairs.map((pair) => pair[0])), naiveRanks(pairs.map((pair) => pair[1]))];
  return naivePearson(x.map((rank, i) => [rank, y[i]!]));
}

export function heldPairs(a: readonly number[], b: readonly number[]): Pair[] {
  return a.map((value, i): Pair => [value, b[i]!]).filter((pair) => !pair.some(Number.isNaN));
}

/** At each position the coefficient of the last shared pairs up to it. */
export function naiveRolling(a: readonly number[], b: readonly number[], window: number, of: (pairs: readonly Pair[]) => number): number[] {
  return a.map((value, i) => {
    const sofar = heldPairs(a.slice(0, i + 1), b.slice(0, i + 1));
    return Number.isNaN(value) || Number.isNaN(b[i]) || sofar.length < window ? Number.NaN : of(sofar.slice(sofar.length - window));
  });
}

/** The correlation at every lag; and at every shift the greatest strength over the lags: a sum of products over the root of their squares. */
export function naiveLeadLag(a: readonly number[], b: readonly number[], maxLag: number): { rho: number[]; strength: number[]; largest: number[] } {
  const held = heldPairs(a, b);
  const n = held.length;
  const moved = (by: number): Pair[] => held.map((pair, t): Pair => [pair[0], held[(((t + by) % n) + n) % n]![1]]);
  const mean = (side: 0 | 1) => held.reduce((sum, pair) => sum + pair[side], 0) / n;
  const strength = (by: number): number => {
    const products = moved(by).map(([x, y]) => (x - mean(0)) * (y - mean(1)));
    const squares = products.reduce((sum, one) => sum + one ** 2, 0);
    return squares > 0 ? Math.abs(products.reduce((sum, one) => sum + one, 0)) / Math.sqrt(squares) : 0;
  };
  const lags = Array.from({ length: 2 * maxLag + 1 }, (_, k) => k - maxLag);
  return {
    rho: lags.map((lag) => naivePearson(moved(lag))),
    strength: lags.map(strength),
    largest: held.map((_, s) => Math.max(...lags.map((lag) => strength(s + lag)))),
  };
}
