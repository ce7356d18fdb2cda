import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bartlettLags, bartlettSum } from "../../src/num/bartlettSum.ts";
import { correlationInterval, normalQuantile, pearson, seeded, studentQuantile } from "../../src/num/index.ts";
import { heldPairs } from "../naive/correlation.ts";
import { naiveBartlettSum, naiveJackknife } from "../naive/correlationInterval.ts";
import { numpyNormals } from "./numpyNormals.ts";

const X = [3, -1, 4, -1, 5, -9, 2, 6, -5, 3, -5, 8, -9, 7, -9, 3, 2, -3, 8, 4];
const Y = [2, 7, -1, 8, -2, 8, 1, -8, 2, 8, 4, 5, -9, 0, 4, 5, -2, 3, 5, -3];

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

/** Pairs of normal values with a correlation. */
function pairsOf(seed: number, n: number, rho: number): [a: Float64Array, b: number[]] {
  const values = numpyNormals(seed, 2 * n);
  const a = values.slice(0, n);
  return [a, [...a].map((one, k) => rho * one + Math.sqrt(1 - rho * rho) * values[n + k]!)];
}

// Witness: numpy 2.4.6 and scipy 1.17.1. Each row deleted in turn, z = arctanh(corrcoef), u = (n - 1)(mean(z) - z),
// s = sum(u u) + 2 sum over l of (1 - l / (lags + 1)) sum(u[l:] u[:-l]), se = sqrt(s / (n (n - 1))), t.ppf((1 + level) / 2, sum(u^2)^2 / sum(u^4)).
const WITNESS: [lags: number | undefined, level: number, lower: number, upper: number][] = [
  [0, 0.9, -0.841265752280732, 0.7663909577238083],
  [2, 0.9, -0.8548695190882294, 0.7856646412724908],
  [undefined, 0.9, -0.8548695190882294, 0.7856646412724908], // 4 (20 / 100)^(2/9) = 2.8
  [40, 0.9, -0.68346020379886, 0.5522498468734022], // at most 19 are used
  [3, 0.95, -0.958335341958502, 0.9367863131415602],
];

test("the interval is that of another program", () => {
  for (const [lags, level, lower, upper] of WITNESS) {
    const interval = correlationInterval(X, Y, { level, ...(lags === undefined ? {} : { lags }) });
    near(interval.lower, lower, 1e-6, `${lags} lags`);
    near(interval.upper, upper, 1e-6, `${lags} lags`);
    assert.equal(interval.level, level);
  }
  const [a, b] = pairsOf(7, 100, 0.6);
  const { lower, upper } = correlationInterval(a, b, { level: 0.9 });
  near(lower, 0.4578941812291052, 1e-7);
  near(upper, 0.6839529294237414, 1e-7);
});

const value = fc.integer({ min: -20, max: 20 });
const column = fc.array(fc.tuple(value, value), { minLength: 8, maxLength: 30 });
const split = (pairs: readonly (readonly [number, number])[]) => [pairs.map(([x]) => x), pairs.map(([, y]) => y)] as const;

test("it is that of the correlations computed again without each pair", () => {
  let told = 0;
  fc.assert(
    fc.property(column, fc.nat(8), fc.constantFrom(0.5, 0.8, 0.9, 0.95), (pairs, lags, level) => {
      const [a, b] = split(pairs);
      const { lower, upper } = correlationInterval(a, b, { lags, level });
      const { z, error, freedom } = naiveJackknife(pairs, lags);
      if (Number.isNaN(lower)) return;
      told++;
      const reach = studentQuantile((1 + level) / 2, { freedom }) * error;
      near(lower, Math.tanh(z - reach), 1e-6);
      near(upper, Math.tanh(z + reach), 1e-6);
      const r = pearson(a, b);
      assert.ok(lower <= r && r <= upper && lower >= -1 && upper <= 1);
    }),
    { numRuns: 200 },
  );
  assert.ok(told > 190, `${told} intervals`);
});

test("pairs of which one side is missing are left out, wherever they stand", () => {
  fc.assert(
    fc.property(column, fc.array(fc.tuple(fc.nat(29), fc.boolean()), { maxLength: 8 }), (pairs, gaps) => {
      const [a, b] = split(pairs).map((side) => [...side]) as [number[], number[]];
      for (const [at, first] of gaps) if (at < a.length) (first ? a : b)[at] = Number.NaN;
      const [x, y] = split(heldPairs(a, b));
      assert.deepEqual(correlationInterval(a, b, { level: 0.9, lags: 2 }), correlationInterval(x, y, { level: 0.9, lags: 2 }));
    }),
    { numRuns: 100 },
  );
});

