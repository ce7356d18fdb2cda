// What the charts of the note are drawn from: by slow obvious twins from the raw columns, and the same when later figures are removed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Markets, toDay, toSeries } from "../../src/market/index.ts";
import { correlationInterval } from "../../src/num/index.ts";
import { type Group, type Study, study } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY, marketOf, seriesIn } from "../case.ts";
import { naivePearson } from "../naive/correlation.ts";
import { type Closes, naiveCasePath, naiveMonthEnds, naiveRebased, naiveRecordDays, naiveSharedReturns } from "../naive/studyPicture.ts";

const then = foundingStudy(ARTICLE_DAY);
const now = foundingStudy(LAST_DAY);

function closesOf(id: string, asOf: string, markets: Markets = founding.markets): Closes {
  const { sessions, values } = seriesIn(markets, id);
  return [...sessions].flatMap((session, k) => (toDay(session) <= asOf && !Number.isNaN(values[k]) ? [[toDay(session), values[k]!] as const] : []));
}

function near(actual: readonly (number | null)[], expected: readonly (number | null)[], within: number, what: string): void {
  assert.equal(actual.length, expected.length, what);
  for (const [k, one] of actual.entries()) {
    const other = expected[k]!;
    assert.ok(one === null || other === null ? one === other : Math.abs(one - other) <= within, `${what}, ${k}: expected ${other}; received ${one}`);
  }
}

const { laggard: _laggard, question: _question, sizes: _sizes, ...bare } = founding.group;
const pairOf = (changes: Partial<Group> = {}): Group => ({ ...bare, name: "Two", leader: "IWM", members: ["IWM", "BTC"], laggard: "BTC", ...changes });

test("each case has its path: the laggard's own sessions from the onset to the end, below its record so far", () => {
  for (const { cases, asOf } of [then, now]) {
    const closes = closesOf("BTC", asOf);
    assert.deepEqual(
      cases.paths.map(({ onset, resolution }) => [onset, resolution]),
      cases.list.map(({ onset, resolution }) => [onset, resolution]),
    );
    for (const [k, { onset, days, values }] of cases.paths.entries()) {
      const { resolvedOn, laggardDistance } = cases.list[k]!;
      const expected = naiveCasePath(closes, onset, resolvedOn ?? asOf);
      assert.deepEqual(days, expected.days, onset);
      near(values, expected.values, 5.1e-7, onset);
      assert.equal(days[0], 0);
      near([values[0]!], [laggardDistance.value], 5.1e-7, `${onset}, at the onset`);
      // A case that ended in catch-up ended at a record.
      if (cases.list[k]!.resolution === "catchUp") assert.equal(values.at(-1), 0);
      // On 2011-04-16 and 17 bitcoin stood at its record again, but not above it: the case went on.
      const atRecord = values.slice(0, -1).flatMap((value, at) => (value === 0 ? [days[at]] : []));
      assert.deepEqual(atRecord, onset === "2011-04-05" ? [11, 12] : [], onset);
    }
  }
});

test("record days are those of each market's own history, shown since both of the pair are held", () => {
  for (const { recordDays, asOf } of [then, now]) {
    assert.equal(recordDays.from, "2010-08-18");
    for (const { market, days, records, historyFrom, clock } of recordDays.markets) {
      const closes = closesOf(market, asOf);
      assert.deepEqual(
        days,
        naiveRecordDays(closes).filter((day) => day >= recordDays.from),
        market,
      );
      assert.deepEqual([records.value, historyFrom, clock], [days.length, closes[0]![0], marketOf(now, market).clock]);
    }
    assert.deepEqual(recordDays.markets.map(({ market }) => market).sort(), [...founding.group.members].sort());
  }
});

test("leader and laggard start from one hundred on the first session that both hold, and stand on the leader's sessions", () => {
  for (const { rebased, asOf, shownFrom } of [then, now]) {
    const expected = naiveRebased(closesOf("IWM", asOf), closesOf("BTC", asOf), shownFrom);
    assert.deepEqual(rebased.sessions, expected.sessions);
    assert.deepEqual([rebased.from, rebased.base, rebased.columns.map(({ market }) => market)], [expected.sessions[0], 100, ["IWM", "BTC"]]);
    for (const [k, { values, market }] of rebased.columns.entries()) {
      assert.equal(values[0], 100);
      // Six significant digits.
      for (const [at, value] of values.entries()) assert.ok(Math.abs(value! / expected.values[k]![at]! - 1) <= 5.1e-6, `${market} on ${rebased.sessions[at]}`);
    }
  }
});

