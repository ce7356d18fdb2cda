import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimal, finite } from "../../../src/sources/vendors/decimal.ts";
import { list, record } from "../../../src/sources/vendors/record.ts";

// The grammar itself is the witness: each text beside the number that it writes out.
const DECIMALS: [text: string, value: number][] = [
  ["0", 0],
  ["12", 12],
  ["-12.50", -12.5],
  ["007.25", 7.25],
  [".5", 0.5],
  ["5.", 5],
  ["1.2e-3", 0.0012],
  ["3E+2", 300],
];

// What vendors write for a missing value, what other languages call a number, and what a double cannot hold.
const NO_DECIMALS: unknown[] = [
  "",
  " ",
  " 1",
  "1 ",
  "1\n",
  "+1",
  "--1",
  "1,234",
  "1_000",
  "0x10",
  "1e",
  "1e400",
  "-1e400",
  ".",
  "-",
  "e5",
  "NaN",
  "Infinity",
  "-Infinity",
  "null",
  "NA",
  "N/D",
  "١٢",
  12,
  null,
  undefined,
  true,
  ["1"],
  { toString: () => "1" },
];

test("a decimal is read as the number that it writes", () => {
  for (const [text, value] of DECIMALS) assert.equal(decimal(text, "here"), value, text);
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => decimal(String(value), "here") === value));
});

test("whatever else stands in place of a decimal is refused, and the place is named", () => {
  for (const text of NO_DECIMALS) {
    assert.throws(
      () => decimal(text, "rows[3].close"),
      { why: "malformed", message: /^rows\[3\]\.close: expected a decimal number as text; received / },
      String(text),
    );
  }
});

test("a long run of digits costs no more than its length", () => {
  const started = process.cpuUsage().user;
  assert.throws(() => decimal(`${"1".repeat(1_000_000)}x`, "here"), { why: "malformed" });
  assert.ok(process.cpuUsage().user - started < 1_000_000, "within a second of work; backtracking would take minutes");
});

test("a finite number is handed through; a text, Infinity and null are refused by name", () => {
  assert.equal(finite(-0.25, "here"), -0.25);
  const refused: [value: unknown, shown: string][] = [
    ["1", '"1"'],
    [JSON.parse("1e400"), '"Infinity"'],
    [Number.NaN, '"NaN"'],
    [null, "null"],
    [undefined, "undefined"],
    [[1], "[1]"],
  ];
  for (const [value, shown] of refused) {
    assert.throws(() => finite(value, "a.b"), { why: "malformed", message: `a.b: expected a finite number; received ${shown}` });
  }
});

test("an object is no list, a list no object, and null is neither", () => {
  const object = { close: 1 };
  const values = [1, 2];
  assert.equal(record(object, "here"), object);
  assert.equal(list(values, "here"), values);
  const noObjects: [value: unknown, shown: string][] = [
    [[1, 2], "[1,2]"],
    [null, "null"],
    ["{}", '"{}"'],
    [1, "1"],
    [undefined, "undefined"],
  ];
  for (const [value, shown] of noObjects) {
    assert.throws(() => record(value, "meta"), { why: "malformed", message: `meta: expected an object; received ${shown}` });
  }
  const noLists: [value: unknown, shown: string][] = [
    [{ length: 2 }, '{"length":2}'],
    [null, "null"],
    ["ab", '"ab"'],
  ];
  for (const [value, shown] of noLists) {
    assert.throws(() => list(value, "rows"), { why: "malformed", message: `rows: expected a list; received ${shown}` });
  }
});
