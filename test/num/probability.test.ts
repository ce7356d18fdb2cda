import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  betaCdf,
  betaInterval,
  betaQuantile,
  clopperPearson,
  firstPassage,
  normalCdf,
  normalQuantile,
  poissonBinomial,
  poissonBinomialTest,
  quantileOf,
  seeded,
} from "../../src/num/index.ts";
import { naiveBinomialAtLeast, naivePoissonBinomial, naiveShareLeftOf } from "../naive/probability.ts";

const share = (min = 0, max = 1) => fc.double({ min, max, noNaN: true });
const probabilities = (maxLength: number) => fc.array(fc.oneof(share(), fc.constantFrom(0, 0.5, 1)), { maxLength });
const countOf = fc.integer({ min: 1, max: 30 }).chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

test("normalCdf is the area under the bell curve", () => {
  for (const x of [-3, -1.96, -0.5, 0, 0.1, 1, 2.5]) {
    const left = naiveShareLeftOf((x + 12) / 24, (t) => Math.exp(-((24 * t - 12) ** 2) / 2));
    near(normalCdf(x), left, 1e-6, `at ${x}`);
  }
  assert.equal(normalCdf(Number.NEGATIVE_INFINITY), 0);
  assert.equal(normalCdf(Number.POSITIVE_INFINITY), 1);
  assert.ok(Number.isNaN(normalCdf(Number.NaN)));
});

test("far tails of normalCdf keep their relative precision", () => {
  for (const x of [10, 20, 35]) {
    const series = 1 - x ** -2 + 3 * x ** -4 - 15 * x ** -6 + 105 * x ** -8;
    const tail = (Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI) / x) * series;
    near(normalCdf(-x) / tail, 1, 1e-6, `at ${-x}`);
  }
});

test("normalQuantile undoes normalCdf, is odd around one half, and has no answer outside of 0..1", () => {
  fc.assert(fc.property(share(-6, 6), (x) => near(normalQuantile(normalCdf(x)), x, 1e-6)));
  fc.assert(fc.property(share(1e-9, 0.5), (p) => near(normalQuantile(p), -normalQuantile(1 - p), 1e-6)));
  assert.deepEqual([normalQuantile(0), normalQuantile(1)], [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  assert.ok(Number.isNaN(normalQuantile(-0.1)) && Number.isNaN(normalQuantile(1.1)));
});

test("betaCdf with whole parameters is a binomial tail", () => {
  fc.assert(
    fc.property(share(), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 15 }), (x, a, b) => {
      near(betaCdf(x, { a, b }), naiveBinomialAtLeast(a, a + b - 1, x), 1e-10);
    }),
  );
});

test("betaCdf is the area under the beta density, and its mirror image with the parameters exchanged", () => {
  fc.assert(
    fc.property(share(), share(2, 20), share(2, 20), (x, a, b) => {
      const left = naiveShareLeftOf(x, (t) => t ** (a - 1) * (1 - t) ** (b - 1));
      near(betaCdf(x, { a, b }), left, 1e-5);
      near(betaCdf(x, { a, b }) + betaCdf(1 - x, { a: b, b: a }), 1, 1e-10);
    }),
    { numRuns: 40 },
  );
});

test("a parameter of zero puts all probability on one end, and outside of 0..1 there is none", () => {
  assert.deepEqual([betaCdf(0, { a: 0, b: 2 }), betaCdf(0.5, { a: 0, b: 2 })], [1, 1]);
  assert.deepEqual([betaCdf(0.999, { a: 3, b: 0 }), betaCdf(1, { a: 3, b: 0 })], [0, 1]);
  assert.deepEqual([betaCdf(-0.1, { a: 0, b: 2 }), betaCdf(-0.1, { a: 2, b: 2 }), betaCdf(1.1, { a: 2, b: 2 })], [0, 0, 1]);
  assert.deepEqual([betaQuantile(0.3, { a: 0, b: 2 }), betaQuantile(0.3, { a: 2, b: 0 })], [0, 1]);
});

