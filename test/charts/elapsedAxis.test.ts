import assert from "node:assert/strict";
import { test } from "node:test";
import { scaleLinear } from "d3-scale";
import fc from "fast-check";
import { elapsedTicks } from "../../src/charts/elapsedTicks.ts";
import { spacedRow } from "../../src/charts/spacedRow.ts";
import { textWidth } from "../../src/charts/textWidth.ts";

test("days since an event tick from zero on in round steps that have room", () => {
  // By hand: three digits at 13 take 25 pixels and a gap of 12; a day takes 2, so that 15 days are too few and 30 enough.
  assert.deepEqual(elapsedTicks(scaleLinear([0, 100], [0, 200]), 13), [0, 30, 60, 90]);
  assert.deepEqual(elapsedTicks(scaleLinear([0, 1], [0, 200]), 13), [0, 1]);
  assert.deepEqual(elapsedTicks(scaleLinear([0, 20], [0, 10]), 13), [0, 20], "no step has room: the ends are asked for");
});

test("words in a row never run into each other, and the last is always there", () => {
  const word = fc.record({ at: fc.integer({ min: 0, max: 300 }), text: fc.constantFrom("0", "30", "365 days", "1,000") });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const sorted = [...words].sort((a, b) => a.at - b.at);
      const shown = [
        ...spacedRow(sorted, { y: 10, size: 12 })
          .join("")
          .matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g),
      ].map(([, x, text]) => {
        const half = textWidth(text!, 12) / 2;
        return { from: Number(x) - half, to: Number(x) + half, at: Number(x), text };
      });
      assert.deepEqual([shown.at(-1)!.at, shown.at(-1)!.text], [sorted.at(-1)!.at, sorted.at(-1)!.text]);
      for (let k = 1; k < shown.length; k++) assert.ok(shown[k]!.from > shown[k - 1]!.to + 2.8);
    }),
  );
});
