import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  bootstrapInterval,
  circularCounts,
  effectiveShifts,
  logReturns,
  mean,
  pearson,
  quantile,
  ranks,
  seeded,
  spearman,
  windowRecords,
} from "../../src/num/index.ts";
import { levels } from "../arbitraries.ts";
import { everyResample, naiveBootstrap } from "../naive/bootstrap.ts";
import { naiveCircularCounts, naiveEffective } from "../naive/circular.ts";
import { heldPairs, naivePearson, naiveRanks, naiveSpearman } from "../naive/correlation.ts";
import { naiveQuantile } from "../naive/quantile.ts";
import { naiveWindowRecords } from "../naive/windowRecords.ts";

// Small whole numbers: many ties; now and then none.
const values = (maxLength = 40) => fc.array(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -9, max: 9 }) }, fc.constant(Number.NaN)), { maxLength });
const twoColumns = fc.integer({ min: 0, max: 30 }).chain((length) => fc.tuple(column(length), column(length)));
const column = (length: number) => values().map((cells) => Array.from({ length }, (_, i) => cells[i % Math.max(1, cells.length)] ?? i % 7));

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

test("quantile weighs the two nearest of the sorted values", () => {
  fc.assert(fc.property(values(), fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => near(quantile(list, p), naiveQuantile(list, p), 1e-9)));
  assert.deepEqual([quantile([3, 1, 2], 0), quantile([3, 1, 2], 1), quantile([10, 9], 0.5)], [1, 3, 9.5]);
  assert.ok(Number.isNaN(quantile([], 0.5)) && Number.isNaN(quantile([Number.NaN], 0.5)));
  for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => quantile([1], p), { name: "RangeError", message: `invalid probability: ${p}` });
});

test("quantile leaves what it is given in its order", () => {
  const given = Float64Array.of(3, 1, 2);
  quantile(given, 0.5);
  assert.deepEqual([...given], [3, 1, 2]);
});

test("pearson and spearman are what the pairs that both hold give", () => {
  fc.assert(
    fc.property(twoColumns, ([a, b]) => {
      const pairs = heldPairs(a, b);
      const varies = (side: 0 | 1) => new Set(pairs.map((pair) => pair[side])).size > 1;
      const known = pairs.length >= 3 && varies(0) && varies(1);
      near(pearson(a, b), known ? naivePearson(pairs) : Number.NaN, 1e-9);
      near(spearman(a, b), known ? naiveSpearman(pairs) : Number.NaN, 1e-9);
      assert.deepEqual([pearson(b, a), spearman(b, a)], [pearson(a, b), spearman(a, b)]);
    }),
    { numRuns: 400 },
  );
});

test("correlation does not depend on scale, and turns its sign with one side's", () => {
  fc.assert(
    fc.property(twoColumns, ([a, b]) => {
      const [rho, rank] = [pearson(a, b), spearman(a, b)];
      const scaled = a.map((value) => 8 * value);
      near(pearson(scaled, b), rho, 1e-12);
      const turned = a.map((value) => -value);
      near(pearson(turned, b), -rho, 1e-12);
      near(spearman(turned, b), -rank, 1e-12);
      const bent = a.map((value) => Math.exp(value) + 5);
      near(spearman(bent, b), rank, 1e-12);
    }),
  );
});

test("a side that does not vary has no correlation, whatever rounding leaves of it", () => {
  const rising = Array.from({ length: 30 }, (_, i) => i);
  for (const level of [0, 0.1, 1 / 3, 1e6 + 0.1]) {
    const flat = rising.map(() => level);
    assert.ok(Number.isNaN(pearson(flat, rising)) && Number.isNaN(pearson(rising, flat)) && Number.isNaN(spearman(flat, rising)), `${level}`);
  }
  assert.ok(Number.isNaN(pearson([1, 2], [1, 2])));
  assert.ok(Number.isNaN(pearson([], [])));
  assert.throws(() => pearson([1], [1, 2]), { name: "RangeError", message: "invalid lengths: 1 and 2" });
  assert.throws(() => spearman([1, 2], [1]), { name: "RangeError", message: "invalid lengths: 2 and 1" });
});

