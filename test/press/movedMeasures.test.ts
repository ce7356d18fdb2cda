import assert from "node:assert/strict";
import { test } from "node:test";
import { movedMeasures } from "../../src/press/movedMeasures.ts";

const measure = (value: number | null) => ({ value, method: "m", definition: "d", unit: "ratio" });

test("measures that moved, came or went are named by their place, in order; what is no measure is not", () => {
  const before = { asOf: "2025-12-11", a: measure(1), list: [measure(2), { deep: measure(null) }], gone: measure(3), value: 7 };
  const after = { asOf: "2025-12-12", a: measure(1), list: [measure(2.5), { deep: measure(0) }], came: measure(null), value: 8 };
  assert.deepEqual(movedMeasures(before, after), [
    { path: "list.0", before: 2, after: 2.5 },
    { path: "list.1.deep", before: null, after: 0 },
    { path: "gone", before: 3, after: undefined },
    { path: "came", before: undefined, after: null },
  ]);
  assert.deepEqual(movedMeasures(before, before), []);
});

test("where there was no study at all, every measure is new", () => {
  assert.deepEqual(movedMeasures(null, { a: measure(1) }), [{ path: "a", before: undefined, after: 1 }]);
  assert.deepEqual(movedMeasures({ a: measure(null) }, "no study"), [{ path: "a", before: null, after: undefined }]);
  assert.deepEqual(movedMeasures(null, undefined), []);
});