test("betaQuantile undoes betaCdf, and betaInterval leaves the same probability on both sides", () => {
  fc.assert(
    fc.property(share(0.001, 0.999), share(1, 20), share(1, 20), share(0.5, 0.99), (p, a, b, level) => {
      near(betaCdf(betaQuantile(p, { a, b }), { a, b }), p, 1e-9);
      const { lower, upper, level: said } = betaInterval({ a, b }, { level });
      near(betaCdf(lower, { a, b }), (1 - level) / 2, 1e-9);
      near(betaCdf(upper, { a, b }), (1 + level) / 2, 1e-9);
      assert.equal(said, level);
    }),
  );
});

test("quantileOf is the first place at which a distribution reaches a probability, steps and tiny values included", () => {
  const coin = (x: number) => (x < 0.25 ? 0 : x < 0.75 ? 0.5 : 1);
  assert.equal(quantileOf(coin, 0), 0);
  near(quantileOf(coin, 0.5), 0.25, 1e-12);
  near(quantileOf(coin, 0.51), 0.75, 1e-12);
  near(quantileOf((x) => Math.sqrt(x), 1e-9) / 1e-18, 1, 1e-9);
});

test("what is no beta, probability or level is refused", () => {
  assert.throws(() => betaCdf(0.5, { a: -1, b: 1 }), { name: "RangeError", message: "invalid beta: -1, 1" });
  assert.throws(() => betaCdf(0.5, { a: 1, b: -2 }), { name: "RangeError", message: "invalid beta: 1, -2" });
  assert.throws(() => betaCdf(0.5, { a: 0, b: 0 }), { name: "RangeError", message: "invalid beta: 0, 0" });
  assert.throws(() => betaCdf(0.5, { a: Number.NaN, b: 1 }), { name: "RangeError", message: "invalid beta: NaN, 1" });
  assert.throws(() => betaQuantile(1.5, { a: 1, b: 1 }), { name: "RangeError", message: "invalid probability: 1.5" });
  assert.throws(() => quantileOf((x) => x, Number.NaN), { name: "RangeError", message: "invalid probability: NaN" });
  for (const level of [0, 1, Number.NaN]) {
    assert.throws(() => betaInterval({ a: 1, b: 1 }, { level }), { name: "RangeError", message: `invalid level: ${level}` });
    assert.throws(() => clopperPearson({ successes: 1, n: 2, level }), { name: "RangeError", message: `invalid level: ${level}` });
  }
});

test("the Clopper-Pearson interval is where the binomial tails leave half of the rest each", () => {
  fc.assert(
    fc.property(countOf, fc.constantFrom(0.8, 0.95, 0.99), ({ successes, n }, level) => {
      const { lower, upper } = clopperPearson({ successes, n, level });
      if (successes === 0) assert.equal(lower, 0);
      else near(naiveBinomialAtLeast(successes, n, lower), (1 - level) / 2, 1e-9);
      if (successes === n) assert.equal(upper, 1);
      else near(1 - naiveBinomialAtLeast(successes + 1, n, upper), (1 - level) / 2, 1e-9);
      assert.ok(lower <= successes / n && successes / n <= upper);
    }),
  );
});

test("failures have the mirror image of the successes' interval, and without observations nothing is known", () => {
  fc.assert(
    fc.property(countOf, ({ successes, n }) => {
      const [one, other] = [clopperPearson({ successes, n }), clopperPearson({ successes: n - successes, n })];
      near(one.lower, 1 - other.upper, 1e-12);
      near(one.upper, 1 - other.lower, 1e-12);
    }),
  );
  assert.deepEqual(clopperPearson({ successes: 0, n: 0 }), { lower: 0, upper: 1, level: 0.95 });
});