test("ranks count the values below, and equal ones share theirs", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (list) => assert.deepEqual([...ranks(list)], naiveRanks(list))));
});

test("a mean is the sum over the number of values, and none without values", () => {
  assert.equal(mean([1, 2, 6]), 3);
  assert.ok(Number.isNaN(mean([])) && Number.isNaN(mean([1, Number.NaN])));
});

const circle = fc
  .array(fc.constantFrom(0, 0, 0, 1, 1), { minLength: 1, maxLength: 40 })
  .chain((marks) => fc.tuple(fc.constant(marks), fc.uniqueArray(fc.nat(marks.length - 1))));

test("circular counts are what looking up every event at every shift gives", () => {
  fc.assert(
    fc.property(circle, ([marks, events]) => {
      const counts = [...circularCounts(events, Uint8Array.from(marks))];
      assert.deepEqual(counts, naiveCircularCounts(events, marks));
      // Each event passes every mark once.
      const marked = marks.filter((mark) => mark === 1).length;
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        events.length * marked,
      );
    }),
    { numRuns: 500 },
  );
  assert.deepEqual([...circularCounts([], Uint8Array.of(1, 0))], [0, 0]);
  assert.deepEqual([...circularCounts([0, 1], Uint8Array.of(1, 1))], [2, 2]);
  assert.deepEqual([...circularCounts([], Uint8Array.of())], []);
});

test("shifts are worth their number over the length along which the statistic repeats itself", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 60 }), (statistic) => {
      fc.pre(new Set(statistic).size > 1);
      const effective = effectiveShifts(statistic);
      const naive = naiveEffective(statistic);
      near(effective, naive, 1e-6);
      assert.ok(effective >= 1 - 1e-9 && effective <= statistic.length + 1e-9);
    }),
  );
  assert.deepEqual([effectiveShifts([]), effectiveShifts([7]), effectiveShifts([2, 2, 2, 2])], [0, 1, 1]);
});

test("blocks of a statistic are worth fewer shifts than the same values mixed", () => {
  const blocks = Array.from({ length: 80 }, (_, s) => Math.floor(s / 20) % 2);
  const mixed = Array.from({ length: 80 }, (_, s) => s % 2);
  assert.equal(effectiveShifts(mixed), 80);
  assert.ok(effectiveShifts(blocks) < 10);
});

test("log returns add up to the whole way, and a gap costs its own return and the next", () => {
  fc.assert(
    fc.property(levels(), (list) => {
      const returns = logReturns(list);
      assert.equal(returns.length, list.length);
      for (const [i, level] of list.entries()) near(returns[i]!, i === 0 ? Number.NaN : Math.log(level) - Math.log(list[i - 1]!), 1e-12);
      assert.deepEqual(logReturns(list.map((level) => 4 * level)), returns);
    }),
  );
  assert.deepEqual([...logReturns([])], []);
});

test("windowRecords finds what scanning back over the window finds, ties and gaps included", () => {
  const options = fc.record({ window: fc.integer({ min: 1, max: 12 }), of: fc.constantFrom("highs" as const, "lows" as const) });
  fc.assert(
    fc.property(fc.oneof(levels(), values()), options, (list, option) => {
      const found = windowRecords(list, option);
      assert.deepEqual(found, naiveWindowRecords(list, option));
      const turned = option.of === "highs" ? "lows" : "highs";
      assert.deepEqual(
        windowRecords(
          list.map((value) => -value),
          { ...option, of: turned },
        ),
        found,
      );
    }),
    { numRuns: 1000 },
  );
});

