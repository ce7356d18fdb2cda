// Real histories: known faults are caught, and crashes are not taken for faults.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { type Bars, dayNumber, toDay } from "../../src/market/index.ts";
import { type JudgeContext, judge } from "../../src/quality/index.ts";
import { over } from "./quiet.ts";

const FOLDER = new URL("../../../shared/data/prices/", import.meta.url);
const options = { skip: existsSync(FOLDER) ? false : "the sample prices, which are no part of the project, are absent" };

const FIELDS = { open: "open", high: "high", low: "low", close: "close", adj_close: "totalReturn", volume: "volume" } as const;

function barsOf(name: string): Bars {
  const rows = csvParse(readFileSync(new URL(`${name}.csv`, FOLDER), "utf8"));
  const column = (of: string) => Float64Array.from(rows, (row) => (row[of] ? Number(row[of]) : Number.NaN));
  const columns = Object.fromEntries(Object.entries(FIELDS).map(([of, field]) => [field, column(of)]));
  return { sessions: Int32Array.from(rows, (row) => dayNumber(row.date!)), columns };
}

function said(name: string, more: Partial<JudgeContext> = {}): string[] {
  const bars = barsOf(name);
  return judge(bars, over(bars, more)).flags.map(({ session, kind }) => `${toDay(session)} ${kind}`);
}

const around: Partial<JudgeContext> = { kind: "crypto", continuous: true };

// 1993 to 2026 with 2001, 2008, 2010-05-06, 2015-08-24, March 2020 and April 2025: all of it was traded.
for (const name of ["IWM", "SPY", "DIA", "QQQ", "GLD", "SLV", "TLT", "HYG"]) {
  test(`${name}: nothing in its whole history is accused, with or without its range`, options, () => {
    const bars = barsOf(name);
    assert.deepEqual(said(name), []);
    assert.deepEqual(judge({ sessions: bars.sessions, columns: { close: bars.columns.close! } }, over(bars)).flags, []);
  });
}

// Each of the three closes lies outside of its own row's range; the row of 1991-09-19 repeats that of 1991-09-18.
test("VIX: the rows that contradict themselves are caught", options, () => {
  assert.deepEqual(said("VIX", { kind: "index" }), ["1991-09-19 stale", "2014-12-09 range", "2021-08-11 range", "2026-02-06 range"]);
});

// Against Coinbase: off by -1.2, -4.9, -1.5, +1.1, +1.4, -1.3, -0.1, -0.7, -1.5, -2.9, -3.6 and -0.1 %.
// On 2021-01-28 and 2023-01-11 it is the next open that is wrong.
test("bitcoin of one source alone: closes far from the next open are caught, 2021-12-14 among them", options, () => {
  const days = "2015-01-09 2015-08-18 2015-09-17 2017-01-23 2017-05-17 2017-06-03 2021-01-28 2021-05-12 2021-11-24 2021-11-25 2021-12-14 2023-01-11";
  assert.deepEqual(
    said("BTC_USD", around),
    days.split(" ").map((day) => `${day} gapToNext`),
  );
});

// Closes of March 2020 that are over 1 % off both other venues' after their usual ratio, counted over the files by sorting the month before each day.
test("bitcoin beside two other venues: the wrong closes of March 2020 and of 2021-12-14 are caught, and two closes with wrong opens cleared", options, () => {
  const others = ["BTC_USD_coinbase", "BTC_daily_from_hourly"].map((source) => ({ source, bars: barsOf(source) }));
  const flags = said("BTC_USD", { ...around, others });
  const march = flags.filter((flag) => flag.startsWith("2020-03"));
  assert.deepEqual(
    march,
    [12, 13, 17, 18, 23, 27].map((day) => `2020-03-${day} disagreement`),
  );
  assert.ok(flags.includes("2021-12-14 disagreement"));
  assert.ok(!flags.some((flag) => /2021-01-28|2023-01-11/.test(flag)));
});

// Of the three venues these two agree with each other; 2020-03-12 and the weekend of 2023-03-11 (a dollar coin lost its peg) are all three apart.
test("the odd one out alone is flagged", options, () => {
  const others = ["BTC_USD", "BTC_USD_coinbase"].map((source) => ({ source, bars: barsOf(source) }));
  assert.deepEqual(said("BTC_daily_from_hourly", { ...around, others }), ["2020-03-12 disagreement", "2023-03-11 disagreement", "2023-03-12 disagreement"]);
});

// A low a twenty-thousandth of open and close, and a high of five times both: in the venue's own data.
test("wicks that no other market saw are caught", options, () => {
  assert.deepEqual(
    said("BTC_USD_coinbase", around).filter((flag) => flag.endsWith("wick")),
    ["2011-11-25 wick", "2017-04-15 wick"],
  );
});

// On 2025-12-11 close and high are above all before; on 2025-12-12 the close falls by 1.5 %, but the high is above that of the day before.
test("the founding case: the record of small caps waits for one session, or for a second source", options, () => {
  const bars = barsOf("IWM");
  const until = (day: string) => {
    const count = bars.sessions.indexOf(dayNumber(day)) + 1;
    const columns = Object.fromEntries(Object.entries(bars.columns).map(([field, column]) => [field, column.subarray(0, count)]));
    return { sessions: bars.sessions.subarray(0, count), columns };
  };
  const kinds = (day: string, others?: JudgeContext["others"]) =>
    judge(until(day), over(bars, others ? { others } : {})).flags.map(({ session, kind }) => `${toDay(session)} ${kind}`);
  assert.deepEqual(kinds("2025-12-11"), ["2025-12-11 record", "2025-12-11 record"]);
  assert.deepEqual(kinds("2025-12-12"), ["2025-12-12 record"]);
  assert.deepEqual(kinds("2025-12-11", [{ source: "second", bars }]), []);
});
