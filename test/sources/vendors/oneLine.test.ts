import assert from "node:assert/strict";
import { test } from "node:test";
import { oneLine } from "../../../src/sources/vendors/oneLine.ts";

test("what a source said is one line that cannot steer a terminal", () => {
  assert.equal(oneLine(" Not\r\n\tfound \u001b[2J\u202e\u0000"), "Not found [2J");
  for (const said of ["", " \n", undefined, null, 7, {}, ["x"]]) assert.equal(oneLine(said), undefined);
});

test("a long story is cut", () => {
  const line = oneLine("ab ".repeat(1_000_000))!;
  assert.deepEqual([line.length, line.slice(-4)], [200, "b..."]); // 197 characters end in "ab", the 66th time
});
