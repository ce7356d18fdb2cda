import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayNumber, nextSession, sessionsBetween, toDay, toSeries } from "../../src/market/index.ts";
import { robustSlope, seeded } from "../../src/num/index.ts";
import {
  type Changes,
  changesTogether,
  changesWithin,
  changesWithout,
  meetingDayMoves,
  moreSensitive,
  pairedChanges,
  policyEras,
  rateSensitivity,
  rollingSensitivity,
  weeklyChanges,
} from "../../src/rates/index.ts";
import { naiveChanges, naiveDirection, naiveRollingSlope } from "../naive/rateSensitivity.ts";

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

// The first and the last move of each direction, as the Federal Reserve announced them.
const MOVES = [
  ["2015-12-16", 25],
  ["2018-12-19", 25],
  ["2019-07-31", -25],
  ["2020-03-15", -100],
  ["2021-06-16", 0],
  ["2022-03-16", 25],
  ["2023-07-26", 25],
  ["2023-09-20", 0],
  ["2024-09-18", -50],
  ["2025-12-10", -25],
  ["2026-09-16", 25],
].map(([day, changeBp]) => ({ day: day as string, changeBp: changeBp as number }));

test("the eras of the Federal Reserve begin with the first move in the other direction", () => {
  assert.deepEqual(policyEras(MOVES, { from: "2014-01-01", to: "2026-11-22" }), [
    { direction: "unknown", from: "2014-01-01", to: "2015-12-15" },
    { direction: "hikes", from: "2015-12-16", to: "2019-07-30" },
    { direction: "cuts", from: "2019-07-31", to: "2022-03-15" },
    { direction: "hikes", from: "2022-03-16", to: "2024-09-17" },
    { direction: "cuts", from: "2024-09-18", to: "2026-09-15" },
    { direction: "hikes", from: "2026-09-16", to: null },
  ]);
  // The move of the first day opens that day; what follows the last is not known.
  assert.deepEqual(policyEras(MOVES, { from: "2022-03-16", to: "2024-09-17" }), [{ direction: "hikes", from: "2022-03-16", to: null }]);
  assert.deepEqual(policyEras([], { from: "2022-03-16", to: "2022-03-16" }), [{ direction: "unknown", from: "2022-03-16", to: null }]);
  assert.deepEqual(policyEras(MOVES, { from: "2022-03-16", to: "2022-03-15" }), []);
});

const moves = fc
  .uniqueArray(fc.record({ on: fc.integer({ min: 100, max: 160 }), changeBp: fc.constantFrom(-25, 0, 25) }), { selector: ({ on }) => on })
  .map((list) => list.sort((a, b) => a.on - b.on).map(({ on, changeBp }) => ({ day: toDay(on), changeBp })));

test("on every day the era has the direction of the last move until then, and later moves change nothing", () => {
  fc.assert(
    fc.property(moves, fc.integer({ min: 90, max: 170 }), fc.nat(80), fc.nat(80), (list, first, span, known) => {
      const [from, to] = [toDay(first), toDay(first + span)];
      const eras = policyEras(list, { from, to });
      const at = (some: typeof eras, day: string) => some.filter((era) => era.from <= day && day <= (era.to ?? to));
      for (let day = first; day <= first + span; day++) {
        const [era, ...others] = at(eras, toDay(day));
        assert.equal(others.length, 0);
        assert.equal(era?.direction, naiveDirection(list, toDay(day)));
      }
      for (const [k, era] of eras.slice(1).entries()) assert.notEqual(era.direction, eras[k]!.direction);
      const cut = toDay(first + Math.min(known, span));
      const then = policyEras(
        list.filter(({ day }) => day <= cut),
        { from, to: cut },
      );
      assert.deepEqual(
        then,
        eras.filter((era) => era.from <= cut).map((era) => ({ ...era, to: era.to !== null && era.to < cut ? era.to : null })),
      );
    }),
  );
});

test("moves that do not ascend, or are none, are refused", () => {
  const [move] = MOVES;
  assert.throws(() => policyEras([move!, move!], { from: "2014-01-01", to: "2020-01-01" }), {
    name: "RangeError",
    message: "invalid moves: 2015-12-16 after 2015-12-16",
  });
  assert.throws(() => policyEras([{ day: "2015-12-16", changeBp: Number.NaN }], { from: "2014-01-01", to: "2020-01-01" }), {
    name: "RangeError",
    message: "invalid changeBp: NaN on 2015-12-16",
  });
});

const seriesOf = (levels: ReadonlyMap<number, number>, market = "A") =>
  toSeries({ market, field: "close", unit: "index", source: "arbitrary", sessions: [...levels.keys()], values: [...levels.values()] });