test("neither the scale, the level nor the order of the two matters, and a turned sign turns it around", () => {
  const interval = correlationInterval(X, Y, { level: 0.9 });
  const same = (a: readonly number[], b: readonly number[], expected = interval) => {
    const { lower, upper } = correlationInterval(a, b, { level: 0.9 });
    near(lower, expected.lower, 1e-9);
    near(upper, expected.upper, 1e-9);
  };
  same(
    X.map((x) => 4 * x),
    Y,
  );
  same(
    X,
    Y.map((y) => 0.001 * y - 7),
  );
  same(Y, X);
  same(
    X,
    Y.map((y) => -y),
    { lower: -interval.upper, upper: -interval.lower, level: 0.9 },
  );
  // Turned in time: products so far apart are the same.
  same([...X].reverse(), [...Y].reverse());
});

test("a higher level is wider, and more pairs of the same kind are narrower", () => {
  const width = (a: ArrayLike<number>, b: ArrayLike<number>, level: number) => {
    const { lower, upper } = correlationInterval(a, b, { level });
    return upper - lower;
  };
  const [a, b] = pairsOf(11, 400, 0.4);
  const widths = [0.5, 0.8, 0.9, 0.99].map((level) => width(a, b, level));
  assert.deepEqual(
    widths,
    [...widths].sort((x, y) => x - y),
  );
  assert.ok(width(a, b, 0.9) < width(a.slice(0, 60), b.slice(0, 60), 0.9));
});

test("what is not known, does not vary or lies on a line has no interval", () => {
  const flat = [2, 2, 2, 2, 2, 2];
  const line = [1, 2, 3, 4, 5, 6];
  const none = { lower: Number.NaN, upper: Number.NaN, level: 0.9 };
  const nothing = line.map(() => Number.NaN);
  for (const [a, b] of [
    [flat, line],
    [line, flat],
    [line, line],
    [line, line.map((x) => -x)],
    [nothing, line],
    [[], []],
    [[1], [2]],
    [
      [1, 2],
      [3, 5],
    ],
    [
      [1, 2, Number.NaN],
      [2, 1, 3],
    ],
  ] as const)
    assert.deepEqual(correlationInterval(a, b, { level: 0.9 }), none, JSON.stringify([a, b]));
  // Without its one pair off the line the others lie on it: then there is no telling how far it moves the correlation.
  const { lower } = correlationInterval(line, [1, 2, 3, 4, 5, 9], { level: 0.9 });
  assert.ok(Number.isNaN(lower));
});

test("an interval holds the correlation about as often as its level says, for normal pairs and for pairs with changing volatility", () => {
  // 600 draws: nine in ten would miss by 1.2 points of standard error; the bounds allow for three, and for what is said in the docstring.
  const [draws, n, rho] = [600, 60, 0.5];
  const uniform = seeded(5);
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, uniform())));
  const missed = (volatility: (before: number) => number) => {
    let misses = 0;
    for (let draw = 0; draw < draws; draw++) {
      const a: number[] = [];
      const b: number[] = [];
      for (let [k, scale] = [0, 1]; k < n; k++) {
        const x = normal();
        a.push(scale * x);
        b.push(scale * (rho * x + Math.sqrt(1 - rho * rho) * normal()));
        scale = volatility(scale);
      }
      const { lower, upper } = correlationInterval(a, b, { level: 0.9 });
      if (!(lower <= rho && rho <= upper)) misses++;
    }
    return misses / draws;
  };
  const [calm, changing] = [missed(() => 1), missed((before) => Math.exp(0.9 * Math.log(before) + 0.4 * normal()))];
  assert.ok(calm > 0.05 && calm < 0.14, `${calm} missed of normal pairs`);
  assert.ok(changing > 0.05 && changing < 0.16, `${changing} missed under changing volatility`);
});

test("wrong arguments are refused", () => {
  for (const [lags, level, message] of [
    [-1, 0.9, /^invalid lags: -1$/],
    [1.5, 0.9, /^invalid lags: 1\.5$/],
    [1, 0, /^invalid level: 0$/],
    [1, 1, /^invalid level: 1$/],
    [1, 90, /^invalid level: 90$/],
  ] as const)
    assert.throws(
      () => correlationInterval(X, Y, { lags, level }),
      (error) => error instanceof RangeError && message.test(error.message),
    );
  assert.throws(() => correlationInterval([1, 2], [1], { level: 0.9 }), RangeError);
});

test("the sum with falling weights is the double sum over all positions, and never below zero", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 25 }), fc.nat(30), (scores, lags) => {
      const expected = naiveBartlettSum(scores, lags);
      const sum = bartlettSum(scores, lags);
      near(sum, Math.max(0, expected), 1e-9);
      assert.ok(sum >= 0 && expected > -1e-9);
    }),
    { numRuns: 200 },
  );
  // By hand: 1 + 4 + 9 = 14; one apart 2 + 6 = 8, twice, at half weight.
  assert.equal(bartlettSum([1, 2, 3], 1), 22);
  assert.equal(bartlettSum([], 3), 0);
});

test("how many lags are allowed for by default", () => {
  // By hand: 4 (n / 100)^(2/9) is 4 at 100, 4.9 at 252, 8 at 2,263 and 2.4 at 10.
  assert.deepEqual([0, 1, 2, 10, 100, 252, 2263].map(bartlettLags), [0, 0, 1, 2, 4, 4, 8]);
});
