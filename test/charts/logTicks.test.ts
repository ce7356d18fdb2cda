import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { levelLabel } from "../../src/charts/levelLabel.ts";
import { logTicks } from "../../src/charts/logTicks.ts";

test("ticks of a log scale are round, whatever the range", () => {
  // By hand: 1, 2 and 5 times powers of ten; powers alone where these are too many; evenly apart where the range is small.
  assert.deepEqual(logTicks(90, 1200, 7), [100, 200, 500, 1000]);
  assert.deepEqual(logTicks(60, 2000, 7), [100, 200, 500, 1000, 2000]);
  assert.deepEqual(logTicks(50, 90_000, 7), [100, 1000, 10_000]);
  assert.deepEqual(logTicks(90, 2e8, 7), [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]);
  assert.deepEqual(logTicks(90, 2e8, 4), [100, 10_000, 1_000_000, 100_000_000]);
  assert.deepEqual(logTicks(95, 310, 7), [100, 150, 200, 250, 300]);
  assert.deepEqual(logTicks(51, 499, 7), [70, 100, 200, 300]);
  assert.deepEqual(logTicks(0.02, 0.9, 7), [0.02, 0.05, 0.1, 0.2, 0.5]);
  assert.deepEqual(logTicks(1.1, 20, 3), [2, 10]);
});

test("two ticks are left where a round value lies a hair outside the range", () => {
  const hair = 1e-9 + 2 ** -81; // above 1e-9 by one place of the last digit
  assert.ok(hair > 1e-9 && logTicks(hair, 1.95e-9, 3).length >= 2);
});

test("ticks lie within their range, ascend, and are few, and there are always some", () => {
  const level = fc.double({ min: 1e-9, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(level, fc.double({ min: 1.05, max: 1e12, noNaN: true }), fc.integer({ min: 3, max: 9 }), (low, ratio, most) => {
      const high = low * ratio;
      const ticks = logTicks(low, high, most);
      assert.ok(ticks.length >= 2 && ticks.length <= Math.max(most, 5), `${ticks.length} ticks`);
      for (const [k, tick] of ticks.entries()) assert.ok(tick >= low && tick <= high && (k === 0 || tick > ticks[k - 1]!));
    }),
  );
  for (const [low, high] of [
    [0, 1],
    [-1, 1],
    [2, 1],
    [1, Number.POSITIVE_INFINITY],
    [Number.NaN, 1],
  ] as const) {
    assert.throws(() => logTicks(low, high, 5), /^RangeError: invalid range: /);
  }
});

test("levels are written as people read them", () => {
  assert.deepEqual([0.3 - 0.1, 3 * 0.1, 100, 102.5, 1000, 50_000, 999_999, 1e6, 2.5e6, 2e8, 3e9, 1e12].map(levelLabel), [
    "0.2",
    "0.3",
    "100",
    "102.5",
    "1,000",
    "50,000",
    "999,999",
    "1m",
    "2.5m",
    "200m",
    "3bn",
    "1tn",
  ]);
});