const yieldsOf = (levels: ReadonlyMap<number, number>) => ({ sessions: Int32Array.from(levels.keys()), values: Float64Array.from(levels.values()) });

// Columbus Day 2025, 13 October: the stock exchange is open, the bond market is closed.
test("over a holiday of the bond market both changes span the same days", () => {
  const days = ["2025-10-10", "2025-10-13", "2025-10-14"].map(dayNumber) as [number, number, number];
  const closes = seriesOf(new Map([100, 50, 200].map((close, k) => [days[k]!, close])));
  const missing = yieldsOf(
    new Map([
      [days[0], 3.5],
      [days[2], 3.75],
    ]),
  );
  const named = yieldsOf(new Map([3.5, Number.NaN, 3.75].map((percent, k) => [days[k]!, percent])));
  for (const yields of [missing, named]) {
    assert.deepEqual(changesTogether(closes, yields), {
      market: "A",
      since: Int32Array.of(days[0]),
      sessions: Int32Array.of(days[2]),
      returns: Float64Array.of(Math.log(2)),
      changesBp: Float64Array.of(25),
      leftOut: 0,
    });
  }
});

// The exchange was closed from 11 to 14 September 2001: from Monday to Monday it is seven days.
test("a change over more than five calendar days is left out and counted", () => {
  const days = ["2001-09-07", "2001-09-10", "2001-09-17", "2001-09-18"].map(dayNumber);
  assert.equal(nextSession("XNYS", days[1]!), days[2]);
  const level = new Map(days.map((day, k) => [day, 100 + k]));
  const found = changesTogether(seriesOf(level), yieldsOf(level));
  assert.deepEqual([[...found.since], [...found.sessions], found.leftOut], [[days[0], days[2]], [days[1], days[3]], 1]);
  const five = new Map([100, 105].map((day) => [day, 3]));
  assert.equal(changesTogether(seriesOf(five), yieldsOf(five)).leftOut, 0);
});

test("a yield that rises by the same every day does not vary", () => {
  const days = [100, 101, 102, 103, 104];
  const { changesBp } = changesTogether(seriesOf(new Map(days.map((day) => [day, day]))), yieldsOf(new Map(days.map((day, k) => [day, 3.49 + k / 100]))));
  assert.deepEqual([...changesBp], [1, 1, 1, 1]);
  assert.deepEqual([...rollingSensitivity({ returns: [0.1, 0.3, 0.2], changesBp: [0.1, 0.1, 0.1], window: 3 })].map(Number.isNaN), [true, true, true]);
});

const levels = fc
  .array(
    fc.record({ gap: fc.constantFrom(1, 1, 1, 2, 3), value: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 50, max: 200 }) }, fc.constant(Number.NaN)) }),
    {
      maxLength: 40,
    },
  )
  .map((steps) => {
    let day = 100;
    return new Map(steps.map(({ gap, value }) => [(day += gap), value]));
  });

test("changes are those between neighbours among the shared days", () => {
  fc.assert(
    fc.property(levels, levels, (closes, yields) => {
      const found = changesTogether(seriesOf(closes), yieldsOf(yields));
      const all = naiveChanges(closes, yields);
      const kept = all.filter(([since, session]) => session - since <= 5);
      assert.equal(found.leftOut, all.length - kept.length);
      assert.equal(found.sessions.length, kept.length);
      for (const [k, [since, session, ofMarket, changeBp]] of kept.entries()) {
        assert.deepEqual([found.since[k], found.sessions[k]], [since, session]);
        near(found.returns[k]!, ofMarket, 1e-9);
        near(found.changesBp[k]!, changeBp, 1e-7);
      }
    }),
  );
});

/** Changes on the sessions of the exchange, by formulas that repeat nowhere. */
function invented(market: string, { from = "2024-01-02", to = "2025-12-31", beta = 0.01, noise = 0.01, phase = 1 } = {}): Changes {
  const days = sessionsBetween("XNYS", dayNumber(from), dayNumber(to));
  const sessions = days.slice(1);
  const changesBp = Float64Array.from(sessions, (day) => 6 * Math.sin(day * day));
  const returns = Float64Array.from(sessions, (day, k) => (beta * changesBp[k]!) / 10 + noise * Math.sin(phase * day * day * 1.7 + 2));
  return { market, since: days.slice(0, -1), sessions, returns, changesBp, leftOut: 0 };
}