test("a session on which the laggard holds nothing is a gap between its levels, and the base is the first that both hold", () => {
  const btc = seriesIn(founding.markets, "BTC");
  const from = (day: string) => btc.sessions.findIndex((session) => toDay(session) === day);
  const values = btc.values.slice();
  for (const day of ["2020-01-02", "2020-01-03", "2020-01-08"]) values[from(day)] = Number.NaN;
  const markets: Markets = { ...founding.markets, BTC: { ...founding.markets.BTC!, series: { close: { ...btc, values } } } };
  const { rebased, cases } = study({ group: pairOf(), markets, asOf: ARTICLE_DAY });
  assert.deepEqual([rebased.from, rebased.sessions.slice(0, 3)], ["2020-01-06", ["2020-01-06", "2020-01-07", "2020-01-08"]]);
  assert.deepEqual([rebased.columns[1]!.values[0], rebased.columns[1]!.values[2]], [100, null]);
  assert.ok(cases.paths.every(({ values }) => values.every((value) => value === null || value <= 0)));
});

test("the correlation of each month end is that of the last returns up to it, with the interval of these", () => {
  for (const { together, asOf, definitions } of [then, now]) {
    const window = definitions.correlationWindow.value!;
    const [{ rolling, correlation }] = together.clocks as [Study["together"]["clocks"][number]];
    const returns = naiveSharedReturns(closesOf("IWM", asOf), closesOf("BTC", asOf));
    const ends = naiveMonthEnds(returns.map(([day]) => day)).filter((day) => returns.findIndex(([on]) => on === day) + 1 >= window);
    assert.deepEqual(rolling.days, ends);
    const windows = ends.map((day) => returns.filter(([on]) => on <= day).slice(-window));
    near(
      rolling.values,
      windows.map((rows) => naivePearson(rows.map(([, x, y]) => [x, y]))),
      5.1e-5,
      "correlation",
    );
    for (const k of [0, 7, 100, ends.length - 1]) {
      const rows = windows[k]!;
      const interval = correlationInterval(
        rows.map(([, x]) => x),
        rows.map(([, , y]) => y),
        { level: rolling.level },
      );
      near([rolling.lower[k]!, rolling.upper[k]!], [interval.lower, interval.upper], 5.1e-5, ends[k]!);
    }
    assert.ok(rolling.values.every((value, k) => rolling.lower[k]! < value && value < rolling.upper[k]!));
    // The last one is what the note says of the last sessions.
    near([rolling.values.at(-1)!], [correlation.pearson.value], 5.1e-5, "the last");
  }
});

test("the clock is another series: bitcoin at the close of New York correlates otherwise, on the same month ends", () => {
  const [utc, newYork] = then.together.clocks;
  assert.deepEqual([utc!.laggardClock, newYork!.laggardClock], ["24:00 UTC", "16:00 New York"]);
  assert.notDeepEqual(newYork!.rolling.values.slice(-12), utc!.rolling.values.slice(-12));
  assert.deepEqual(newYork!.rolling.days.slice(-12), utc!.rolling.days.slice(-12));
});

test("the steps of the endings are their shares at the horizons, and rise to what has ended", () => {
  for (const { catchUp, cases } of [then, now]) {
    const { steps, at } = catchUp.endings;
    assert.deepEqual(
      steps.days,
      [...new Set(steps.days)].sort((a, b) => a - b),
    );
    assert.equal(steps.n, cases.list.length);
    for (const one of at) {
      const k = steps.days.findLastIndex((days) => days <= one.horizon.value!);
      near([steps.catchUp[k] ?? 0, steps.rollOver[k] ?? 0], [one.catchUp.value, one.rollOver.value], 5.1e-7, `${one.horizon.value} days`);
    }
    for (const kind of ["catchUp", "rollOver"] as const)
      assert.deepEqual(
        steps[kind],
        [...steps[kind]].sort((a, b) => a - b),
      );
    for (const k of steps.days.keys()) assert.ok(steps.catchUp[k]! + steps.rollOver[k]! <= 1 + 1e-6);
    // Each step is a day on which some case ended, or was last seen.
    const ends = cases.paths.map(({ days }) => days.at(-1)!);
    for (const days of steps.days)
      assert.ok(
        ends.some((end) => Math.abs(end - days) <= 1),
        `${days} days`,
      );
  }
});

