import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bootstrapSlope, leastSquares, neweyWest, optimalBlockLength, robustSlope, seeded, stationaryBootstrap, studentQuantile } from "../../src/num/index.ts";
import { naiveQuantile } from "../naive/quantile.ts";
import { naiveNeweyWest, naiveResample, naiveResampledSlopes, naiveSlope } from "../naive/rateSensitivity.ts";
import { numpyNormals } from "./numpyNormals.ts";

const cell = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -20, max: 20 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const columns = (min: number, max: number, of: fc.Arbitrary<number> = cell) =>
  fc.integer({ min, max }).chain((length) => {
    const side = fc.array(of, { minLength: length, maxLength: length });
    return fc.record({ x: side, y: side });
  });
const heldOf = ({ x, y }: { x: number[]; y: number[] }) => {
  const at = [...x.keys()].filter((i) => !Number.isNaN(x[i]! + y[i]!));
  return { x: at.map((i) => x[i]!), y: at.map((i) => y[i]!) };
};

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

const X = [3, -1, 4, -1, 5, -9, 2, 6, -5, 3, -5, 8, -9, 7, -9, 3, 2, -3, 8, 4];
const Y = [2, 7, -1, 8, -2, 8, 1, -8, 2, 8, 4, 5, -9, 0, 4, 5, -2, 3, 5, -3];

test("least squares are those of the pairs that both hold, and the residuals leave nothing that the line could take", () => {
  fc.assert(
    fc.property(columns(0, 30), ({ x, y }) => {
      const held = heldOf({ x, y });
      const line = leastSquares(x, y);
      near(line.slope, naiveSlope(held.x, held.y), 1e-9);
      assert.equal(line.n, held.x.length);
      assert.equal(line.residuals.length, x.length);
      if (Number.isNaN(line.slope)) return;
      let [sum, product] = [0, 0];
      for (const [i, residual] of line.residuals.entries()) {
        near(residual, y[i]! - line.intercept - line.slope * x[i]!, 1e-9);
        if (Number.isNaN(residual)) continue;
        sum += residual;
        product += residual * x[i]!;
      }
      near(sum, 0, 1e-9);
      near(product, 0, 1e-8);
    }),
    { numRuns: 300 },
  );
});

test("a line needs three pairs and an x that varies", () => {
  for (const [x, y] of [
    [[], []],
    [
      [1, 2],
      [3, 4],
    ],
    [
      [0.1, 0.1, 0.1],
      [1, 2, 3],
    ],
    [
      [1, 2, Number.NaN],
      [1, 2, 3],
    ],
  ] as const) {
    assert.ok(Number.isNaN(leastSquares(x, y).slope) && Number.isNaN(leastSquares(x, y).intercept));
    const answers = [neweyWest(x, y, { level: 0.95 }), robustSlope(x, y, { level: 0.95 }), bootstrapSlope(x, y, { reps: 9, uniform: seeded(1), level: 0.95 })];
    for (const { slope, lower, upper } of answers) assert.ok([slope, lower, upper].every(Number.isNaN));
  }
  assert.throws(() => leastSquares([1], []), { name: "RangeError", message: "invalid lengths: 1 and 0" });
});

// R 4.2.2: qt(c(.975, .95, .975, .975, .6, .9999), c(1, 3, 6, 2998, 30, 2)); for 4.5 degrees of freedom, where R gives eight digits only, mpmath 1.3.0:
// findroot(lambda t: betainc(2.25, .5, 0, 4.5 / (4.5 + t * t), regularized=True) / 2 - mpf("0.005"), 4.27); a million degrees likewise
test("quantiles of Student's t are those of R and of mpmath", () => {
  const expected = [
    [0.975, 1, 12.706204736174694],
    [0.95, 3, 2.3533634348018246],
    [0.975, 6, 2.4469118511449688],
    [0.995, 4.5, 4.272823993011293],
    [0.975, 2998, 1.9607555832642807],
    [0.6, 30, 0.25560536495191277],
    [0.9999, 2, 70.700071074968179],
    [0.5001, 1_000_000, 0.0002506628927537544],
  ] as const;
  for (const [p, freedom, value] of expected) {
    near(studentQuantile(p, { freedom }) / value, 1, 1e-12, `${p} ${freedom}`);
    // 1 - p is rounded: far out that moves the quantile.
    near(studentQuantile(1 - p, { freedom }) / value, -1, 1e-10, `${1 - p} ${freedom}`);
  }
  assert.deepEqual(
    [0, 0.5, 1].map((p) => studentQuantile(p, { freedom: 4 })),
    [Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY],
  );
  assert.throws(() => studentQuantile(1.1, { freedom: 4 }), { name: "RangeError", message: "invalid probability: 1.1" });
  assert.throws(() => studentQuantile(0.5, { freedom: 0 }), { name: "RangeError", message: "invalid freedom: 0" });
});

