import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { filterTurningPoints, monthTurningPoints, PAGAN_SOSSOUNOV, phasesBetween, type TurningPoint } from "../../src/lockstep/index.ts";
import { levels } from "../arbitraries.ts";
import { naiveFilter, naivePhases } from "../naive/turningPoints.ts";

const thresholds = fc.record({ rise: fc.constantFrom(0.05, 0.1, 0.2, 0.5, 2), fall: fc.constantFrom(0.05, 0.15, 0.2, 0.4) });

test("filtered turning points are what looking at each span afresh finds", () => {
  fc.assert(
    fc.property(levels(), thresholds, (list, rules) => assert.deepEqual(filterTurningPoints(list, rules), naiveFilter(list, rules))),
    { numRuns: 1000 },
  );
});

test("filtered turning points do not depend on scale or on gaps, and none is withdrawn later", () => {
  fc.assert(
    fc.property(levels(), thresholds, fc.nat(60), (list, rules, cut) => {
      const turns = filterTurningPoints(list, rules);
      const scaled = list.map((level) => 4 * level);
      assert.deepEqual(filterTurningPoints(scaled, rules), turns);
      assert.deepEqual(
        filterTurningPoints(list.slice(0, cut), rules),
        turns.filter(({ knownAt }) => knownAt < cut),
      );
      const held = list.flatMap((level, i) => (Number.isNaN(level) ? [] : [i]));
      const dense = filterTurningPoints(
        held.map((i) => list[i]!),
        rules,
      );
      assert.deepEqual(
        dense.map(({ kind, at, knownAt }) => ({ kind, at: held[at], knownAt: held[knownAt] })),
        turns,
      );
    }),
    { numRuns: 300 },
  );
});

// By hand: 120 to 102 is 15 % exactly; 90 to 108 is 20 % exactly.
test("a move that reaches the threshold exactly confirms a turn", () => {
  const kinds = (list: number[]) => filterTurningPoints(list, { rise: 0.2, fall: 0.15 }).map(({ kind, at, knownAt }) => [kind, at, knownAt]);
  assert.deepEqual(kinds([120, 103, 102, 90, 107, 108]), [
    ["peak", 0, 2],
    ["trough", 3, 5],
  ]);
  assert.deepEqual(kinds([120, 103, 118, 103]), []);
  assert.deepEqual(kinds([]), []);
});

test("a filter that is none is refused", () => {
  assert.throws(() => filterTurningPoints([1], { rise: 0, fall: 0.1 }), { name: "RangeError", message: "invalid rise: 0" });
  for (const fall of [0, 1, Number.NaN]) {
    assert.throws(() => filterTurningPoints([1], { rise: 0.1, fall }), { name: "RangeError", message: `invalid fall: ${fall}` });
  }
});

test("each position has the phase of the turn that ends it", () => {
  fc.assert(
    fc.property(levels(), (list) => {
      const turns = filterTurningPoints(list, { rise: 0.1, fall: 0.1 });
      assert.deepEqual([...phasesBetween(turns, list.length)], naivePhases(turns, list.length));
    }),
    { numRuns: 300 },
  );
  assert.deepEqual([...phasesBetween([], 2)], [Number.NaN, Number.NaN]);
  assert.deepEqual([...phasesBetween([{ kind: "peak", at: 1, knownAt: 1 }], 3)], [Number.NaN, Number.NaN, Number.NaN]);
});

// Months of ups and downs that last some months, with ties.
const legs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom(-0.09, -0.04, -0.02, 0, 0.02, 0.04, 0.09)), { minLength: 0, maxLength: 18 })
  .map((legs) => {
    let level = 100;
    return legs.flatMap(([length, step]) =>
      Array.from({ length }, (_, k) => {
        level *= 1 + step * (k % 3 === 1 ? -0.3 : 1);
        return level;
      }),
    );
  });
// Months that wander.
const walks = fc.array(fc.integer({ min: -12, max: 13 }), { maxLength: 120 }).map((steps) => {
  let level = 100;
  return steps.map((step) => {
    level *= 1 + step / 100;
    return level;
  });
});
const months = fc.oneof(legs, walks);
const rules = fc.record({
  window: fc.integer({ min: 1, max: 8 }),
  ends: fc.integer({ min: 0, max: 8 }),
  phase: fc.integer({ min: 1, max: 8 }),
  cycle: fc.integer({ min: 1, max: 20 }),
  move: fc.constantFrom(0.05, 0.2, 1),
});

test("month-end turns obey the rules that they were dated by", () => {
  fc.assert(
    fc.property(months, fc.oneof(fc.constant(PAGAN_SOSSOUNOV), rules), (list, given) => {
      const turns = monthTurningPoints(list, given);
      for (const [k, { kind, at, knownAt }] of turns.entries()) {
        const around = list.slice(at - given.window, at + given.window + 1);
        assert.equal(list[at], kind === "peak" ? Math.max(...around) : Math.min(...around), "the extreme of its window");
        assert.equal(around.length, 2 * given.window + 1);
        assert.ok(at >= given.ends && at < list.length - given.ends, "away from the ends");
        assert.ok(knownAt < list.length && knownAt >= at + Math.max(given.window, given.ends), "known once the window is full");
        const [before, earlier] = [turns[k - 1], turns[k - 2]];
        if (before) assert.ok(before.kind !== kind && before.at < at, "by turns");
        if (earlier) assert.ok(at - earlier.at >= given.cycle, "no short cycle");
        if (before && at - before.at < given.phase) assert.ok(Math.abs(list[at] / list[before.at]! - 1) > given.move, "no short phase without a large move");
      }
    }),
    { numRuns: 300 },
  );
});

