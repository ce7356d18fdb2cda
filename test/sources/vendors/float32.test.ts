import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { float32 } from "../../../src/sources/vendors/float32.ts";

test("a price that has been through 32 bits is the decimal that it was", () => {
  // Left: the double nearest to the float32 nearest to the right one, as struct.unpack("f", struct.pack("f", x)) of Python prints it.
  const widened: [number, number][] = [
    [57.31999969482422, 57.32],
    [83.1500015258789, 83.15],
    [4321.0986328125, 4321.0986],
    [-12.34000015258789, -12.34],
    [0.10000000149011612, 0.1],
    [77.84375, 77.84375],
    [1.000000013351432e-10, 1e-10],
  ];
  for (const [value, decimal] of widened) assert.equal(float32(value), decimal);
  // Fifteen digits, as some answers write: no float32 to the last bit, so it stays.
  assert.equal(float32(57.3199996948242), 57.3199996948242);
});

test("every decimal of at most six digits comes back, and what comes back is the same float32", () => {
  const prices = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 5 })).map(([digits, places]) => Number(`${digits}e-${places}`));
  fc.assert(fc.property(prices, (price) => float32(Math.fround(price)) === price));
  fc.assert(fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => Math.fround(float32(value)) === value));
});

test("what never was in 32 bits stays as it is, whole numbers too", () => {
  for (const value of [538.11, 0.205, 1 / 3, 123_456_792, 18_565_664_997, 0, -5, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(float32(value), value);
  }
});
