import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { segmentsOf } from "../../../src/note/claims/segments.ts";
import { textBlocks } from "../../../src/note/claims/textBlocks.ts";

const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })).map(([from, to]) => ({ from, to }));

test("marks that overlap are cut into neighbours, the shortest first", () => {
  const marks = [
    { from: 2, to: 8 },
    { from: 4, to: 6 },
    { from: 5, to: 12 },
  ];
  assert.deepEqual(segmentsOf({ from: 0, to: 10 }, marks), [
    { from: 0, to: 2, marks: [] },
    { from: 2, to: 4, marks: [0] },
    { from: 4, to: 5, marks: [1, 0] },
    { from: 5, to: 6, marks: [1, 0, 2] },
    { from: 6, to: 8, marks: [0, 2] },
    { from: 8, to: 10, marks: [2] },
  ]);
});

test("segments cover the stretch from end to end, and each unit lies in the marks that it lay in", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (marks) => {
      const segments = segmentsOf({ from: 5, to: 35 }, marks);
      assert.deepEqual([segments[0]!.from, segments.at(-1)!.to], [5, 35]);
      for (const [k, { from, to }] of segments.entries()) assert.ok(from < to && (k === 0 || segments[k - 1]!.to === from));
      // Unit by unit, in place of cuts.
      for (let at = 5; at < 35; at++) {
        const slow = marks.flatMap((mark, k) => (mark.from <= at && at < mark.to ? [k] : []));
        const found = segments.find(({ from, to }) => from <= at && at < to)!;
        assert.deepEqual(new Set(found.marks), new Set(slow));
      }
    }),
  );
});

test("blocks stand apart by an empty line, whichever its line ends, and leave out the space around them", () => {
  const held = (text: string) => textBlocks(text).map(({ from, to }) => text.slice(from, to));
  assert.deepEqual(held("\n A title \n\nOne line\n  and another.\n \t\n\nLast"), ["A title", "One line\n  and another.", "Last"]);
  assert.deepEqual(held("a\r\nb\r\n\r\nc"), ["a\r\nb", "c"]);
  assert.deepEqual([held(""), held(" \n\n ")], [[], []]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", "\t", "\u2028") }), (text) => {
      // Nothing but space is left out.
      assert.equal(held(text).join("").replaceAll(/\s/g, ""), text.replaceAll(/\s/g, ""));
    }),
  );
});