test("highs are the default, an equal value is none, and a window must be whole", () => {
  assert.deepEqual(windowRecords([1, 2, 2, 3, 1, 4], { window: 1 }), [1, 3, 5]);
  assert.deepEqual(windowRecords([], { window: 5 }), []);
  assert.deepEqual(windowRecords([Number.NaN, 1, Number.NaN, Number.NaN, 0.5], { window: 2 }), [4]);
  for (const window of [0, 1.5, Number.NaN]) assert.throws(() => windowRecords([1], { window }), { name: "RangeError", message: `invalid window: ${window}` });
});

// Chance that deals every one of the 5^5 resamples once leaves nothing random.
test("with every resample dealt once the bootstrap interval is that of the definitions", () => {
  for (const sample of [
    [1, 2, 3.5, 9, 30],
    [-20, 0.5, 1, 1.25, 2],
    [1, 2, 3, 4, 5],
  ]) {
    const { lower, upper } = bootstrapInterval(sample, { level: 0.8, reps: 5 ** 5, uniform: everyResample(5) });
    const slow = naiveBootstrap(sample, 0.8);
    near(lower, slow.lower, 1e-9, "lower:");
    near(upper, slow.upper, 1e-9, "upper:");
  }
});

test("the bootstrap interval is the same for the same seed, moves with its values, and widens with the level", () => {
  const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(sample, fc.integer(), (list, seed) => {
      fc.pre(new Set(list).size > 1);
      const of = (given: number[], level: number) => bootstrapInterval(given, { level, reps: 199, uniform: seeded(seed) });
      const one = of(list, 0.9);
      assert.deepEqual(of(list, 0.9), one);
      const doubled = of(
        list.map((value) => 2 * value),
        0.9,
      );
      assert.deepEqual([doubled.lower, doubled.upper], [2 * one.lower, 2 * one.upper]);
      const narrow = of(list, 0.5);
      assert.ok(one.lower <= narrow.lower && narrow.lower <= narrow.upper && narrow.upper <= one.upper);
      assert.equal(one.level, 0.9);
    }),
    { numRuns: 60 },
  );
});

test("fewer than two distinct values have no bootstrap interval, and level and reps are checked", () => {
  const options = { level: 0.9, reps: 99, uniform: seeded(1) };
  for (const list of [[], [3], [3, 3, 3]]) assert.deepEqual(bootstrapInterval(list, options), { lower: Number.NaN, upper: Number.NaN, level: 0.9 });
  assert.throws(() => bootstrapInterval([1, 2], { ...options, level: 1 }), { name: "RangeError", message: "invalid level: 1" });
  for (const reps of [0, 1.5]) assert.throws(() => bootstrapInterval([1, 2], { ...options, reps }), { name: "RangeError", message: `invalid reps: ${reps}` });
});

test("seeded chance repeats itself, is even over 0..1, and its streams have nothing in common", () => {
  const draw = (seed: number, stream = 0) => {
    const next = seeded(seed, stream);
    return Array.from({ length: 4000 }, () => next());
  };
  const one = draw(7);
  assert.deepEqual(draw(7), one);
  assert.deepEqual(draw(7, 0), one);
  const all = [one, draw(8), draw(7, 1), draw(7, 2), draw(7, 3)];
  for (const [k, other] of all.entries()) {
    for (const another of all.slice(0, k)) {
      assert.ok(other.every((value, i) => value !== another[i]));
      assert.ok(Math.abs(pearson(other, another)) < 4 / Math.sqrt(4000));
    }
  }
  assert.ok(one.every((value) => value >= 0 && value < 1));
  const tenths = Array.from({ length: 10 }, (_, k) => one.filter((value) => Math.floor(10 * value) === k).length);
  for (const count of tenths) near(count, 400, 4 * Math.sqrt(400 * 0.9));
  assert.throws(() => seeded(0.5), { name: "RangeError", message: "invalid seed: 0.5" });
  for (const stream of [-1, 0.5]) assert.throws(() => seeded(1, stream), { name: "RangeError", message: `invalid stream: ${stream}` });
});
