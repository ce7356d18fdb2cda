import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { divergences } from "../../src/lag/index.ts";
import { gaugeOf } from "../../src/market/index.ts";
import { recordHighs } from "../../src/records/index.ts";
import { gauge, seriesOf } from "../arbitraries.ts";
import { naiveDivergences } from "../naive/divergences.ts";

const CASE = { laggardBelow: 0.2, leaderFalls: 0.1 };
const thresholds = fc.record({
  laggardBelow: fc.constantFrom(0.1, 0.2, 0.3),
  leaderFalls: fc.constantFrom(0.05, 0.1, 0.2),
  leaderWithin: fc.integer({ min: 0, max: 3 }),
});
const daily = (market: string, values: number[]) => gaugeOf(seriesOf(values, { market, gaps: [0], first: 0 }));

test("cases agree with a state machine that walks day by day", () => {
  fc.assert(
    fc.property(gauge("A"), gauge("B"), thresholds, (leader, laggard, options) => {
      assert.deepEqual(divergences({ leader, laggard, ...options }), naiveDivergences({ leader, laggard, ...options }));
    }),
    { numRuns: 1000 },
  );
});

test("a case opens on the leader's record itself unless told otherwise", () => {
  fc.assert(
    fc.property(gauge("A"), gauge("B"), thresholds, (leader, laggard, { laggardBelow, leaderFalls }) => {
      const options = { leader, laggard, laggardBelow, leaderFalls };
      assert.deepEqual(divergences(options), divergences({ ...options, leaderWithin: 0 }));
      const records = new Set(recordHighs(leader.record).map(({ session }) => session));
      for (const { onset } of divergences(options).cases) assert.ok(records.has(onset));
    }),
    { numRuns: 200 },
  );
});

// By hand: day 1 the leader sets 11 with the laggard at 6 of 8 (25 % below).
test("the three endings", () => {
  const laggard = (after: number) => daily("B", [8, 6, 6, after]);
  const only = (leader: number[], last: number) => divergences({ leader: daily("A", leader), laggard: laggard(last), ...CASE }).cases;
  const opened = { onset: "1970-01-02", laggardDistance: -0.25, sessions: 2, tied: false };
  assert.deepEqual(only([10, 11, 11, 11], 9)[0], { ...opened, resolution: "catchUp", resolvedOn: "1970-01-04" });
  assert.deepEqual(only([10, 11, 11, 9.9], 6)[0], { ...opened, resolution: "rollOver", resolvedOn: "1970-01-04" });
  assert.deepEqual(only([10, 11, 11, 11], 8)[0], { ...opened, resolution: "open", resolvedOn: null });
});

test("when both happen on one day roll-over counts, and the case says that it was tied", () => {
  const [one] = divergences({ leader: daily("A", [10, 11, 9]), laggard: daily("B", [8, 6, 9]), ...CASE }).cases;
  assert.deepEqual([one?.resolution, one?.resolvedOn, one?.sessions, one?.tied], ["rollOver", "1970-01-03", 1, true]);
});

// By hand: the laggard's record comes a day after, a day before, or never.
test("endings on two days, and no ending at all, are not tied", () => {
  const ends = (leader: number[], laggard: number[]) =>
    divergences({ leader: daily("A", leader), laggard: daily("B", laggard), ...CASE }).cases.map(({ resolution, tied }) => [resolution, tied]);
  assert.deepEqual(ends([10, 11, 9, 9], [8, 6, 6, 9]), [["rollOver", false]]);
  assert.deepEqual(ends([10, 11, 11, 9], [8, 6, 9, 9]), [["catchUp", false]]);
  assert.deepEqual(ends([10, 11, 11, 11], [8, 6, 6, 6]), [["open", false]]);
});

// By hand: the laggard holds 8 until day 1, so that 6 on day 2 is 25 % below, one session after the leader's record of 11.
test("a case may open some sessions after the leader's record, when told so", () => {
  const leader = daily("A", [10, 11, 10.8, 10.6, 10.5]);
  const cases = (leaderWithin: number, laggard: number[]) =>
    divergences({ leader, laggard: daily("B", laggard), ...CASE, leaderWithin }).cases.map(({ onset, sessions }) => [onset, sessions]);
  assert.deepEqual(cases(0, [8, 8, 6, 6, 6]), []);
  assert.deepEqual(cases(1, [8, 8, 6, 6, 6]), [["1970-01-03", 2]]);
  assert.deepEqual(cases(1, [8, 8, 8, 6, 6]), []);
  assert.deepEqual(cases(2, [8, 8, 8, 6, 6]), [["1970-01-04", 1]]);
  // It opens on the record where it can, and only once.
  assert.deepEqual(cases(3, [8, 6, 6, 6, 6]), [["1970-01-02", 3]]);
});