test("counts that are none are refused", () => {
  assert.throws(() => clopperPearson({ successes: 1, n: 1.5 }), { name: "RangeError", message: "invalid n: 1.5" });
  assert.throws(() => clopperPearson({ successes: 0, n: -1 }), { name: "RangeError", message: "invalid n: -1" });
  assert.throws(() => clopperPearson({ successes: 3, n: 2 }), { name: "RangeError", message: "invalid successes: 3 of 2" });
  assert.throws(() => clopperPearson({ successes: -1, n: 2 }), { name: "RangeError", message: "invalid successes: -1 of 2" });
  assert.throws(() => poissonBinomialTest({ successes: 2, probabilities: [0.5] }), { name: "RangeError", message: "invalid successes: 2 of 1" });
  assert.throws(() => poissonBinomialTest({ successes: 0.5, probabilities: [0.5] }), { name: "RangeError", message: "invalid successes: 0.5 of 1" });
  assert.throws(() => poissonBinomial([0.5, 1.1]), { name: "RangeError", message: "invalid probability: 1.1" });
  assert.throws(() => poissonBinomial([Number.NaN]), { name: "RangeError", message: "invalid probability: NaN" });
});

test("poissonBinomial adds up every outcome of the trials", () => {
  fc.assert(
    fc.property(probabilities(10), (trials) => {
      const mass = poissonBinomial(trials);
      const expected = naivePoissonBinomial(trials);
      assert.equal(mass.length, trials.length + 1);
      for (const [k, one] of expected.entries()) near(mass[k]!, one, 1e-12);
      near(
        mass.reduce((sum, one) => sum + one, 0),
        1,
        1e-12,
      );
    }),
    { numRuns: 60 },
  );
  assert.deepEqual([...poissonBinomial([])], [1]);
});

test("a Poisson-binomial test holds both tails, and neither the order of trials nor what is called success matters", () => {
  fc.assert(
    fc.property(probabilities(8), fc.nat(8), (trials, count) => {
      const successes = Math.min(count, trials.length);
      const mass = naivePoissonBinomial(trials);
      const sum = (from: number, to: number) => mass.slice(from, to).reduce((total, one) => total + one, 0);
      const { expected, upper, lower, twoSided, attainable } = poissonBinomialTest({ successes, probabilities: trials });
      near(upper, sum(successes, mass.length), 1e-12);
      near(lower, sum(0, successes + 1), 1e-12);
      near(twoSided, Math.min(1, 2 * Math.min(upper, lower)), 1e-12);
      near(attainable, mass.at(-1)!, 1e-12);
      near(
        expected,
        mass.reduce((total, one, k) => total + k * one, 0),
        1e-12,
      );
      const reversed = poissonBinomialTest({ successes, probabilities: trials.toReversed() });
      near(reversed.upper, upper, 1e-12);
      const failures = poissonBinomialTest({ successes: trials.length - successes, probabilities: trials.map((p) => 1 - p) });
      near(failures.lower, upper, 1e-12);
      assert.ok(upper <= 1 && lower <= 1 && twoSided <= 1);
    }),
    { numRuns: 60 },
  );
});

test("the tails of a Poisson-binomial test are summed from their far ends", () => {
  const probabilities = Array.from({ length: 20 }, () => 0.001);
  near(poissonBinomialTest({ successes: 20, probabilities }).upper / 1e-60, 1, 1e-9);
});

const walk = { distance: -0.27, sigma: 0.6, mu: 0.1, days: 90 };

test("a record is the likelier regained the longer the span, the nearer it is, and the more the walk drifts up", () => {
  const options = fc.record({ distance: share(0.01, 0.9), sigma: share(0.1, 1.5), mu: share(-0.5, 0.5), days: share(1, 1000), dailyClose: fc.boolean() });
  fc.assert(
    fc.property(options, share(0.01, 0.09), (one, more) => {
      const p = firstPassage(one);
      assert.ok(p >= 0 && p <= 1);
      assert.ok(firstPassage({ ...one, days: one.days + 100 * more }) >= p - 1e-12);
      assert.ok(firstPassage({ ...one, distance: one.distance + more }) <= p + 1e-12);
      assert.ok(firstPassage({ ...one, mu: one.mu + more }) >= p - 1e-12);
      assert.ok(firstPassage({ ...one, dailyClose: true }) <= firstPassage({ ...one, dailyClose: false }) + 1e-12);
      assert.equal(firstPassage({ ...one, distance: -one.distance }), p);
    }),
  );
});