test("a difference is taken over the spans that both markets have, and nothing else", () => {
  const one = invented("A");
  const other = invented("B", { beta: 0.004, phase: 2 });
  const without = (changes: Changes, gone: number): Changes => {
    const keep = (_: number, k: number) => k !== gone;
    return {
      ...changes,
      // Over the missing day the next change reaches back to the one before.
      since: changes.since.map((day, k) => (k === gone + 1 ? changes.since[gone]! : day)).filter(keep),
      sessions: changes.sessions.filter(keep),
      returns: changes.returns.filter(keep),
      changesBp: changes.changesBp.filter(keep),
    };
  };
  const { difference, average, leftOut } = pairedChanges(one, without(other, 7));
  assert.equal(leftOut, 3);
  assert.deepEqual([...difference.sessions], [...one.sessions].toSpliced(7, 2));
  for (const [k, session] of difference.sessions.entries()) {
    const i = one.sessions.indexOf(session);
    near(difference.returns[k]!, one.returns[i]! - other.returns[i]!, 0);
    near(average.returns[k]!, (one.returns[i]! + other.returns[i]!) / 2, 0);
    assert.deepEqual([difference.since[k], difference.changesBp[k]], [one.since[i], one.changesBp[i]]);
  }
  assert.deepEqual([difference.market, average.market], ["A - B", "A and B"]);
});

test("weeks are those of the calendar, and lose nothing of the days", () => {
  const days = invented("A", { from: "2025-06-25", to: "2025-07-16" });
  const weeks = weeklyChanges(days);
  // The week of 4 July, a Friday without a session, ends on Thursday; the last one is cut.
  assert.deepEqual([...weeks.sessions].map(toDay), ["2025-06-27", "2025-07-03", "2025-07-11", "2025-07-16"]);
  assert.deepEqual([...weeks.since].map(toDay), ["2025-06-25", "2025-06-27", "2025-07-03", "2025-07-11"]);
  for (const [k, session] of weeks.sessions.entries()) {
    const inside = [...days.sessions.keys()].filter((i) => days.sessions[i]! <= session && days.since[i]! >= weeks.since[k]!);
    near(
      weeks.returns[k]!,
      inside.reduce((sum, i) => sum + days.returns[i]!, 0),
      1e-15,
    );
    near(
      weeks.changesBp[k]!,
      inside.reduce((sum, i) => sum + days.changesBp[i]!, 0),
      1e-12,
    );
  }
  // A market without weekends: Sunday, 29 June, ends its week.
  const every = { ...days, sessions: Int32Array.from([28, 29, 30], (date) => dayNumber(`2025-06-${date}`)), since: Int32Array.of(0, 0, 0) };
  assert.deepEqual([...weeklyChanges(every).sessions].map(toDay), ["2025-06-29", "2025-06-30"]);
  assert.equal(weeklyChanges(changesWithin(days, { from: "2030-01-01", to: null })).sessions.length, 0);
});

test("a change belongs to the day on which it ends", () => {
  const changes = invented("A", { from: "2025-06-25", to: "2025-07-16" });
  const within = changesWithin(changes, { from: "2025-06-30", to: "2025-07-04" });
  assert.deepEqual([...within.sessions].map(toDay), ["2025-06-30", "2025-07-01", "2025-07-02", "2025-07-03"]);
  assert.equal(toDay(within.since[0]!), "2025-06-27");
  assert.equal(changesWithin(changes, { from: "2025-07-04", to: "2025-06-30" }).sessions.length, 0);
});

test("a change over a day is left out with that day, a day without a session too", () => {
  const changes = changesWithin(invented("A", { from: "2025-06-25", to: "2025-07-16" }), { from: "2025-06-30", to: "2025-07-08" });
  const ends = (days: string[]) => [...changesWithout(changes, days.map(dayNumber)).sessions].map(toDay);
  assert.deepEqual(ends([]), ["2025-06-30", "2025-07-01", "2025-07-02", "2025-07-03", "2025-07-07", "2025-07-08"]);
  // Saturday the fifth lies in the change from Thursday the third (the fourth is a holiday) to Monday the seventh.
  assert.deepEqual(ends(["2025-07-05"]), ["2025-06-30", "2025-07-01", "2025-07-02", "2025-07-03", "2025-07-08"]);
  // A day belongs to the change that ends on it, not to the one that begins there.
  assert.deepEqual(ends(["2025-07-01"]), ["2025-06-30", "2025-07-02", "2025-07-03", "2025-07-07", "2025-07-08"]);
  const all = changesWithout(changes, [dayNumber("2025-07-01")]);
  assert.deepEqual(
    all.returns,
    changes.returns.filter((_, k) => k !== 1),
  );
  assert.deepEqual(
    all.changesBp,
    changes.changesBp.filter((_, k) => k !== 1),
  );
  assert.deepEqual(
    all.since,
    changes.since.filter((_, k) => k !== 1),
  );
});

