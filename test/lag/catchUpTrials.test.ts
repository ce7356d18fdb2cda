import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catchUpTrials, countedTrials, laggardPath, spacedOnsets } from "../../src/lag/index.ts";
import { gaugeOf, toDay } from "../../src/market/index.ts";
import { seriesOf } from "../arbitraries.ts";
import { naiveTrials } from "../naive/catchUpTrials.ts";
import { closeTo } from "./closeTo.ts";
import { laggard, picks, sessionsOf, timesFour, untilDay, YEAR } from "./laggards.ts";

const options = fc.record({
  days: fc.integer({ min: 2, max: 20 }),
  band: fc.constantFrom(0.3, 1, 3),
  leastWindows: fc.integer({ min: 1, max: 4 }),
  until: untilDay,
});

test("trials are what a slow walk finds on a copy that ends on the day from which one looks", () => {
  const seen = { matched: 0, randomWalk: 0, none: 0, overlaps: 0, passed: 0, failed: 0 };
  fc.assert(
    fc.property(laggard(), YEAR, options, picks, picks, (gauge, year, asked, from, records) => {
      const onsets = sessionsOf(gauge, from);
      const leaderRecords = sessionsOf(gauge, records);
      const expected = naiveTrials(onsets, gauge, { ...asked, ...year, leaderRecords });
      const trials = catchUpTrials(onsets.map(toDay), { path: laggardPath(gauge, year), leaderRecords, ...asked });
      for (const [k, { onset, matched, ...trial }] of trials.entries()) {
        const { day, matched: slow, ...rest } = expected[k]!;
        assert.equal(onset, toDay(day));
        // Where prices hardly move a distance over the volatility is large, and only as precise as the volatility.
        closeTo(trial, { ...rest, scaled: trial.scaled }, 1e-6);
        if (rest.volatility > 1e-3) closeTo(trial.scaled, rest.scaled, 1e-6);
        closeTo({ share: matched.share, days: matched.days, windows: matched.windows }, slow);
        seen[trial.baseFrom]++;
        if (trial.overlaps) seen.overlaps++;
        if (trial.outcome === 1) seen.passed++;
        if (trial.outcome === 0) seen.failed++;
      }
    }),
    { numRuns: 200 },
  );
  for (const [what, count] of Object.entries(seen)) assert.ok(count > 30, `${what}: ${count}`);
});

const daily = (values: number[]) => laggardPath(gaugeOf(seriesOf(values, { gaps: [0], first: 0 })), { sessionsPerYear: 365, window: 2 });
const asked = { leaderRecords: [], days: 3, band: 0.25, leastWindows: 99, until: 99 };
const trialsOf = (onsets: string[], path = daily([10, 9, 8, 9, 9, 9, 9, 9, 11]), more: Partial<typeof asked> = {}) =>
  catchUpTrials(onsets, { path, ...asked, ...more });

// By hand: the record of 10 is regained on day 8, three days after day 5 and four after day 4.
test("outcomes, and which trials wait for the same record, by hand", () => {
  const trials = trialsOf(["1970-01-03", "1970-01-05", "1970-01-06"]);
  assert.deepEqual(
    trials.map(({ outcome, overlaps, age, baseFrom }) => [outcome, overlaps, age, baseFrom]),
    [
      [0, false, 2, "randomWalk"],
      [0, true, 4, "randomWalk"],
      [1, false, 5, "none"],
    ],
  );
  // Seen from day 7 the horizon of day 5 has not passed.
  assert.deepEqual(
    trialsOf(["1970-01-05", "1970-01-06"], undefined, { until: 7 }).map(({ outcome }) => outcome),
    [0, Number.NaN],
  );
  assert.deepEqual(
    trialsOf(["1969-12-01"]).map(({ outcome, base, baseFrom }) => [outcome, base, baseFrom]),
    [[Number.NaN, Number.NaN, "none"]],
  );
});

test("a trial that overlaps does not push the next one away", () => {
  const trials = trialsOf(["1970-01-04", "1970-01-06", "1970-01-07", "1970-01-09"], daily([10, 9, 8, 9, 8.5, 9, 8, 8.7, 9, 8.2, 11]));
  assert.deepEqual(
    trials.map(({ overlaps }) => overlaps),
    [false, true, false, true],
  );
});

// By hand: from the onset on day 3, a day off, the record of 11 on day 6 is three days away; from the session before it is four.
test("the horizon begins on the onset, also where the laggard has no session that day", () => {
  const series = seriesOf([10, 9, 8, 8, 9, 11], { gaps: [0, 0, 1, 0], first: 0 }); // days 0, 1, 2, 4, 5, 6
  const path = laggardPath(gaugeOf(series), { sessionsPerYear: 365, window: 2 });
  assert.deepEqual(
    trialsOf(["1970-01-04"], path).map(({ outcome }) => outcome),
    [1],
  );
  assert.deepEqual(
    trialsOf(["1970-01-04"], path, { until: 5 }).map(({ outcome }) => outcome),
    [Number.NaN],
  );
});

const wave = laggardPath(
  gaugeOf(
    seriesOf(
      Array.from({ length: 130 }, (_, i) => 10 + Math.sin(i)),
      { gaps: [0], first: 0 },
    ),
  ),
  { sessionsPerYear: 365, window: 2 },
);

test("onsets a horizon apart are those that no earlier one of them reaches", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 3, max: 120 }), { maxLength: 25 }), fc.integer({ min: 1, max: 30 }), (drawn, days) => {
      const onsets = drawn.toSorted((a, b) => a - b);
      const apart: number[] = [];
      for (const onset of onsets) if (apart.every((earlier) => onset - earlier >= days)) apart.push(onset);
      assert.deepEqual(spacedOnsets(onsets.map(toDay), { path: wave, days }), apart.map(toDay));
      // Before the volatility is known an onset takes no place.
      assert.deepEqual(spacedOnsets(["1970-01-01", "1970-01-02", ...onsets.map(toDay)], { path: wave, days }), apart.map(toDay));
    }),
    { numRuns: 200 },
  );
});

test("the trials that count are apart from each other, over, and have a base", () => {
  const none = Number.NaN;
  const trial = (overlaps: boolean, outcome: number, base: number) => ({ overlaps, outcome, base });
  const counted = [trial(false, 1, 0.4), trial(false, 0, 0)];
  assert.deepEqual(countedTrials([trial(true, 1, 0.4), counted[0]!, trial(false, none, 0.4), counted[1]!, trial(false, 1, none)]), counted);
});

test("the scale of the levels is none of a trial's business", () => {
  fc.assert(
    fc.property(laggard(), YEAR, options, picks, (gauge, year, drawn, from) => {
      const onsets = sessionsOf(gauge, from).map(toDay);
      const of = (one: typeof gauge) => catchUpTrials(onsets, { path: laggardPath(one, year), leaderRecords: [], ...drawn });
      assert.deepEqual(of(timesFour(gauge)), of(gauge));
    }),
    { numRuns: 50 },
  );
});
