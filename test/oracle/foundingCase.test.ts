// Witness: the facts of the case as they were measured from the bars before this program was written (levels to the cent,
// distances to the hundredth of a percent), independent of the code under test.
import assert from "node:assert/strict";
import { test } from "node:test";
import { recordHighs, trough } from "../../src/records/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY, marketOf, seriesIn } from "../case.ts";

const percent = (value: number | null) => (value === null ? "unknown" : (value * 100).toFixed(2));
const then = foundingStudy(ARTICLE_DAY);
const now = foundingStudy(LAST_DAY);

test("as of the article's day IWM, SPY, DIA and SLV are at their record", () => {
  for (const id of ["IWM", "SPY", "DIA", "SLV"]) {
    const { state, record, distance } = marketOf(then, id);
    assert.deepEqual([id, state, record.on, distance.value], [id, "record", ARTICLE_DAY, 0]);
  }
  const usd = (id: string) => marketOf(then, id).record.value?.toFixed(2);
  assert.deepEqual(["IWM", "SPY", "DIA", "SLV"].map(usd), ["257.80", "689.17", "487.87", "57.62"]);
});

test("as of the article's day QQQ, GLD and BTC stand below theirs", () => {
  const facts = ["QQQ", "GLD", "BTC"].map((id) => {
    const { state, record, distance } = marketOf(then, id);
    return [id, percent(distance.value), record.on, state];
  });
  assert.deepEqual(facts, [
    ["QQQ", "-1.60", "2025-10-29", "near"],
    ["GLD", "-2.46", "2025-10-20", "near"],
    ["BTC", "-25.79", "2025-10-06", "apart"],
  ]);
});

test("bitcoin's distance depends on basis and clock", () => {
  const variants = Object.fromEntries(marketOf(then, "BTC").variants.map(({ label, distance }) => [label, percent(distance.value)]));
  assert.deepEqual(variants, {
    "close at 24:00 UTC against the record close": "-25.79",
    "close at 24:00 UTC against the intraday record": "-26.69",
    "close at 16:00 New York against the record close": "-26.81",
    "close at 16:00 New York against the intraday record": "-27.26",
  });
});

test("the leader is IWM, the market out of step BTC, apart since 2025-12-04", () => {
  assert.equal(then.group.leader, "IWM");
  assert.deepEqual([then.outOfStep.market, then.outOfStep.since, then.outOfStep.alsoApart], ["BTC", "2025-12-04", []]);
});

test("small caps set no record close between 2021-11-08 and 2025-09-18, and none in November 2024", () => {
  const ledger = recordHighs(seriesIn(founding.markets, "IWM"));
  const next = ledger.find(({ session }) => session > "2021-11-08");
  assert.deepEqual([next?.session, next?.previous?.session], ["2025-09-18", "2021-11-08"]);
  const intraday = recordHighs(seriesIn(founding.markets, "IWM", "high")).filter(({ session }) => session.startsWith("2024-11"));
  assert.deepEqual(
    intraday.map(({ session }) => session),
    ["2024-11-25"],
  );
});

test("the troughs of November 2025 fall on different days", () => {
  const november = { from: "2025-11-01", to: "2025-11-30" };
  const low = (id: string, field: "close" | "low") => trough(seriesIn(founding.markets, id, field), november)?.session;
  assert.deepEqual([low("IWM", "close"), low("IWM", "low")], ["2025-11-20", "2025-11-20"]);
  assert.deepEqual([low("BTC", "close"), low("BTC", "low")], ["2025-11-22", "2025-11-21"]);
});

test("what happened after the article", () => {
  const since = Object.fromEntries((now.since?.markets ?? []).map(({ id, change, records }) => [id, [percent(change.value), records.value]]));
  assert.deepEqual(since.IWM, ["15.47", 28]);
  assert.deepEqual(since.BTC, ["-21.06", 0]);
  assert.equal(then.since, null);
});

test("the case that was open on the article's day ended in roll-over, and another is open at the end", () => {
  const ends = now.cases.list.slice(-2).map(({ onset, resolution, resolvedOn }) => [onset, resolution, resolvedOn]);
  assert.deepEqual(ends, [
    ["2025-12-04", "rollOver", "2026-03-20"],
    ["2026-04-16", "open", null],
  ]);
  const { cases, catchUp, rollOver, open } = now.cases;
  assert.deepEqual([cases.value, catchUp.value, rollOver.value, open.value], [12, 6, 5, 1]);
});

// The roll-over is checked from the levels, not from the drawdown of the code under test.
test("the roll-over day is the first on which IWM closed ten percent below its highest close", () => {
  const { sessions, values } = seriesIn(founding.markets, "IWM");
  const { sessions: btcSessions, values: btc } = seriesIn(founding.markets, "BTC");
  const onset = 20426; // 2025-12-04
  const highest = (at: number) => Math.max(...values.subarray(0, at + 1));
  const first = sessions.findIndex((session, i) => session > onset && values[i]! <= 0.9 * highest(i));
  assert.equal(new Date(sessions[first]! * 86_400_000).toISOString().slice(0, 10), "2026-03-20");
  const btcHighest = Math.max(...btc);
  assert.equal(new Date(btcSessions[btc.indexOf(btcHighest)]! * 86_400_000).toISOString().slice(0, 10), "2025-10-06");
});

test("silver's record before 2025 is of 2011: histories begin at the market's own start", () => {
  const before = recordHighs(seriesIn(founding.markets, "SLV")).findLast(({ session }) => session < "2025-01-01");
  assert.deepEqual([before?.session.slice(0, 4), before?.historyFrom], ["2011", "2006-04-28"]);
  const starts = Object.fromEntries(now.markets.map(({ id, historyFrom }) => [id, historyFrom]));
  assert.deepEqual(starts, {
    IWM: "2000-05-26",
    SPY: "1993-01-29",
    DIA: "1998-01-20",
    QQQ: "1999-03-10",
    GLD: "2004-11-18",
    SLV: "2006-04-28",
    BTC: "2010-08-18",
  });
});
