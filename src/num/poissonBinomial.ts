/**
 * Distribution of the number of successes of independent trials that each have their own probability.
 *
 * Exact, by adding one trial after the other. Cost: n squared.
 *
 * @param probabilities one for each trial
 * @returns probability of 0, 1, … n successes: n + 1 values that sum to one
 * @throws RangeError when one is no probability
 *
 * @example
 * import { poissonBinomial } from "lockstep/num";
 * poissonBinomial([0.5, 0.5]); // => Float64Array.of(0.25, 0.5, 0.25)
 * poissonBinomial([0.3, 0.5, 0.6, 0.4])[4].toFixed(3); // => "0.036"
 */
export function poissonBinomial(probabilities: ArrayLike<number>): Float64Array {
  const mass = new Float64Array(probabilities.length + 1);
  mass[0] = 1;
  for (let trial = 0; trial < probabilities.length; trial++) {
    const p = probabilities[trial]!;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}`);
    for (let k = trial + 1; k > 0; k--) mass[k] = mass[k]! * (1 - p) + mass[k - 1]! * p;
    mass[0] *= 1 - p;
  }
  return mass;
}

/** What a Poisson-binomial test says of a count of successes. */
export interface PoissonBinomialTest {
  expected: number; // 1.8
  upper: number; // 0.036; probability of at least as many
  lower: number; // 1; probability of at most as many
  twoSided: number; // 0.072; twice the smaller tail, at most one
  attainable: number; // 0.036; the smallest `upper` that any result could have had: all succeed
}

/**
 * Test of a count of successes against trials that each have their own probability.
 *
 * @throws RangeError when a probability is none, or `successes` is not one of 0..n
 *
 * @example
 * import { poissonBinomialTest } from "lockstep/num";
 * const { upper, attainable } = poissonBinomialTest({ successes: 3, probabilities: [0.3, 0.5, 0.6, 0.4] });
 * [upper.toFixed(3), attainable.toFixed(3)]; // => ["0.234", "0.036"]
 */
export function poissonBinomialTest({ successes, probabilities }: { successes: number; probabilities: ArrayLike<number> }): PoissonBinomialTest {
  const mass = poissonBinomial(probabilities);
  const n = probabilities.length;
  if (!Number.isInteger(successes) || successes < 0 || successes > n) throw new RangeError(`invalid successes: ${successes} of ${n}`);
  // Each tail by itself, from its far end, never as one minus the other.
  let upper = 0;
  for (let k = n; k >= successes; k--) upper += mass[k]!;
  let lower = 0;
  for (let k = 0; k <= successes; k++) lower += mass[k]!;
  let expected = 0;
  for (let trial = 0; trial < n; trial++) expected += probabilities[trial]!;
  upper = Math.min(1, upper);
  lower = Math.min(1, lower);
  return { expected, upper, lower, twoSided: Math.min(1, 2 * Math.min(upper, lower)), attainable: mass[n]! };
}