// R 4.2.2, sandwich 3.0-2: sqrt(NeweyWest(lm(Y ~ X), lag = L, prewhite = FALSE, adjust = FALSE)[2, 2]); and the same from statsmodels 0.13.5:
// OLS(Y, add_constant(X)).fit(cov_type="HAC", cov_kwds={"maxlags": L, "use_correction": False}).bse[1]
test("the Newey-West standard error is that of R and of statsmodels", () => {
  for (const [lags, standardError] of [
    [0, 0.24032526135590643],
    [2, 0.25892643619551786],
    [5, 0.27010503056694912],
  ] as const) {
    const found = neweyWest(X, Y, { lags, level: 0.95 });
    near(found.slope, -0.093331113146282618, 1e-14);
    near(found.standardError, standardError, 1e-14);
    assert.deepEqual([found.n, found.lags, found.level], [20, lags, 0.95]);
    // R: qt(.975, 18) = 2.10092204024104
    const reach = 2.10092204024104 * standardError * Math.sqrt(20 / 18);
    near(found.upper, found.slope + reach, 1e-12);
    near(found.lower, found.slope - reach, 1e-12);
  }
  // 4 (20/100)^(2/9) is 2.797.
  assert.equal(neweyWest(X, Y, { level: 0.9 }).lags, 2);
});

test("the Newey-West standard error is what the whole sandwich gives, also where pairs are missing", () => {
  fc.assert(
    fc.property(columns(0, 25), fc.nat(30), ({ x, y }, lags) => {
      const held = heldOf({ x, y });
      const found = neweyWest(x, y, { lags, level: 0.95 });
      if (Number.isNaN(found.slope)) return;
      near(found.standardError, naiveNeweyWest(held.x, held.y, found.lags) || 0, 1e-7);
      assert.equal(found.lags, Math.min(lags, held.x.length - 1));
    }),
    { numRuns: 200 },
  );
  for (const lags of [-1, 0.5]) assert.throws(() => neweyWest(X, Y, { lags, level: 0.95 }), { name: "RangeError", message: `invalid lags: ${lags}` });
  assert.throws(() => neweyWest(X, Y, { level: 1 }), { name: "RangeError", message: "invalid level: 1" });
});

// R 4.2.2, for the first n pairs: H <- X (X'X)^-1 X'; M <- I - H; a <- (X (X'X)^-1)[, 2]; G <- M %*% diag(a / sqrt(diag(M)));
// e <- eigen(t(G) %*% G)$values; k <- sum(e)^2 / sum(e^2); s <- sqrt(vcovHC(lm(y ~ x), type = "HC2")[2, 2]); b -+ qt(.975, k) s
test("the interval of few pairs is R's HC2 with Bell and McCaffrey's degrees of freedom", () => {
  for (const [n, ...expected] of [
    [8, -0.96930161166538753, 0.50254372467650832, 2.00079134998372776, -3.13075339887164938, 1.19215017554087455],
    [20, -0.093331113146282521, 0.265729525220041674, 8.361143672265521687, -0.701527885023881193, 0.514865658731316178],
  ] as const) {
    const { slope, standardError, freedom, lower, upper } = robustSlope(X.slice(0, n), Y.slice(0, n), { level: 0.95 });
    for (const [k, value] of [slope, standardError, freedom, lower, upper].entries()) near(value, expected[k]!, 1e-10);
  }
  // One pair alone decides the slope: how far it scatters nobody knows.
  const alone = robustSlope([0, 0, 0, 1], [1, 2, 3, 4], { level: 0.95 });
  assert.equal(alone.slope, 2);
  assert.ok([alone.standardError, alone.freedom, alone.lower, alone.upper].every(Number.isNaN));
});

// Published with arch 7 (arch/tests/bootstrap/test_block_length.py): 13.635665 for AR(0.3), RandomState(0), the first 100 of 10,100 left out.
test("the block length is that of arch for its own example", () => {
  const values = numpyNormals(0, 10_100);
  for (let i = 1; i < values.length; i++) values[i]! += 0.3 * values[i - 1]!;
  near(optimalBlockLength(values.subarray(100)), 13.635665, 1e-6);
});