const between = (lower: number, upper: number) => ({ lower, upper, level: 0.95 });
const both = (lower: number, upper: number) => ({ hac: between(lower, upper), bootstrap: between(lower, upper) });

test("words need both intervals, and which way both markets went", () => {
  const [below, above, around] = [both(-2, -1), both(1, 2), both(-1, 1)];
  const said = (difference: typeof below, average: typeof below) => Object.values(moreSensitive({ difference, average }));
  // Slopes by hand: small -3, large -1; small 1, large 3; small 3, large 1; small -1, large -3.
  assert.deepEqual(said(below, below), ["small caps", "small caps more"]);
  assert.deepEqual(said(below, above), ["small caps", "large caps more"]);
  assert.deepEqual(said(above, above), ["large caps", "small caps more"]);
  assert.deepEqual(said(above, below), ["large caps", "large caps more"]);
  assert.deepEqual(said(below, around), ["small caps", "not told apart"]);
  assert.deepEqual(said(around, below), ["not told apart", "not told apart"]);
  for (const half of [
    { hac: between(-2, -1), bootstrap: between(-2, 0) },
    { hac: between(-2, 0.1), bootstrap: between(-2, -1) },
    { hac: between(-2, -1), bootstrap: between(1, 2) },
    { hac: between(1, 2), bootstrap: between(0, 2) },
    { hac: between(-0.1, 2), bootstrap: between(1, 2) },
    both(Number.NaN, Number.NaN),
  ]) {
    assert.deepEqual(said(half, below), ["not told apart", "not told apart"]);
  }
});

const ASKED = { pair: { small: "IWM", large: "SPY" }, level: 0.95, reps: 199, every: "day" as const };
const SMALL = invented("IWM", { beta: -0.02, phase: 3 });
const LARGE = invented("SPY", { beta: -0.008, phase: 2, noise: 0.004 });

test("slopes are found era by era, and the answer follows what was put in", () => {
  const eras = policyEras(MOVES, { from: "2024-01-01", to: "2025-12-31" });
  const { eras: found, whole } = rateSensitivity({ ...ASKED, changes: [SMALL, LARGE], eras, uniform: seeded(1) });
  assert.deepEqual(
    found.map(({ direction, from, to, markets }) => [direction, from, to, ...markets.map(({ market }) => market)]),
    [
      ["hikes", "2024-01-01", "2024-09-17", "IWM", "SPY"],
      ["cuts", "2024-09-18", null, "IWM", "SPY"],
    ],
  );
  for (const { markets, pair } of [...found, whole]) {
    near(markets[0]!.slope, -0.02, 0.004);
    near(markets[1]!.slope, -0.008, 0.002);
    // Least squares are linear in what they explain.
    near(pair!.difference.slope, markets[0]!.slope - markets[1]!.slope, 1e-12);
    near(pair!.average.slope, (markets[0]!.slope + markets[1]!.slope) / 2, 1e-12);
    assert.deepEqual([pair!.behindAsYieldsRise, pair!.answer, pair!.leftOut], ["small caps", "small caps more", 0]);
    for (const { slope, hac } of [...markets, pair!.difference]) assert.ok(hac.lower < slope && slope < hac.upper);
    for (const { slope, bootstrap } of [pair!.difference, pair!.average]) assert.ok(bootstrap.lower < slope && slope < bootstrap.upper);
  }
  assert.equal(whole.markets[0]!.n, SMALL.sessions.length);
  assert.equal(found[0]!.markets[0]!.n + found[1]!.markets[0]!.n, SMALL.sessions.length);
  // The exchanged question has the opposite answer.
  const turned = rateSensitivity({ ...ASKED, pair: { small: "SPY", large: "IWM" }, changes: [SMALL, LARGE], eras, uniform: seeded(1) });
  assert.deepEqual([turned.whole.pair!.behindAsYieldsRise, turned.whole.pair!.answer], ["large caps", "large caps more"]);
});

test("an era that has ended stands whatever comes after", () => {
  const eras = policyEras(MOVES, { from: "2024-01-01", to: "2025-12-31" });
  const asked = { ...ASKED, reps: 49, eras };
  const all = rateSensitivity({ ...asked, changes: [SMALL, LARGE], uniform: seeded(1) });
  const changes = [SMALL, LARGE].map((one) => changesWithin(one, { from: "2024-01-01", to: "2024-10-31" }));
  assert.deepEqual(rateSensitivity({ ...asked, changes, uniform: seeded(1) }).eras[0], all.eras[0]);
});

