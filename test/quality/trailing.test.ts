import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { trailingMean } from "../../src/quality/trailingMean.ts";
import { trailingMedian } from "../../src/quality/trailingMedian.ts";
import { naiveTrailingMean, naiveTrailingMedian } from "../naive/qualityBaselines.ts";

const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e3, max: 1e3, noNaN: true })), { maxLength: 60 });

test("the trailing mean and median are those of the values cut out", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 9 }), (all, window) => {
      const mean = trailingMean(window);
      const median = trailingMedian(window);
      assert.deepEqual([mean.mean(), median.median()], [Number.NaN, Number.NaN]);
      for (const [k, value] of all.entries()) {
        mean.push(value);
        median.push(value);
        const before = all.slice(0, k + 1);
        assert.ok(Math.abs(mean.mean() - naiveTrailingMean(before, window)) < 1e-9);
        assert.equal(median.median() + 0, naiveTrailingMedian(before, window) + 0);
        assert.deepEqual([mean.count(), median.count()], [Math.min(k + 1, window), Math.min(k + 1, window)]);
      }
    }),
  );
});

// By hand: 1e16 swallows a one that is added to it; a sum that is only carried on keeps the loss for good.
test("what a great value rounded away comes back", () => {
  const { push, mean } = trailingMean(3);
  for (const value of [1e16, 1, 1, 1, 1, 1]) push(value);
  assert.equal(mean(), 1);
});
