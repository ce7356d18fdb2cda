import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayNumber, parseDay, toDay } from "../../src/market/index.ts";

// Witness: the platform's own calendar.
test("days agree with the platform's calendar over nine thousand years", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber("0100-01-01"), max: dayNumber("9999-12-31") }), (number) => {
      const iso = new Date(number * 86_400_000).toISOString().slice(0, 10);
      assert.equal(toDay(number), iso);
      assert.equal(parseDay(iso), number);
    }),
    { numRuns: 5000 },
  );
});

test("what is no day is undefined, whatever it looks like", () => {
  for (const text of [
    "",
    "2025",
    "2025-2-3",
    "2025-13-01",
    "2025-00-10",
    "2025-04-31",
    "2025-02-29",
    "1900-02-29",
    "2025-12-11T00:00",
    " 2025-12-11",
    "20251211",
    "2025/12/11",
    "２０２５-12-11",
  ]) {
    assert.equal(parseDay(text), undefined, text);
    assert.throws(() => dayNumber(text), /invalid day: /);
  }
  assert.equal(toDay(parseDay("2000-02-29")!), "2000-02-29");
});

test("toDay refuses what is no day number", () => {
  for (const number of [Number.NaN, 0.5, Number.POSITIVE_INFINITY, 1e9]) assert.throws(() => toDay(number), /invalid day number/);
});
