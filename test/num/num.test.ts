import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { drawdowns, logChoose, lowerBound, recordIndices } from "../../src/num/index.ts";
import { levels } from "../arbitraries.ts";
import { naiveDrawdowns, naiveRecordIndices } from "../naive/records.ts";

test("recordIndices finds what looking back from each value finds", () => {
  fc.assert(
    fc.property(levels(), (values) => assert.deepEqual(recordIndices(values), naiveRecordIndices(values))),
    { numRuns: 1000 },
  );
});

test("drawdowns are what dividing by the maximum so far gives", () => {
  fc.assert(
    fc.property(levels(), (values) => assert.deepEqual([...drawdowns(values)], naiveDrawdowns(values))),
    { numRuns: 1000 },
  );
});

test("an equal level is no record and its drawdown is zero", () => {
  assert.deepEqual(recordIndices([5, 5, 6, 6]), [0, 2]);
  assert.deepEqual([...drawdowns([5, 5, 6, 6])], [0, 0, 0, 0]);
});

test("a gap is neither zero nor a record", () => {
  assert.deepEqual(recordIndices([Number.NaN, 2, Number.NaN, 3]), [1, 3]);
  assert.deepEqual([...drawdowns([Number.NaN, 2, Number.NaN, 1])], [Number.NaN, 0, Number.NaN, -0.5]);
  assert.deepEqual(recordIndices([]), []);
});

test("logChoose agrees with Pascal's triangle and refuses what is no count", () => {
  const row = [1];
  for (let n = 1; n <= 40; n++) {
    for (let k = row.length; k >= 0; k--) row[k] = (row[k] ?? 0) + (row[k - 1] ?? 0);
    for (const [k, expected] of row.entries()) assert.ok(Math.abs(Math.exp(logChoose(n, k)) / expected - 1) < 1e-12, `${n} choose ${k}`);
  }
  assert.equal(logChoose(5, 6), Number.NEGATIVE_INFINITY);
  assert.throws(() => logChoose(-1, 0), RangeError);
  assert.throws(() => logChoose(5, 0.5), RangeError);
});

test("lowerBound is the first place that a scan finds", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (values, bound) => {
      const ascending = values.toSorted((a, b) => a - b);
      const scanned = ascending.findIndex((value) => value >= bound);
      assert.equal(lowerBound(ascending, bound), scanned < 0 ? ascending.length : scanned);
    }),
  );
});
