// From the definitions, by summing and integrating: slow, and with nothing in common with closed forms.

/** Probability that a walk with drift reaches a barrier `below` above it in the logarithm within `years`: its first-passage density, integrated. */
export function naiveFirstPassage({ below, sigma, mu, years }: { below: number; sigma: number; mu: number; years: number }): number {
  // With u = below / (sigma sqrt s) in place of the time s the density is a bell, smooth from end to end.
  const bend = (mu * below) / sigma ** 2;
  const from = below / (sigma * Math.sqrt(years));
  const peak = Math.sqrt(Math.max(0, bend));
  return Math.sqrt(2 / Math.PI) * integral((u) => Math.exp(-((u - bend / u) ** 2) / 2), Math.max(from, peak - 12), Math.max(from, peak) + 12);
}

/** Simpson's rule, on halves wherever the halves say otherwise than the whole. */
function integral(of: (x: number) => number, from: number, to: number): number {
  const simpson = (a: number, b: number): number => ((b - a) / 6) * (of(a) + 4 * of((a + b) / 2) + of(b));
  const parts = Array.from({ length: 32 }, (_, k) => [from + ((to - from) * k) / 32, from + ((to - from) * (k + 1)) / 32] as const);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const slack = 1e-11 * sum(parts.map(([a, b]) => simpson(a, b)));
  const halved = (a: number, b: number, whole: number, depth: number): number => {
    const middle = (a + b) / 2;
    const [left, right] = [simpson(a, middle), simpson(middle, b)];
    if (depth > 20 || !(Math.abs(left + right - whole) > slack)) return left + right;
    return halved(a, middle, left, depth + 1) + halved(middle, b, right, depth + 1);
  };
  return sum(parts.map(([a, b]) => halved(a, b, simpson(a, b), 0)));
}

/** Share of a beta distribution below x; one of the parameters at least one. */
export function naiveBetaCdf(x: number, { a, b }: { a: number; b: number }): number {
  if (b < 1) return 1 - naiveBetaCdf(1 - x, { a: b, b: a });
  // Below one the density has no bound at zero: with t^a in place of t it has.
  const density = a < 1 ? (power: number) => (1 - power ** (1 / a)) ** (b - 1) : (t: number) => t ** (a - 1) * (1 - t) ** (b - 1);
  return integral(density, 0, a < 1 ? x ** a : x) / integral(density, 0, 1);
}

/** The shares under which so few, and so many, successes would each have had half of the probability left over. */
export function naiveClopperPearson({ successes, n, level }: { successes: number; n: number; level: number }): { lower: number; upper: number } {
  const tail = (1 - level) / 2;
  const atLeast = (p: number, k: number): number => naiveSuccesses(Array.from({ length: n }, () => p)).reduce((sum, mass, i) => (i >= k ? sum + mass : sum), 0);
  const solve = (reached: (p: number) => boolean): number => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 40; step++) {
      if (reached((low + high) / 2)) high = (low + high) / 2;
      else low = (low + high) / 2;
    }
    return high;
  };
  return {
    lower: successes === 0 ? 0 : solve((p) => atLeast(p, successes) >= tail),
    upper: successes === n ? 1 : solve((p) => 1 - atLeast(p, successes + 1) <= tail),
  };
}

/** Probability of each number of successes: every way in which the trials can turn out is gone through. */
export function naiveSuccesses(probabilities: readonly number[]): number[] {
  const mass = Array.from({ length: probabilities.length + 1 }, () => 0);
  for (let way = 0; way < 2 ** probabilities.length; way++) {
    const succeeds = probabilities.map((_, k) => (way >> k) % 2 === 1);
    mass[succeeds.filter(Boolean).length]! += probabilities.reduce((product, p, k) => product * (succeeds[k] ? p : 1 - p), 1);
  }
  return mass;
}