test("a turn is known from the first month on whose levels up to it show it; those known at a cut hold all that these show and that stand", () => {
  fc.assert(
    fc.property(months, rules, fc.nat(120), (list, given, cut) => {
      const turns = monthTurningPoints(list, given);
      const shows = (month: number, { kind, at }: TurningPoint) =>
        monthTurningPoints(list.slice(0, month + 1), given).some((one) => one.kind === kind && one.at === at);
      for (const turn of turns)
        assert.equal(
          Array.from(list, (_, month) => month).find((month) => month >= turn.at && shows(month, turn)),
          turn.knownAt,
        );
      const prefix = monthTurningPoints(list.slice(0, cut + 1), given);
      const standing = prefix.filter((one) => turns.some((other) => other.kind === one.kind && other.at === one.at));
      // A turn that was known can be withdrawn for a while and come back: the known ones may be more than those shown.
      assert.deepEqual(
        standing,
        turns.filter((one) => one.knownAt <= cut && standing.some(({ at }) => at === one.at)),
      );
    }),
    { numRuns: 60 },
  );
});

test("month-end turns do not depend on scale, and troughs are the peaks of the levels turned over", () => {
  fc.assert(
    fc.property(months, rules, (list, given) => {
      const turns = monthTurningPoints(list, given);
      const scaled = list.map((level) => 4 * level);
      assert.deepEqual(monthTurningPoints(scaled, given), turns);
      const unbounded = { ...given, move: Number.POSITIVE_INFINITY };
      const turned = monthTurningPoints(
        list.map((level) => -level),
        unbounded,
      );
      assert.deepEqual(
        turned.map((one) => ({ ...one, kind: one.kind === "peak" ? "trough" : "peak" })),
        monthTurningPoints(list, unbounded),
      );
    }),
    { numRuns: 100 },
  );
});

/** Levels that go straight from one corner to the next. */
const straight = (...corners: [month: number, level: number][]) =>
  Array.from({ length: corners.at(-1)![0] + 1 }, (_, month) => {
    const k = Math.max(
      1,
      corners.findIndex(([at]) => at >= month),
    );
    const [[from, low], [to, high]] = [corners[k - 1]!, corners[k]!];
    return low + ((high - low) * (month - from)) / (to - from);
  });
const turnsOf = (list: number[]) => monthTurningPoints(list).map(({ kind, at, knownAt }) => `${kind} ${at} ${knownAt}`);

test("a short phase stands only with a large move (by hand)", () => {
  const fall = (to: number) => straight([0, 80], [20, 100], [23, to], [50, 110], [60, 60], [75, 90]);
  assert.deepEqual(turnsOf(fall(75)), ["peak 20 28", "trough 23 31", "peak 50 58", "trough 60 68"]);
  assert.deepEqual(turnsOf(fall(90)), ["peak 50 58", "trough 60 68"]);
});

test("of two peaks closer than a cycle the lower goes (by hand)", () => {
  const list = (second: number) => straight([0, 60], [20, 100], [29, 70], [35, second], [60, 40], [80, 90]);
  assert.deepEqual(turnsOf(list(90)), ["peak 20 28", "trough 60 68"]);
  assert.deepEqual(turnsOf(list(110)), ["trough 29 37", "peak 35 43", "trough 60 68"]);
});

test("a cycle of exactly the least length stands (by hand)", () => {
  const list = (second: number) => straight([0, 60], [20, 100], [28, 70], [second, 110], [60, 40], [80, 90]);
  assert.deepEqual(turnsOf(list(36)), ["peak 20 28", "trough 28 36", "peak 36 44", "trough 60 68"]);
  assert.deepEqual(turnsOf(list(35)), ["trough 28 36", "peak 35 43", "trough 60 68"]);
});

test("a turn needs a full window, and the ends of the levels to stay on its own side (by hand)", () => {
  assert.deepEqual(turnsOf(straight([0, 60], [7, 100], [40, 50])), []);
  assert.deepEqual(turnsOf(straight([0, 60], [8, 100], [40, 50])), ["peak 8 16"]);
  // A first peak below where the levels began is none, nor a last one below where they end.
  assert.deepEqual(turnsOf(straight([0, 120], [5, 60], [20, 100], [40, 50])), []);
  assert.deepEqual(turnsOf(straight([0, 60], [20, 100], [33, 80], [40, 130])), []);
});

test("flat months show no turn, missing ones neither, and nothing has none", () => {
  assert.deepEqual(turnsOf(Array.from({ length: 40 }, () => 5)), []);
  assert.deepEqual(turnsOf(Array.from({ length: 40 }, () => Number.NaN)), []);
  assert.deepEqual(turnsOf([]), []);
  const gap = straight([0, 60], [20, 100], [40, 50]);
  gap[20] = Number.NaN;
  assert.deepEqual(turnsOf(gap), ["peak 19 27"]);
});
