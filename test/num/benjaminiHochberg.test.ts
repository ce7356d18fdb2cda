import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { benjaminiHochberg } from "../../src/num/index.ts";
import { naiveBenjaminiHochberg } from "../naive/scan.ts";

const pValues = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1)), { maxLength: 30 });

test("adjusted p-values are the least level at which the definition rejects", () => {
  fc.assert(
    fc.property(pValues, (list) => {
      const slow = naiveBenjaminiHochberg(list);
      for (const [k, adjusted] of benjaminiHochberg(list).entries()) assert.ok(Math.abs(adjusted - slow[k]!) < 1e-12, `${adjusted} ${slow[k]}`);
    }),
    { numRuns: 500 },
  );
});

test("they keep the order of the p-values, stay above them and at most one, and move with their places", () => {
  fc.assert(
    fc.property(pValues, (list) => {
      const adjusted = benjaminiHochberg(list);
      for (const [k, value] of adjusted.entries()) {
        assert.ok(value <= 1 && value >= list[k]! * (1 - 1e-12));
        for (const [other, p] of list.entries()) if (p <= list[k]!) assert.ok(adjusted[other]! <= value);
      }
      assert.deepEqual(benjaminiHochberg(list.toReversed()), adjusted.toReversed());
    }),
  );
  assert.deepEqual([benjaminiHochberg([]), benjaminiHochberg([0.3])], [[], [0.3]]);
});

test("what is no probability is refused", () => {
  for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => benjaminiHochberg([0.5, p]), { name: "RangeError", message: `invalid pValue: ${p}` });
});