test("what is not there has no slope, and no answer", () => {
  const eras = [{ direction: "hikes", from: "2030-01-01", to: null }] as const;
  const [era] = rateSensitivity({ ...ASKED, reps: 9, changes: [SMALL, LARGE], eras, uniform: seeded(1) }).eras;
  assert.deepEqual([era!.markets[0]!.n, era!.markets[0]!.slope, era!.pair!.answer], [0, Number.NaN, "not told apart"]);
  const weekly = rateSensitivity({ ...ASKED, reps: 9, every: "week", changes: [SMALL, LARGE], eras: [], uniform: seeded(1) });
  assert.equal(weekly.whole.markets[0]!.n, 105);
  const { pair: _, ...alone } = ASKED;
  assert.equal(rateSensitivity({ ...alone, reps: 9, changes: [SMALL], eras: [], uniform: seeded(1) }).whole.pair, null);
  assert.throws(() => rateSensitivity({ ...ASKED, changes: [SMALL], eras: [], uniform: seeded(1) }), { name: "RangeError", message: "invalid pair: SPY" });
});

const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -30, max: 30 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const twoColumns = fc.integer({ min: 0, max: 60 }).chain((length) => {
  const side = fc.array(value, { minLength: length, maxLength: length });
  return fc.record({ returns: side, changesBp: side });
});

test("rolling slopes are those of the last shared changes, gaps included, and know nothing of what comes after", () => {
  fc.assert(
    fc.property(twoColumns, fc.integer({ min: 3, max: 12 }), fc.nat(60), ({ returns, changesBp }, window, cut) => {
      const found = rollingSensitivity({ returns, changesBp, window });
      const expected = naiveRollingSlope(returns, changesBp, window);
      assert.equal(found.length, returns.length);
      for (const [i, slope] of expected.entries()) near(found[i]!, slope, 1e-9, `at ${i}`);
      assert.deepEqual(rollingSensitivity({ returns: returns.slice(0, cut), changesBp: changesBp.slice(0, cut), window }), found.slice(0, cut));
    }),
    { numRuns: 300 },
  );
  assert.throws(() => rollingSensitivity({ returns: [], changesBp: [], window: 2 }), { name: "RangeError", message: "invalid window: 2" });
  assert.throws(() => rollingSensitivity({ returns: [1], changesBp: [], window: 3 }), { name: "RangeError", message: "invalid lengths: 1 and 0" });
});

test("a wild change that has left the window leaves nothing behind", () => {
  const changesBp = [1e12, 1, 2, 3, 4, 4, 4, 4];
  const found = rollingSensitivity({ returns: [-1e12, 0.1, 0.2, 0.3, 0.4, 1, 2, 3], changesBp, window: 3 });
  near(found[3]!, 1, 1e-12);
  assert.ok(Number.isNaN(found[6]) && Number.isNaN(found[7]));
});

test("on decision days the slope is that of those days, and moves are weighed against all others", () => {
  const days = ["2025-01-29", "2025-03-19", "2025-05-07", "2025-06-18", "2025-07-30", "2025-09-17", "2025-10-29", "2025-12-10"];
  const found = meetingDayMoves({ changes: SMALL, days: ["2025-01-09", "2023-12-13", ...days], level: 0.95 });
  const at = days.map((day) => SMALL.sessions.indexOf(dayNumber(day)));
  const pick = (values: Float64Array, by = 1) => at.map((k) => values[k]! / by);
  const expected = robustSlope(pick(SMALL.changesBp, 10), pick(SMALL.returns), { level: 0.95 });
  assert.deepEqual([found.n, found.slope, found.freedom], [8, expected.slope, expected.freedom]);
  assert.deepEqual(found.interval, { lower: expected.lower, upper: expected.upper, level: 0.95 });
  // The exchange was closed for a day of mourning on 9 January 2025; December 2023 lies before the figures.
  assert.deepEqual(found.without, ["2025-01-09"]);
  const size = (values: Float64Array) => values.reduce((sum, one) => sum + Math.abs(one), 0);
  for (const of of ["returns", "changesBp"] as const) {
    near(found.onDays[of], size(Float64Array.from(pick(SMALL[of]))) / 8, 1e-12);
    near(8 * found.onDays[of] + found.otherDays.n * found.otherDays[of], size(SMALL[of]), 1e-9);
  }
  assert.equal(found.otherDays.n + 8, SMALL.sessions.length);
  const none = meetingDayMoves({ changes: SMALL, days: [], level: 0.95 });
  assert.deepEqual([none.n, none.slope, none.onDays.returns, none.without], [0, Number.NaN, Number.NaN, []]);
});
