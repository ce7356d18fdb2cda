import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { calibrationTable, score } from "../../src/lag/index.ts";
import { closeTo } from "./closeTo.ts";

const forecast = fc.record({ probability: fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000), outcome: fc.constantFrom(0, 1) });

// By hand: squares 0.04, 0.49 and 0.25; logarithms of 0.8, 0.3 and 0.5.
test("scores by hand", () => {
  const forecasts = [
    { probability: 0.8, outcome: 1 },
    { probability: 0.7, outcome: 0 },
    { probability: 0.5, outcome: 1 },
  ];
  const { n, brier, logScore } = score(forecasts);
  assert.deepEqual([n, brier.toFixed(12), logScore.toFixed(6)], [3, "0.260000000000", "0.706755"]);
  assert.equal((-(Math.log(0.8) + Math.log(0.3) + Math.log(0.5)) / 3).toFixed(6), "0.706755");
});

test("a certainty that fails costs much, not everything, and only in the log score", () => {
  const failed = score([{ probability: 1, outcome: 0 }]);
  assert.deepEqual([failed.brier, failed.logScore.toFixed(9)], [1, (-Math.log(0.001)).toFixed(9)]);
  const came = score([{ probability: 1, outcome: 1 }]);
  assert.deepEqual([came.brier, came.logScore.toFixed(9)], [0, (-Math.log(0.999)).toFixed(9)]);
  closeTo(score([{ probability: 0, outcome: 1 }]), { n: 1, brier: 1, logScore: -Math.log(0.001) });
});

test("without forecasts there is no score", () => {
  assert.deepEqual(score([]), { n: 0, brier: Number.NaN, logScore: Number.NaN });
});

test("what is no probability or no outcome is refused", () => {
  for (const probability of [-0.1, 1.1, Number.NaN]) {
    assert.throws(() => score([{ probability, outcome: 1 }]), new RangeError(`invalid probability: ${probability}`));
  }
  for (const outcome of [0.5, 2, Number.NaN]) assert.throws(() => score([{ probability: 0.5, outcome }]), new RangeError(`invalid outcome: ${outcome}`));
});

// The best of all constant forecasts, by either score, is how often it happened.
test("among constant forecasts the share that happened scores best", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 2, maxLength: 20 }), fc.integer({ min: 1, max: 99 }), (outcomes, percent) => {
      const share = outcomes.filter((outcome) => outcome === 1).length / outcomes.length;
      fc.pre(share > 0 && share < 1);
      const of = (probability: number) => score(outcomes.map((outcome) => ({ probability, outcome })));
      assert.ok(of(share).brier <= of(percent / 100).brier + 1e-12);
      assert.ok(of(share).logScore <= of(percent / 100).logScore + 1e-12);
      closeTo(of(share).brier, share * (1 - share));
    }),
  );
});

test("a calibration table by hand", () => {
  const forecasts = [0, 0.1, 0.25, 0.5, 0.74, 1].map((probability, k) => ({ probability, outcome: k % 2 }));
  closeTo(calibrationTable(forecasts, { bins: 4 }), [
    { from: 0, to: 0.25, n: 2, forecast: 0.05, happened: 0.5 },
    { from: 0.25, to: 0.5, n: 1, forecast: 0.25, happened: 0 },
    { from: 0.5, to: 0.75, n: 2, forecast: 0.62, happened: 0.5 },
    { from: 0.75, to: 1, n: 1, forecast: 1, happened: 1 },
  ]);
  assert.deepEqual(calibrationTable([], { bins: 1 }), [{ from: 0, to: 1, n: 0, forecast: Number.NaN, happened: Number.NaN }]);
});

test("each forecast falls into the one bin that holds its probability", () => {
  fc.assert(
    fc.property(fc.array(forecast, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (forecasts, bins) => {
      const table = calibrationTable(forecasts, { bins });
      assert.equal(table.length, bins);
      for (const [k, { from, to, n, forecast: mean, happened }] of table.entries()) {
        closeTo([from, to], [k / bins, (k + 1) / bins]);
        const within = forecasts.filter(({ probability }) => probability >= from && (probability < to || (probability === 1 && to === 1)));
        assert.equal(n, within.length);
        closeTo(mean * n, n === 0 ? Number.NaN : within.reduce((sum, { probability }) => sum + probability, 0));
        closeTo(happened * n, n === 0 ? Number.NaN : within.filter(({ outcome }) => outcome === 1).length);
      }
    }),
    { numRuns: 200 },
  );
});

test("a number of bins that is none is refused", () => {
  for (const bins of [0, -1, 1.5, Number.NaN]) assert.throws(() => calibrationTable([], { bins }), new RangeError(`invalid bins: ${bins}`));
});