test("the block length is one where nothing depends, and bounded where everything does", () => {
  assert.equal(optimalBlockLength([1, 5, 2]), 1);
  assert.equal(optimalBlockLength(new Float64Array(50).fill(0.1)), 1);
  const trend = Array.from({ length: 100 }, (_, i) => i);
  assert.ok(optimalBlockLength(trend) > 10 && optimalBlockLength(trend) <= 30);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }), (values) => {
      const length = optimalBlockLength(values);
      assert.ok(length >= 1 && length <= Math.max(1, Math.ceil(values.length / 3)));
      near(optimalBlockLength(values.map((value) => 8 * value)), length, 1e-9);
    }),
  );
  assert.throws(() => optimalBlockLength([1, Number.NaN]), { name: "RangeError", message: "invalid value: NaN" });
});

test("resamples of the stationary bootstrap are those laid out position by position with the same chance", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, 1.5, 2, 7, 100), fc.integer(), (n, blockLength, seed) => {
      assert.deepEqual([...stationaryBootstrap(n, { blockLength, uniform: seeded(seed) })], naiveResample(n, blockLength, seeded(seed)));
    }),
  );
  for (const blockLength of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => stationaryBootstrap(3, { blockLength, uniform: seeded(1) }), { name: "RangeError", message: `invalid blockLength: ${blockLength}` });
  }
  assert.throws(() => stationaryBootstrap(0, { blockLength: 2, uniform: seeded(1) }), { name: "RangeError", message: "invalid n: 0" });
});

// A block goes on with probability 1 - 1/blockLength, and where it ends the next position follows by chance once in n.
test("neighbours follow each other as often as the block length says, and every position comes as often", () => {
  const [n, blockLength, uniform] = [50, 4, seeded(5)];
  let follows = 0;
  const counts = new Int32Array(n);
  for (let rep = 0; rep < 2000; rep++) {
    const positions = stationaryBootstrap(n, { blockLength, uniform });
    for (const [k, at] of positions.entries()) {
      counts[at]!++;
      if (k > 0 && at === (positions[k - 1]! + 1) % n) follows++;
    }
  }
  // 98,000 steps, each with probability 0.755: a standard error of 0.0014.
  near(follows / (2000 * (n - 1)), 0.75 + 0.25 / n, 0.006);
  assert.ok(counts.every((count) => Math.abs(count - 2000) < 550));
});

test("the bootstrap interval of a slope is that of resamples regressed one by one", () => {
  fc.assert(
    fc.property(columns(0, 25), fc.constantFrom(1, 2, 5), fc.integer(), ({ x, y }, blockLength, seed) => {
      const held = heldOf({ x, y });
      const found = bootstrapSlope(x, y, { blockLength, reps: 29, uniform: seeded(seed), level: 0.9 });
      near(found.slope, naiveSlope(held.x, held.y), 1e-9);
      if (Number.isNaN(found.slope)) return;
      const slopes = naiveResampledSlopes(held.x, held.y, 29, blockLength, seeded(seed));
      near(found.lower, naiveQuantile(slopes, 0.05), 1e-7);
      near(found.upper, naiveQuantile(slopes, 0.95), 1e-7);
    }),
    { numRuns: 200 },
  );
  const options = { reps: 99, uniform: seeded(1), level: 0.95 };
  const scores = leastSquares(X, Y).residuals.map((residual, i) => residual * (X[i]! - 0.7));
  near(bootstrapSlope(X, Y, options).blockLength, optimalBlockLength(scores), 1e-9);
  assert.throws(() => bootstrapSlope(X, Y, { ...options, reps: 0 }), { name: "RangeError", message: "invalid reps: 0" });
  assert.throws(() => bootstrapSlope(X, Y, { ...options, blockLength: 0 }), { name: "RangeError", message: "invalid blockLength: 0" });
});

test("slopes and intervals move with the scale of either side", () => {
  const double = (values: readonly number[]) => values.map((value) => 2 * value);
  const bounds = (x: readonly number[], y: readonly number[]) => [
    neweyWest(x, y, { level: 0.95 }),
    robustSlope(x, y, { level: 0.95 }),
    bootstrapSlope(x, y, { reps: 49, uniform: seeded(3), level: 0.95 }),
  ];
  const plain = bounds(X, Y).flatMap(({ slope, lower, upper }) => [slope, lower, upper]);
  const louder = bounds(X, double(Y)).flatMap(({ slope, lower, upper }) => [slope, lower, upper]);
  const wider = bounds(double(X), Y).flatMap(({ slope, lower, upper }) => [slope, lower, upper]);
  for (const [k, value] of plain.entries()) {
    near(louder[k]!, 2 * value, 1e-12);
    near(wider[k]!, value / 2, 1e-12);
  }
});
