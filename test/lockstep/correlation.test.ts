import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { forbesRigobon, leadLag, rollingCorrelation } from "../../src/lockstep/index.ts";
import { naiveLeadLag, naivePearson, naiveRolling, naiveSpearman } from "../naive/correlation.ts";

// Evenly drawn and fine: no two correlations are equal but for the same pairs.
const fine = fc.noBias(fc.integer({ min: -1_000_000, max: 1_000_000 })).map((value) => value / 5_000_000);
const returnOrNone = fc.oneof({ weight: 9, arbitrary: fine }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const tied = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -2, max: 2 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const two = (cell: fc.Arbitrary<number>, max: number, min = 0) =>
  fc.integer({ min, max }).chain((length) => {
    const side = fc.array(cell, { minLength: length, maxLength: length });
    return fc.record({ a: side, b: side });
  });

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

test("rolling correlations are those of the last shared returns, ties and gaps included", () => {
  fc.assert(
    fc.property(two(tied, 30), fc.integer({ min: 3, max: 8 }), ({ a, b }, window) => {
      for (const [method, naive] of [["pearson", naivePearson] as const, ["spearman", naiveSpearman] as const]) {
        const expected = naiveRolling(a, b, window, naive);
        const found = rollingCorrelation({ a, b, window, method });
        assert.equal(found.length, a.length);
        for (const [i, rho] of expected.entries()) near(found[i]!, rho, 1e-9, `${method} at ${i}`);
      }
      assert.deepEqual(rollingCorrelation({ a, b, window }), rollingCorrelation({ a, b, window, method: "pearson" }));
    }),
    { numRuns: 300 },
  );
});

test("rolling correlations know nothing of what comes after, and neither the order of sides nor scale matters", () => {
  fc.assert(
    fc.property(two(tied, 30), fc.integer({ min: 3, max: 8 }), fc.nat(30), ({ a, b }, window, cut) => {
      const all = rollingCorrelation({ a, b, window });
      assert.deepEqual(rollingCorrelation({ a: a.slice(0, cut), b: b.slice(0, cut), window }), all.slice(0, cut));
      assert.deepEqual(rollingCorrelation({ a: b, b: a, window }), all);
      assert.deepEqual(rollingCorrelation({ a: a.map((value) => 4 * value), b, window }), all);
    }),
  );
  assert.deepEqual([...rollingCorrelation({ a: [], b: [], window: 3 })], []);
});

test("a window of fewer than three shared returns is refused", () => {
  for (const window of [2, 3.5, Number.NaN]) {
    assert.throws(() => rollingCorrelation({ a: [], b: [], window }), { name: "RangeError", message: `invalid window: ${window}` });
  }
  assert.throws(() => rollingCorrelation({ a: [1], b: [], window: 3 }), { name: "RangeError", message: "invalid lengths: 1 and 0" });
});

test("the adjustment for volatility undoes what more volatility alone does to a correlation", () => {
  // y = x + noise: where the variance of x is 1 + delta times the ordinary one, correlation rises although nothing else has changed.
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 5, noNaN: true }), fc.double({ min: -0.9, max: 20, noNaN: true }), (noise, delta) => {
      const rho = (variance: number) => Math.sqrt(variance / (variance + noise));
      near(forbesRigobon({ rho: rho(1 + delta), delta }), rho(1), 1e-9);
      near(forbesRigobon({ rho: -rho(1 + delta), delta }), -rho(1), 1e-9);
    }),
  );
  assert.deepEqual([forbesRigobon({ rho: 1, delta: 9 }), forbesRigobon({ rho: 0, delta: 9 }), forbesRigobon({ rho: 0.3, delta: 0 })], [1, 0, 0.3]);
  assert.ok(Number.isNaN(forbesRigobon({ rho: Number.NaN, delta: 1 })));
  for (const rho of [-1.1, 1.1]) assert.throws(() => forbesRigobon({ rho, delta: 1 }), { name: "RangeError", message: `invalid rho: ${rho}` });
  for (const delta of [-1, Number.NaN]) assert.throws(() => forbesRigobon({ rho: 0.5, delta }), { name: "RangeError", message: `invalid delta: ${delta}` });
});

