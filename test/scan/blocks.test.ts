import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { blocksOf, familiesOf, leadersOf, MOST_LEADERS } from "../../src/scan/blocks.ts";
import { spanClasses } from "../../src/scan/inPieces.ts";

const someSpans = (kinds: { min: number; max: number }) =>
  fc
    .array(fc.tuple(fc.nat(2000), fc.nat(2000)), { minLength: kinds.min, maxLength: kinds.max })
    .chain((spans) =>
      fc.array(fc.nat(spans.length - 1), { minLength: spans.length, maxLength: 400 }).map((of) => [...spans.keys(), ...of].map((k) => spans[k]!)),
    )
    .map((spans) => Int32Array.from(spans.flatMap(([from, length]) => [from, from + length])));

test("markets of one class have one span: their own up to 64 of them", () => {
  fc.assert(
    fc.property(someSpans({ min: 1, max: 60 }), (spans) => {
      const { from, to, of, members, step } = spanClasses(spans);
      assert.equal(step, 1);
      assert.deepEqual(Int32Array.from([...from.keys()].flatMap((k) => [from[k]!, to[k]!])), spans);
      for (const [own, list] of members.entries()) {
        assert.equal(new Set([...list].map((k) => `${from[k]} ${to[k]}`)).size, 1);
        assert.ok([...list].every((k, at) => of[k] === own && (at === 0 || list[at - 1]! < k)));
      }
      assert.equal(new Set([...from.keys()].map((k) => `${from[k]} ${to[k]}`)).size, members.length);
      assert.equal(
        members.reduce((sum, { length }) => sum + length, 0),
        of.length,
      );
    }),
    { numRuns: 100 },
  );
});

test("more spans than that are shortened inward to whole quarters, but for the end of the axis", () => {
  fc.assert(
    fc.property(someSpans({ min: 200, max: 200 }), (spans) => {
      const own = new Set([...spans.keys()].filter((k) => k % 2 === 0).map((k) => `${spans[k]} ${spans[k + 1]}`)).size;
      fc.pre(own > 64);
      const { from, to, step, members } = spanClasses(spans);
      const end = Math.max(...spans);
      assert.equal(step, 63);
      for (const [k, begins] of from.entries()) {
        const [first, last] = [spans[2 * k]!, spans[2 * k + 1]!];
        assert.ok(begins % 63 === 0 && begins >= first && begins < first + 63);
        assert.ok(last === end ? to[k] === end : to[k]! % 63 === 0 && to[k]! <= last && to[k]! > last - 63);
      }
      for (const list of members) assert.ok(list.every((k) => from[k] === from[list[0]!] && to[k] === to[list[0]!]));
    }),
    { numRuns: 50 },
  );
});

test("blocks hold every market as a leader once, never two classes in one, and never more than a screen takes", () => {
  fc.assert(
    fc.property(someSpans({ min: 1, max: 90 }), (spans) => {
      const classes = spanClasses(spans);
      const blocks = blocksOf(classes);
      const leaders = blocks.map((block) => [...leadersOf(block, classes)]);
      assert.deepEqual(
        leaders.flat().toSorted((a, b) => a - b),
        [...classes.of.keys()],
      );
      for (const own of leaders) assert.ok(own.length > 0 && own.length <= MOST_LEADERS && new Set(own.map((k) => classes.of[k])).size === 1);
      assert.equal(new Set(blocks.map(({ id }) => id)).size, blocks.length);
    }),
    { numRuns: 100 },
  );
});

test("a universe of ten thousand in one class makes blocks of 128; small ones at least of four", () => {
  const sizes = (count: number) =>
    new Set(blocksOf(spanClasses(Int32Array.from({ length: 2 * count }, (_, k) => (k % 2 === 0 ? 0 : 500)))).map(({ from, to }) => to - from));
  // 10,000 = 78 × 128 + 16; 9 = 4 + 4 + 1; 640 = 64 × 10.
  assert.deepEqual([sizes(10_000), sizes(9), sizes(640)], [new Set([128, 16]), new Set([4, 1]), new Set([10])]);
});

test("a block beyond the universe is a fault of the program", () => {
  const classes = spanClasses(Int32Array.of(0, 5, 0, 5));
  assert.throws(() => leadersOf({ kind: "block", id: "block-00009", from: 9, to: 12 }, classes), { name: "RangeError", message: "invalid block: 9 to 12" });
});

test("families are jobs of four leaders, in their order", () => {
  const jobs = familiesOf([9, 2, 7, 1, 5]);
  assert.deepEqual(
    jobs.map(({ id, leaders }) => [id, ...leaders]),
    [
      ["family-00000", 9, 2, 7, 1],
      ["family-00001", 5],
    ],
  );
  assert.deepEqual(familiesOf([]), []);
});
