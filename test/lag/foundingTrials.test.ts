// Witness: the embedded closes walked through row by row, with dates as text; and the outcomes that it finds, as constants.
import assert from "node:assert/strict";
import { test } from "node:test";
import { catchUpTrials, countedTrials, divergences, laggardPath, walkForward } from "../../src/lag/index.ts";
import { dayNumber, gaugeOf, gaugeThrough, type Series, toDay } from "../../src/market/index.ts";
import { recordIndices } from "../../src/num/index.ts";
import { founding, LAST_DAY, seriesIn } from "../case.ts";
import { type Closes, foundingTrials } from "../naive/foundingTrials.ts";
import { deviation } from "../naive/laggard.ts";
import { closeTo } from "./closeTo.ts";

const CASE = { laggardBelow: 0.2, leaderFalls: 0.1 };
const until = dayNumber(LAST_DAY);
const leader = gaugeThrough(gaugeOf(seriesIn(founding.markets, "IWM")), until);
const laggard = gaugeThrough(gaugeOf(seriesIn(founding.markets, "BTC")), until);
const closes = ({ sessions, values }: Series): Closes => [...sessions].map((session, k) => [toDay(session), values[k]!]);

const onsets = divergences({ leader, laggard, ...CASE }).cases.map(({ onset }) => onset);
const leaderRecords = recordIndices(leader.record.values).map((index) => leader.record.sessions[index]!);
const options = { path: laggardPath(laggard, { sessionsPerYear: 365 }), leaderRecords, days: 180, band: 0.25, leastWindows: 3, until };
const trials = catchUpTrials(onsets, options);

test("the trials of small caps and bitcoin over 180 days are those that a walk through the table of closes finds", () => {
  const expected = foundingTrials(closes(leader.level), closes(laggard.level), { ...CASE, days: 180, until: LAST_DAY });
  assert.deepEqual(
    trials.map(({ onset, outcome, overlaps }) => ({ onset, outcome, overlaps })),
    expected,
  );
  const told = expected.map(({ onset, outcome, overlaps }) => `${onset} ${Number.isNaN(outcome) ? "open" : outcome}${overlaps ? " overlaps" : ""}`);
  assert.deepEqual(told, [
    "2011-04-05 1",
    "2012-09-14 1",
    "2013-01-02 1 overlaps",
    "2013-05-06 0",
    "2013-12-20 0",
    "2014-12-26 0",
    "2016-11-14 1",
    "2017-07-19 1",
    "2017-09-22 1 overlaps",
    "2018-01-08 0 overlaps",
    "2025-12-04 0",
    "2026-04-16 open overlaps",
  ]);
});

test("distance, volatility and age of each trial are read off the closes up to its onset", () => {
  for (const trial of trials) {
    const values = closes(laggard.level).filter(([day]) => day <= trial.onset);
    const levels = values.map(([, close]) => close);
    const highest = Math.max(...levels);
    closeTo(trial.distance, levels.at(-1)! / highest - 1);
    assert.equal(trial.age, levels.length - 1 - levels.indexOf(highest));
    const returns = levels
      .slice(-253)
      .map((close, k, year) => Math.log(close / (year[k - 1] ?? Number.NaN)))
      .slice(1);
    closeTo(trial.volatility, returns.length < 252 ? Number.NaN : deviation(returns) * Math.sqrt(365), 1e-8);
  }
});

test("seven cases count: those that do not overlap, are over, and had a year of returns", () => {
  assert.deepEqual(
    countedTrials(trials).map(({ onset }) => onset),
    ["2012-09-14", "2013-05-06", "2013-12-20", "2014-12-26", "2016-11-14", "2017-07-19", "2025-12-04"],
  );
  assert.deepEqual([trials[0]?.baseFrom, trials[0]?.base], ["none", Number.NaN]);
});

test("the forecasts of the case do not change when later closes are taken away", () => {
  const whole = walkForward(onsets, options);
  assert.deepEqual(
    whole.map(({ onset }) => onset),
    ["2012-09-14", "2013-05-06", "2013-12-20", "2014-12-26", "2016-11-14", "2017-07-19", "2025-12-04"],
  );
  const then = dayNumber("2018-01-31");
  const cut = laggardPath(gaugeThrough(laggard, then), { sessionsPerYear: 365 });
  const early = walkForward(
    onsets.filter((onset) => onset <= "2018-01-31"),
    { ...options, path: cut, until: then },
  );
  assert.deepEqual(early, whole.slice(0, 6));
});