test("lead and lag are what moving one side by every lag at every shift gives", () => {
  fc.assert(
    fc.property(two(returnOrNone, 40, 15), fc.nat(4), ({ a, b }, maxLag) => {
      const result = leadLag({ a, b, maxLag });
      const { rho, strength, largest } = naiveLeadLag(a, b, maxLag);
      const varies = (side: number[]) => new Set(side.filter((_, i) => !Number.isNaN(a[i]! + b[i]!))).size > 1;
      assert.equal(result !== undefined, largest.length >= 4 * maxLag + 2 && varies(a) && varies(b));
      if (!result) return;
      assert.deepEqual(
        result.correlations.map(({ lag }) => lag),
        rho.map((_, k) => k - maxLag),
      );
      for (const [k, one] of rho.entries()) near(result.correlations[k]!.rho, one, 1e-9, `at lag ${k - maxLag}`);
      near(strength[result.strongest.lag + maxLag]!, largest[0]!, 1e-9);
      near(rho[result.strongest.lag + maxLag]!, result.strongest.rho, 1e-9);
      assert.equal(result.exceed, largest.filter((one) => one >= largest[0]! - 1e-9).length);
      assert.deepEqual([result.shifts, result.pValue], [largest.length, result.exceed / largest.length]);
      assert.ok(result.exceed >= Math.min(largest.length, 2 * maxLag + 1));
    }),
    { numRuns: 200 },
  );
});

test("exchanging the two sides turns the lags around", () => {
  fc.assert(
    fc.property(two(returnOrNone, 40, 15), fc.nat(3), ({ a, b }, maxLag) => {
      const [one, other] = [leadLag({ a, b, maxLag }), leadLag({ a: b, b: a, maxLag })];
      for (const { lag, rho } of one?.correlations ?? []) near(other!.correlations.find((each) => each.lag === -lag)!.rho, rho, 1e-9);
      assert.equal(other?.shifts, one?.shifts);
    }),
    { numRuns: 100 },
  );
});

// By hand: b repeats a two sessions later, so a leads by two.
test("the side that moves first leads, by a positive lag when it is the first one", () => {
  const a = Array.from({ length: 90 }, (_, i) => Math.sin(i * i + 1));
  const later = (by: number, sign: number) => a.map((_, i) => sign * a[(i + 90 - by) % 90]!);
  const strongest = (b: number[]) => leadLag({ a, b, maxLag: 5 })!.strongest;
  assert.equal(strongest(later(2, 1)).lag, 2);
  near(strongest(later(2, 1)).rho, 1, 1e-9);
  assert.equal(strongest(later(87, -1)).lag, -3);
  near(strongest(later(87, -1)).rho, -1, 1e-9);
  const { exceed, pValue } = leadLag({ a, b: later(2, 1), maxLag: 5 })!;
  assert.deepEqual([exceed, pValue], [11, 11 / 90]);
  assert.equal(leadLag({ a, b: later(2, 1) })!.correlations.length, 21);
});

test("too few shared returns, or one side that does not vary, have no answer", () => {
  const a = [1, 2, 4, 3, 6, 5];
  assert.equal(leadLag({ a: a.slice(1), b: a.slice(1), maxLag: 1 }), undefined);
  assert.equal(leadLag({ a, b: a, maxLag: 1 })?.shifts, 6);
  assert.equal(leadLag({ a, b: [1, 2, 4, 3, 6, Number.NaN], maxLag: 1 }), undefined);
  assert.equal(leadLag({ a, b: [0, 0, 0, 0, 0, 0], maxLag: 1 }), undefined);
  assert.equal(leadLag({ a: [2, 2, 2, 2, 2, 2], b: a, maxLag: 1 }), undefined);
  assert.equal(leadLag({ a: [], b: [], maxLag: 0 }), undefined);
  assert.throws(() => leadLag({ a, b: [1] }), { name: "RangeError", message: "invalid lengths: 6 and 1" });
  for (const maxLag of [-1, 0.5]) assert.throws(() => leadLag({ a, b: a, maxLag }), { name: "RangeError", message: `invalid maxLag: ${maxLag}` });
});
