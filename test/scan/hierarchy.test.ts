import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hierarchy } from "../../src/scan/index.ts";
import { naiveHierarchy } from "../naive/scan.ts";

// Whole numbers over 97: no product of two of them meets a limit exactly.
const p = fc.integer({ min: 1, max: 97 }).map((k) => k ** 3 / 97 ** 3);
const families = fc.array(
  fc.record({ pValue: p, members: fc.array(fc.oneof({ weight: 5, arbitrary: p }, { weight: 1, arbitrary: fc.constant(Number.NaN) }), { maxLength: 5 }) }),
  {
    maxLength: 12,
  },
);

test("a hierarchy is what counting the rejected families, and trying every member at their share, gives", () => {
  let found = 0;
  fc.assert(
    fc.property(families, fc.nat(30), fc.constantFrom(0.05, 0.2), (tested, untested, level) => {
      const all = tested.length + untested;
      const result = hierarchy(tested, { all, level });
      const slow = naiveHierarchy(tested, { all, level });
      assert.deepEqual(
        result.found.map((one, k) => ({ found: one, members: result.members[k] })),
        slow,
      );
      found += result.members.flat().filter(Boolean).length;
    }),
    { numRuns: 500 },
  );
  assert.ok(found > 100);
});

// By hand: of 40 families the second smallest is at most 2 × 0.05 / 40 = 0.0025, the third is not at most 0.00375; within, members at 0.05 × 2 / 40 = 0.0025.
test("two families of forty, by hand", () => {
  const { adjusted, found, members } = hierarchy(
    [
      { pValue: 0.001, members: [0.001, 0.0025, 0.0026, Number.NaN] },
      { pValue: 0.0025, members: [0.0025] },
      { pValue: 0.004, members: [0.0001] },
    ],
    { all: 40, level: 0.05 },
  );
  assert.deepEqual(
    adjusted.map((value) => value.toFixed(6)),
    ["0.040000", "0.050000", "0.053333"],
  );
  assert.deepEqual(
    [found, members],
    [
      [true, true, false],
      [[true, true, false, false], [true], [false]],
    ],
  );
});

test("families that were not tested only make it harder, and nothing tested finds nothing", () => {
  fc.assert(
    fc.property(families, fc.nat(30), (tested, untested) => {
      const [alone, among] = [0, untested].map((more) => hierarchy(tested, { all: tested.length + more, level: 0.2 }));
      for (const [k, members] of among!.members.entries()) for (const [m, one] of members.entries()) assert.ok(!one || alone!.members[k]![m]);
    }),
  );
  assert.deepEqual(hierarchy([], { all: 7, level: 0.05 }), { adjusted: [], found: [], members: [] });
  assert.deepEqual(hierarchy([], { all: 0, level: 0.05 }), { adjusted: [], found: [], members: [] });
});

test("more families than there are, or a p-value that is none, is refused", () => {
  const one = { pValue: 0.1, members: [] };
  assert.throws(() => hierarchy([one, one], { all: 1, level: 0.05 }), { name: "RangeError", message: "invalid all: 1" });
  assert.throws(() => hierarchy([{ ...one, pValue: Number.NaN }], { all: 1, level: 0.05 }), { name: "RangeError", message: "invalid pValue: NaN" });
});
