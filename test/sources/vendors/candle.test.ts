import assert from "node:assert/strict";
import { test } from "node:test";
import { candle } from "../../../src/sources/vendors/candle.ts";
import { columnsInOrder } from "../../../src/sources/vendors/columnsInOrder.ts";
import { finite } from "../../../src/sources/vendors/decimal.ts";

const whole = { open: 2, high: 4, low: 1, close: 3, volume: 5 };

test("a candle holds what was said", () => {
  assert.deepEqual(candle(whole, finite, "c"), whole);
  assert.deepEqual(candle({ ...whole, open: null, volume: null }, finite, "c"), { high: 4, low: 1, close: 3 });
  assert.deepEqual(candle({ ...whole, open: 0, volume: 0 }, finite, "c"), { ...whole, open: 0, volume: 0 });
});

test("a candle without a price is none, with a volume or not", () => {
  const nothing = { open: null, high: null, low: null, close: null };
  assert.equal(candle({ ...nothing, volume: null }, finite, "c"), undefined);
  assert.equal(candle({ ...nothing, volume: 0 }, finite, "c"), undefined);
});

test("a cell that is absent, and a low above the high, are refused", () => {
  assert.throws(() => candle({ ...whole, close: undefined }, finite, "c"), /c\.close: expected a finite number; received undefined/);
  assert.throws(() => candle({ ...whole, low: 4.5 }, finite, "c"), /c: expected low <= high; received \{"low":4\.5,"high":4\}/);
});

test("open and close lie within low and high, ends included", () => {
  for (const held of [whole, { ...whole, open: 1, close: 4 }, { open: 2, close: 3 }, { low: 1, high: 4 }, { low: 2, high: 2, open: 2, close: 2 }])
    columnsInOrder(held, "c");
  const faults: [object, RegExp][] = [
    [{ open: 0.999 }, /c: expected low <= open; received \{"low":1,"open":0\.999\}/],
    [{ close: 0.999 }, /c: expected low <= close;/],
    [{ open: 4.001 }, /c: expected open <= high; received \{"open":4\.001,"high":4\}/],
    [{ close: 4.001 }, /c: expected close <= high;/],
  ];
  for (const [change, message] of faults) assert.throws(() => columnsInOrder({ ...whole, ...change }, "c"), message);
});