test("beside the endings stand the means of the cases' own bases, and intervals by resampling around the same shares", () => {
  // Early on some bases had to be a random walk's; they count like the others.
  const early = study({ group: pairOf(), markets: founding.markets, asOf: "2014-09-30" });
  assert.ok(early.catchUp.trials.some(({ baseFrom }) => baseFrom === "randomWalk"));
  for (const { catchUp } of [then, now, early]) {
    const { at } = catchUp.endings;
    const own = catchUp.trials.filter(({ baseFrom }) => baseFrom !== "none");
    const mean = (pick: (trial: (typeof own)[number]) => number) => own.reduce((sum, trial) => sum + pick(trial), 0) / own.length;
    const one = at.find(({ horizon }) => horizon.value === catchUp.horizon.value)!;
    near([one.base.value, one.randomWalk.value], [mean(({ base }) => base.value!), mean(({ randomWalk }) => randomWalk.value!)], 1e-12, "bases");
    assert.deepEqual([one.base.n, one.randomWalk.n], [own.length, own.length]);
    for (const { catchUp: caughtUp, rollOver, resampled, base } of at) {
      assert.deepEqual([resampled.catchUp.value, resampled.rollOver.value], [caughtUp.value, rollOver.value]);
      for (const { interval, value } of [resampled.catchUp, resampled.rollOver])
        assert.ok(0 <= interval!.lower && interval!.lower <= value! && value! <= interval!.upper && interval!.upper <= 1);
      assert.ok(base.value! > 0 && base.value! < 1);
    }
  }
});

test("what was drawn then is what is drawn now of that time", () => {
  for (const [k, path] of then.cases.paths.entries()) {
    const later = now.cases.paths[k]!;
    assert.deepEqual([later.onset, later.days.slice(0, path.days.length), later.values.slice(0, path.values.length)], [path.onset, path.days, path.values]);
  }
  for (const [k, { days }] of then.recordDays.markets.entries())
    assert.deepEqual(
      now.recordDays.markets[k]!.days.filter((day) => day <= ARTICLE_DAY),
      days,
    );
  for (const [k, { values }] of then.rebased.columns.entries()) assert.deepEqual(now.rebased.columns[k]!.values.slice(0, values.length), values);
  for (const [k, { rolling }] of then.together.clocks.entries()) {
    const later = now.together.clocks[k]!.rolling;
    // The month of the day itself went on after it.
    const ended = rolling.days.filter((day) => day < "2025-12-01");
    for (const key of ["values", "lower", "upper"] as const) assert.deepEqual(later[key].slice(0, ended.length), rolling[key].slice(0, ended.length), key);
    assert.deepEqual(later.days.slice(0, ended.length), ended);
  }
});

test("where the pair is not known there are no paths, no levels that end a case, and nothing to rebase", () => {
  const { laggard: _asked, ...unasked } = pairOf({ members: ["SPY", "DIA"], leader: "SPY" });
  for (const group of [pairOf({ members: ["IWM", "TLT"], laggard: "TLT" }), unasked]) {
    const { cases, rebased, catchUp, recordDays, shownFrom } = study({ group, markets: founding.markets, asOf: LAST_DAY });
    assert.deepEqual([cases.paths, rebased.from, rebased.columns, catchUp.forecast, catchUp.endings.steps.days], [[], null, [], null, []]);
    for (const end of Object.values(cases.ends)) assert.ok(end.value === null && typeof end.reason === "string" && end.reason.length > 0);
    assert.equal(recordDays.from, shownFrom);
  }
});

test("a pair whose sessions never meet has nothing to rebase", () => {
  const week = (market: string, first: number) =>
    toSeries({
      market,
      field: "close",
      unit: "USD",
      source: `${market}.csv`,
      sessions: [0, 1, 2, 3].map((k) => 20_000 + 2 * k + first),
      values: [10, 11, 12, 9],
    });
  const of = (id: string, first: number) => ({ instrument: { ...founding.markets.BTC!.instrument, id, name: id }, series: { close: week(id, first) } });
  const { rebased } = study({ group: { ...pairOf(), members: ["A", "B"], leader: "A", laggard: "B" }, markets: { A: of("A", 0), B: of("B", 1) } });
  assert.deepEqual([rebased.from, rebased.sessions, rebased.columns], [null, [], []]);
});