test("without drift a record is regained as often as twice the walk ends above it", () => {
  fc.assert(
    fc.property(share(0.01, 0.9), share(0.1, 1.5), share(1, 2000), (distance, sigma, days) => {
      const beyond = 1 - normalCdf(-Math.log(1 - distance) / (sigma * Math.sqrt(days / 365)));
      near(firstPassage({ distance, sigma, days, dailyClose: false }), 2 * beyond, 1e-10);
    }),
  );
});

test("in the long run a walk that drifts down regains a record with a probability that falls exponentially with the distance", () => {
  const sure = (mu: number) => firstPassage({ distance: 0.3, sigma: 0.5, mu, days: 1e7, dailyClose: false });
  near(sure(-0.2), (1 - 0.3) ** ((2 * 0.2) / 0.5 ** 2), 1e-9);
  near(sure(0.2), 1, 1e-9);
});

test("drift, volatility and span are those of one calendar", () => {
  assert.equal(firstPassage({ ...walk, days: 252, daysPerYear: 252, dailyClose: false }), firstPassage({ ...walk, days: 365, dailyClose: false }));
  assert.equal(firstPassage(walk), firstPassage({ ...walk, dailyClose: true, daysPerYear: 365 }));
  // Looked at once a day the record is farther away by 0.5826 of a day's deviation, the longer the fewer days a year has.
  for (const daysPerYear of [252, 365]) {
    const farther = 1 - (1 - 0.27) * Math.exp(-0.582597 * 0.6 * Math.sqrt(1 / daysPerYear));
    near(firstPassage({ ...walk, daysPerYear }), firstPassage({ ...walk, distance: farther, daysPerYear, dailyClose: false }), 1e-6);
  }
  const { mu: _, ...driftless } = walk;
  assert.equal(firstPassage(driftless), firstPassage({ ...walk, mu: 0 }));
});

test("at the record it is regained at once; in no time it is not regained from below", () => {
  assert.equal(firstPassage({ distance: 0, sigma: 0.5, days: 0, dailyClose: false }), 1);
  near(firstPassage({ distance: 0, sigma: 0.5, mu: -0.3, days: 30, dailyClose: false }), 1, 1e-12);
  assert.equal(firstPassage({ ...walk, days: 0 }), 0);
});

test("firstPassage agrees with walks simulated day by day", () => {
  const uniform = seeded(20251211);
  const paths = 20_000;
  const days = 60;
  for (const { distance, sigma, mu } of [
    { distance: 0.1, sigma: 0.6, mu: 0 },
    { distance: 0.1, sigma: 0.4, mu: 0.8 },
  ]) {
    let regained = 0;
    const gauss = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    for (let path = 0; path < paths; path++) {
      let level = Math.log(1 - distance);
      for (let day = 0; day < days && level < 0; day++) level += mu / 365 + sigma * Math.sqrt(1 / 365) * gauss();
      if (level >= 0) regained++;
    }
    const share = regained / paths;
    const error = Math.sqrt((share * (1 - share)) / paths);
    near(firstPassage({ distance, sigma, mu, days }), share, 4 * error, "daily closes:");
    assert.ok(firstPassage({ distance, sigma, mu, days, dailyClose: false }) - share > 8 * error, "looked at all the time a record is regained more often");
  }
});

test("a walk that is none is refused", () => {
  assert.throws(() => firstPassage({ ...walk, distance: -1 }), { name: "RangeError", message: "invalid distance: -1" });
  assert.throws(() => firstPassage({ ...walk, distance: Number.NaN }), { name: "RangeError", message: "invalid distance: NaN" });
  assert.throws(() => firstPassage({ ...walk, sigma: 0 }), { name: "RangeError", message: "invalid sigma: 0" });
  assert.throws(() => firstPassage({ ...walk, days: -1 }), { name: "RangeError", message: "invalid days: -1" });
  assert.throws(() => firstPassage({ ...walk, mu: Number.NaN }), { name: "RangeError", message: "invalid mu: NaN" });
  assert.throws(() => firstPassage({ ...walk, daysPerYear: 0 }), { name: "RangeError", message: "invalid daysPerYear: 0" });
});