// By hand: 9.9 is 10 % below 11; 10 is 9 % below.
test("a leader that has fallen away already opens no case until it is back", () => {
  const cases = (leader: number[]) =>
    divergences({ leader: daily("A", leader), laggard: daily("B", [8, 8, 6, 6]), ...CASE, leaderWithin: 2 }).cases.map(({ onset }) => onset);
  assert.deepEqual(cases([10, 11, 9.9, 9]), []);
  assert.deepEqual(cases([10, 11, 9.9, 10]), ["1970-01-04"]);
});

test("the sessions within which a case may open are the leader's own, and a new record begins them anew", () => {
  const leader = gaugeOf(seriesOf([10, 11, 10.9, 10.8], { market: "A", gaps: [2], first: 0 })); // days 0, 3, 6, 9
  const laggard = daily("B", [8, 8, 8, 8, 8, 8, 8, 6, 6, 6]);
  const onsets = (leaderWithin: number) => divergences({ leader, laggard, ...CASE, leaderWithin }).cases.map(({ onset }) => onset);
  assert.deepEqual([onsets(1), onsets(2)], [[], ["1970-01-10"]]);
  const again = divergences({ leader: daily("A", [10, 9.5, 11, 10.9]), laggard: daily("B", [8, 8, 8, 6]), ...CASE, leaderWithin: 1 });
  assert.deepEqual(again.cases[0]?.onset, "1970-01-04");
});

test("a missing day on a record of the leader is counted although the case opens the session after", () => {
  const { cases, missing } = divergences({ leader: daily("A", [10, 11, 11]), laggard: daily("B", [8, Number.NaN, 6]), ...CASE, leaderWithin: 1 });
  assert.deepEqual([cases[0]?.onset, missing], ["1970-01-03", 1]);
});

test("a number of sessions that is none is refused", () => {
  for (const leaderWithin of [-1, 0.5, Number.NaN]) {
    const run = () => divergences({ leader: daily("A", []), laggard: daily("B", []), ...CASE, leaderWithin });
    assert.throws(run, new RangeError(`invalid leaderWithin: ${leaderWithin}`));
  }
});

test("a record on a day that the leader does not trade ends a case", () => {
  const leader = gaugeOf(seriesOf([10, 11, 11.5], { market: "A", gaps: [0, 2], first: 0 })); // days 0, 1, 4
  const laggard = daily("B", [8, 6, 9, 5, 5]);
  assert.deepEqual(
    divergences({ leader, laggard, ...CASE }).cases.map(({ onset, resolvedOn, sessions }) => [onset, resolvedOn, sessions]),
    [
      ["1970-01-02", "1970-01-03", 0],
      ["1970-01-05", null, 0],
    ],
  );
});

test("a day without a value of the laggard opens no case and is counted", () => {
  const none = (leader: number[], laggard: number[]) => divergences({ leader: daily("A", leader), laggard: daily("B", laggard), ...CASE });
  assert.deepEqual(none([10, 11], [8, Number.NaN]), { cases: [], missing: 1 });
  assert.deepEqual(none([10, 11, 12], [Number.NaN, Number.NaN, 8]), { cases: [], missing: 0 });
  assert.deepEqual(none([], [8]), { cases: [], missing: 0 });
  assert.throws(() => divergences({ leader: daily("A", []), laggard: daily("B", []), laggardBelow: 0, leaderFalls: 0.1 }), /invalid laggardBelow: 0/);
  assert.throws(() => divergences({ leader: daily("A", []), laggard: daily("B", []), laggardBelow: 0.1, leaderFalls: 1 }), /invalid leaderFalls: 1/);
});

// By hand: closes fall 12 % below the intraday record of 11.2, though only 10.4 % below the highest close.
test("against an intraday record the close is judged, and the session's high ends a case", () => {
  const leader = gaugeOf(seriesOf([10, 11, 9.855], { gaps: [0], first: 0 }), seriesOf([10, 11.2, 10.5], { gaps: [0], first: 0 }));
  const laggard = gaugeOf(seriesOf([8, 6, 6], { gaps: [0], first: 0 }), seriesOf([8, 6.2, 8.1], { gaps: [0], first: 0 }));
  const [tie] = divergences({ leader, laggard, laggardBelow: 0.2, leaderFalls: 0.11 }).cases;
  assert.deepEqual([tie?.onset, tie?.resolution, tie?.resolvedOn], ["1970-01-02", "rollOver", "1970-01-03"]);
  const [caught] = divergences({ leader, laggard, laggardBelow: 0.2, leaderFalls: 0.13 }).cases;
  assert.deepEqual([caught?.resolution, caught?.resolvedOn], ["catchUp", "1970-01-03"]);
});
