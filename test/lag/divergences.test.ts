import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { divergences } from "../../src/lag/index.ts";
import { gaugeOf } from "../../src/market/index.ts";
import { gauge, seriesOf } from "../arbitraries.ts";
import { naiveDivergences } from "../naive/divergences.ts";

const CASE = { laggardBelow: 0.2, leaderFalls: 0.1 };
const daily = (market: string, values: number[]) => gaugeOf(seriesOf(values, { market, gaps: [0], first: 0 }));

test("cases agree with a state machine that walks day by day", () => {
  fc.assert(
    fc.property(gauge("A"), gauge("B"), fc.constantFrom(0.1, 0.2, 0.3), fc.constantFrom(0.05, 0.1, 0.2), (leader, laggard, laggardBelow, leaderFalls) => {
      const options = { leader, laggard, laggardBelow, leaderFalls };
      assert.deepEqual(divergences(options).cases, naiveDivergences(options));
    }),
    { numRuns: 2000 },
  );
});

// By hand: day 1 the leader sets 11 with the laggard at 6 of 8 (25 % below).
test("the three endings", () => {
  const laggard = (after: number) => daily("B", [8, 6, 6, after]);
  const only = (leader: number[], last: number) => divergences({ leader: daily("A", leader), laggard: laggard(last), ...CASE }).cases;
  assert.deepEqual(only([10, 11, 11, 11], 9)[0], { onset: "1970-01-02", laggardDistance: -0.25, resolution: "catchUp", resolvedOn: "1970-01-04", sessions: 2 });
  assert.deepEqual(only([10, 11, 11, 9.9], 6)[0], {
    onset: "1970-01-02",
    laggardDistance: -0.25,
    resolution: "rollOver",
    resolvedOn: "1970-01-04",
    sessions: 2,
  });
  assert.deepEqual(only([10, 11, 11, 11], 8)[0], { onset: "1970-01-02", laggardDistance: -0.25, resolution: "open", resolvedOn: null, sessions: 2 });
});

test("when both happen on one day roll-over counts", () => {
  const [one] = divergences({ leader: daily("A", [10, 11, 9]), laggard: daily("B", [8, 6, 9]), ...CASE }).cases;
  assert.equal(one?.resolution, "rollOver");
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
