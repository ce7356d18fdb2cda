import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { laggardPath, laggardState, regainedWithin, scaledDistance } from "../../src/lag/index.ts";
import { gaugeOf } from "../../src/market/index.ts";
import { seriesOf } from "../arbitraries.ts";
import { naiveRegained, naiveStates } from "../naive/laggard.ts";
import { closeTo } from "./closeTo.ts";
import { laggard, timesFour, YEAR } from "./laggards.ts";

const daily = (values: number[]) => gaugeOf(seriesOf(values, { gaps: [0], first: 0 }));
const WEEK = { sessionsPerYear: 252, window: 2 };

test("a path is on every session what looking back from it, and ahead for the next record, finds", () => {
  fc.assert(
    fc.property(laggard(), YEAR, (gauge, year) => {
      const path = laggardPath(gauge, year);
      const states = naiveStates(gauge, year);
      closeTo(
        [...path.below],
        states.map(({ below }) => below),
      );
      closeTo(
        [...path.volatility],
        states.map(({ volatility }) => volatility),
        1e-7,
      );
      closeTo(
        [...path.drift],
        states.map(({ drift }) => drift),
      );
      assert.deepEqual(
        [...path.regained],
        states.map((_, at) => naiveRegained(gauge, at)),
      );
      closeTo(
        [...path.logLevel],
        [...gauge.level.values].map((_, at, all) => Math.log(all.slice(0, at + 1).findLast((value) => !Number.isNaN(value)) ?? Number.NaN)),
      );
      for (const [at, { below, volatility }] of states.entries()) if (volatility > 1e-3) closeTo(path.scaled[at], below / volatility, 1e-6);
      assert.deepEqual([[...path.sessions], path.sessionsPerYear], [[...gauge.level.sessions], year.sessionsPerYear]);
    }),
    { numRuns: 300 },
  );
});

test("the state on any day is that of the last session by then, and its age counts sessions since the record", () => {
  let known = 0;
  fc.assert(
    fc.property(laggard(), YEAR, fc.integer({ min: -2, max: 210 }), (gauge, year, after) => {
      const day = gauge.level.sessions[0]! + after;
      const here = naiveStates(gauge, year).findLast(({ session }) => session <= day);
      const state = laggardState(laggardPath(gauge, year), day);
      if (!here || Number.isNaN(here.below)) return assert.equal(state, undefined);
      known++;
      const { session: _, ...expected } = here;
      closeTo(state, { ...expected, distance: Math.exp(-here.below) - 1 }, 1e-7);
    }),
    { numRuns: 300 },
  );
  assert.ok(known > 100, `${known} states`);
});

test("whether a record came within a span is said once the span is over, from nothing after it", () => {
  let said = 0;
  fc.assert(
    fc.property(laggard(), fc.nat(69), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 100 }), (gauge, pick, days, later) => {
      const at = pick % gauge.level.sessions.length;
      const session = gauge.level.sessions[at]!;
      const outcome = regainedWithin(laggardPath(gauge, WEEK), at, { days, until: session + later });
      if (later < days) return assert.equal(outcome, Number.NaN);
      said++;
      assert.equal(outcome, naiveRegained(gauge, at) - session <= days ? 1 : 0);
    }),
    { numRuns: 300 },
  );
  assert.ok(said > 100, `${said} outcomes`);
});

// By hand: records on days 0 and 4; at day 3 the highest close is 10, and 9.5 is three sessions after it.
test("a state by hand", () => {
  const path = laggardPath(daily([10, 8, Number.NaN, 9.5, 12, 12]), WEEK);
  assert.deepEqual([...path.regained], [4, 4, 4, 4, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  const state = laggardState(path, 3)!;
  assert.deepEqual([state.below.toFixed(6), state.distance.toFixed(4), state.age], ["0.051293", "-0.0500", 3]);
  assert.deepEqual([laggardState(path, 2), laggardState(path, -1)], [undefined, undefined]);
  // An equal level is no record: the age goes on.
  assert.deepEqual([laggardState(path, 4)?.age, laggardState(path, 5)?.age, laggardState(path, 99)?.age], [0, 1, 1]);
});

// By hand: the high of 12 on day 1 is the record that the close of 9 on day 2 is held against, and a high of 13 regains it.
test("against an intraday record the close is judged and the high regains", () => {
  const close = seriesOf([10, 11, 9, 12], { gaps: [0], first: 0 });
  const path = laggardPath(gaugeOf(close, { ...close, values: Float64Array.of(10, 12, 9, 13) }), WEEK);
  assert.deepEqual(
    [...path.below].map((below) => below.toFixed(6)),
    ["0.000000", "0.087011", "0.287682", "0.080043"],
  );
  assert.deepEqual([...path.regained], [1, 3, 3, Number.POSITIVE_INFINITY]);
  assert.equal(laggardState(path, 3)?.age, 0);
});

test("the scale of the levels is none of a path's business", () => {
  fc.assert(
    fc.property(laggard(), YEAR, (gauge, year) => {
      const { logLevel: _, ...path } = laggardPath(gauge, year);
      const { logLevel: __, ...scaled } = laggardPath(timesFour(gauge), year);
      assert.deepEqual(scaled, path);
    }),
    { numRuns: 50 },
  );
});

test("a distance is scaled by the volatility of the horizon", () => {
  assert.equal(scaledDistance({ below: 0.3, volatility: 0.6 }, 365), 0.5);
  assert.equal(scaledDistance({ below: 0.3, volatility: 0.6 }, 365 / 4), 1);
  assert.equal(scaledDistance({ below: 0.3, volatility: Number.NaN }, 365), Number.NaN);
});
