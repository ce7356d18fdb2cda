import assert from "node:assert/strict";
import { test } from "node:test";
import { type KeyItem, keyLine } from "../../src/charts/keyLine.ts";

// Ten letters of 0.64 ems are reckoned 64 pixels at a size of 10; with a mark of 4 and 6 after it an item takes 74, and 12 part two.
const item = (joined = false): KeyItem => ({ width: 4, words: "abcdeghnop", draw: (x, middle) => `<i x="${x}" y="${Math.round(middle)}"/>`, joined });
const placesOf = (items: readonly KeyItem[], width: number) => {
  const key = keyLine(items, { left: 2, width, size: 10 });
  const marks = key.at(0).flatMap((part) => [...part.matchAll(/<i x="([\d.]+)" y="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]));
  return { height: key.height, marks };
};

test("items stand side by side, and in another row where there is no room", () => {
  assert.deepEqual(placesOf([item(), item()], 162), {
    height: 19,
    marks: [
      [2, 7],
      [88, 7],
    ],
  });
  assert.deepEqual(placesOf([item(), item()], 161), {
    height: 38,
    marks: [
      [2, 7],
      [2, 26],
    ],
  });
});

test("what is joined moves together, unless no row holds it", () => {
  assert.deepEqual(placesOf([item(), item(), item(true)], 170).marks, [
    [2, 7],
    [2, 26],
    [88, 26],
  ]);
  assert.deepEqual(placesOf([item(), item(), item(true), item(true)], 170).marks, [
    [2, 7],
    [88, 7],
    [2, 26],
    [88, 26],
  ]);
});

test("a key of nothing takes no room", () => {
  assert.deepEqual(placesOf([], 100), { height: 0, marks: [] });
});
