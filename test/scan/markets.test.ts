// What a universe becomes before any pair is looked at: the axis, who takes part, prices beyond the market.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { axisOf, onAxis } from "../../src/scan/axis.ts";
import { beyondMarket, marketReturns } from "../../src/scan/beyondMarket.ts";
import type { MarketBars } from "../../src/scan/index.ts";
import { usable } from "../../src/scan/usable.ts";
import { naiveAxis, naiveBeyondMarket, naiveRow } from "../naive/scan.ts";
import { inventedUniverse, near } from "./invented.ts";

const bars = (id: string, days: readonly number[], closes: readonly number[]): MarketBars => ({
  id,
  sessions: Int32Array.from(days),
  closes: Float64Array.from(closes),
});
const NONE = Number.NaN;
const ALWAYS = Number.POSITIVE_INFINITY;

// By hand: on day 3 one of two is listed beside a gap, on day 4 one of three closes, on day 6 only the second is left.
test("the axis is the days on which half of those listed close", () => {
  const markets = [bars("A", [1, 2, 3, 5], [1, 1, 1, 1]), bars("B", [2, 4, 5, 6], [1, 1, NONE, 1]), bars("C", [3, 5], [1, 1])];
  // Day 4: B alone of three. Day 6: B alone, while A and C count as listed for a week after their last.
  assert.deepEqual([...axisOf(markets)], [1, 2, 3, 5]);
  assert.deepEqual([...axisOf([])], []);
  assert.deepEqual([...axisOf([bars("A", [4], [NONE])])], []);
});

const someMarkets = fc.array(
  fc
    .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 })
    .chain((days) =>
      fc
        .array(fc.constantFrom(NONE, 1, 2, 3), { minLength: days.length, maxLength: days.length })
        .map((closes) => [days.toSorted((a, b) => a - b), closes] as const),
    ),
  { maxLength: 6 },
);

test("the axis and closes on it are what looking every day up gives", () => {
  fc.assert(
    fc.property(someMarkets, (lists) => {
      const markets = lists.map(([days, closes], k) => bars(`M${k}`, days, closes));
      const axis = axisOf(markets);
      assert.deepEqual([...axis], naiveAxis(markets));
      for (const market of markets) assert.deepEqual([...onAxis(market, axis)], naiveRow(market, [...axis]));
    }),
    { numRuns: 500 },
  );
});

test("markets without a price that moves take no part, each with its reason", () => {
  const { markets, skipped } = usable(
    [
      bars("Z", [1, 2, 3], [1, 2, 1]),
      bars("twice", [1, 2], [1, 2]),
      bars("one bar", [1, 2, 3], [NONE, 5, NONE]),
      bars("constant", [1, 2, 3], [5, NONE, 5]),
      bars("all none", [1, 2], [NONE, NONE]),
      bars("no bars", [], []),
      bars("not above zero", [1, 2, 3], [0, -4, ALWAYS]),
      bars("unordered", [1, 3, 2], [1, 2, 3]),
      bars("same day twice", [1, 1], [1, 2]),
      bars("twice", [1, 2], [1, 2]),
      bars("twice", [], []),
      bars("A", [1, 2, 3], [1, 0, 2]),
    ],
    ALWAYS,
  );
  assert.deepEqual(
    markets.map(({ id, closes }) => [id, ...closes]),
    [
      ["A", 1, NONE, 2],
      ["Z", 1, 2, 1],
    ],
  );
  assert.deepEqual(
    skipped.map(({ id, reason }) => [id, reason]),
    [
      ["all none", "empty"],
      ["constant", "constant"],
      ["no bars", "empty"],
      ["not above zero", "empty"],
      ["one bar", "one bar"],
      ["same day twice", "unordered"],
      ["twice", "duplicate"],
      ["unordered", "unordered"],
    ],
  );
});

test("what comes after the last day is left out before anything is judged", () => {
  const { markets, skipped } = usable([bars("A", [1, 2, 3], [1, 2, 3]), bars("B", [2, 3], [1, 2]), bars("C", [3], [1])], 2);
  assert.deepEqual(
    markets.map(({ id, sessions, closes }) => [id, ...sessions, ...closes]),
    [["A", 1, 2, 1, 2]],
  );
  assert.deepEqual(skipped, [
    { id: "B", reason: "one bar" },
    { id: "C", reason: "empty" },
  ]);
});

test("a hundred thousand names, half of them in pairs, are sorted and told apart", () => {
  const names = 100_000;
  const all = Array.from({ length: names }, (_, k) => bars(k % 4 < 2 ? `pair ${Math.floor(k / 4)}` : `lone ${k}`, [1, 2], [1, 2]));
  const { markets, skipped } = usable(all.toReversed(), ALWAYS);
  assert.deepEqual([markets.length, skipped.length], [names / 2, names / 4]);
  assert.ok(markets.every(({ id }, k) => k === 0 || markets[k - 1]!.id < id));
});

test("a price that comes with another number of sessions is a fault of the program", () => {
  assert.throws(() => usable([bars("A", [1, 2], [1])], ALWAYS), { name: "RangeError", message: "invalid closes: 1 for 2 sessions" });
});

test("beyond the market is what the normal equations leave", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 6 }), (seed, markets) => {
      const { markets: all } = inventedUniverse({ seed, markets, sessions: 60 });
      const axis = axisOf(all);
      const rows = all.map((market) => onAxis(market, axis));
      const market = marketReturns(rows, axis.length);
      for (const [k, row] of rows.entries()) {
        const walk = beyondMarket(row, market);
        const expected = naiveBeyondMarket(
          rows.map((own) => [...own]),
          k,
        );
        for (const [t, value] of expected.entries()) near(walk[t]!, value, 1e-9, `market ${k}, session ${t}`);
      }
    }),
    { numRuns: 60 },
  );
});

test("where all markets are one factor, nothing is left beyond it", () => {
  const walk = Array.from({ length: 200 }, (_, t) => Math.sin(t * t) / 50);
  const rows = [1, 0.5, 2].map((slope) => {
    let level = 0;
    return Float64Array.from(walk, (step) => Math.exp((level += slope * step)));
  });
  // Exactly one: what rounding leaves would have highs.
  for (const row of rows) assert.deepEqual([...new Set(beyondMarket(row, marketReturns(rows, 200)))], [1]);
});

test("beyond the market says nothing where a return or those of the others are missing, and nothing of nothing", () => {
  const rows = [
    [1, 2, NONE, 4, 5],
    [1, 2, 3, 5, 9],
  ].map((row) => Float64Array.from(row));
  const walk = beyondMarket(rows[0]!, marketReturns(rows, 5));
  assert.deepEqual(Array.from(walk, Number.isNaN), [false, false, true, true, false]);
  assert.ok(beyondMarket(new Float64Array(3).fill(NONE), marketReturns(rows, 5)).every(Number.isNaN));
});
