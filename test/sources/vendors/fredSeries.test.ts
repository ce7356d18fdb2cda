import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber, publicOn, toDay } from "../../../src/market/index.ts";
import { aboutFredSeries, FRED_SERIES, knownFredSeries, rightsOfFredSeries } from "../../../src/sources/vendors/fredSeries.ts";

const ids = (chosen: (id: string) => boolean) => [...FRED_SERIES.keys()].filter(chosen).sort();
const inUnit = (unit: string) => ids((id) => FRED_SERIES.get(id)!.unit === unit);
const onCalendar = (calendar: string) => ids((id) => FRED_SERIES.get(id)!.calendar === calendar);

// The witness of the lists is FRED's own page of each series: units, frequency, source.
test("each series is in the unit that FRED says: the balance sheet in millions, the reverse repos in billions", () => {
  assert.deepEqual(inUnit("millions of USD"), ["TREAST", "WALCL", "WSHOMCB", "WTREGEN"]);
  assert.deepEqual(inUnit("billions of USD"), ["RRPONTSYD"]);
  assert.deepEqual(inUnit("USD"), ["CBBTCUSD"]);
  assert.deepEqual(inUnit("index"), ["DJIA", "NASDAQ100", "SP500", "VIXCLS"]);
  assert.deepEqual(inUnit("percent"), ["DFEDTARL", "DFEDTARU", "DFF", "DGS10", "DGS2", "DGS3MO", "EFFR", "IORB", "SOFR"]);
});

test("each series has the days of its market; the balance sheet has Wednesdays", () => {
  assert.deepEqual(onCalendar("24/7"), ["CBBTCUSD", "DFEDTARL", "DFEDTARU", "DFF", "IORB"]);
  // Secured rates and reverse repos need an open bond market: on Columbus and Veterans Day there is none.
  assert.deepEqual(onCalendar("US-BOND"), ["DGS10", "DGS2", "DGS3MO", "RRPONTSYD", "SOFR"]);
  assert.deepEqual(onCalendar("XNYS"), ["DJIA", "NASDAQ100", "SP500", "VIXCLS"]);
  assert.deepEqual(
    ids((id) => FRED_SERIES.get(id)!.weekly === "Wednesday"),
    ["TREAST", "WALCL", "WSHOMCB", "WTREGEN"],
  );
});

test("what is not the government's own is not passed on", () => {
  assert.deepEqual(
    ids((id) => rightsOfFredSeries(id) === "personal"),
    ["CBBTCUSD", "DJIA", "NASDAQ100", "SP500", "VIXCLS"],
  );
  assert.equal(rightsOfFredSeries("GOLDAMGBD228NLBM"), "personal");
});

test("a series is a reading with the instant of its value; bitcoin's is the afternoon of California", () => {
  assert.deepEqual(aboutFredSeries("CBBTCUSD"), {
    kind: "reading",
    calendar: "24/7",
    close: { time: "17:00", zone: "America/Los_Angeles" },
    unit: "USD",
    name: "Coinbase bitcoin",
    release: { calendar: "24/7", after: 1, time: "21:00" },
  });
  assert.deepEqual(aboutFredSeries("RRPONTSYD")?.close, { time: "13:15", zone: "America/New_York" });
  for (const { release, close } of FRED_SERIES.values()) for (const { time } of [release, close]) assert.match(time, /^\d\d:\d\d$/);
});

// The witness is a wall calendar: 2025-12-10 was a Wednesday, Columbus Day Monday 2025-10-13, Good Friday 2025-04-18, Thanksgiving 2025-11-27.
test("a value can be used from the close of the day on which it is public", () => {
  const cases: [id: string, day: string, usable: string][] = [
    ["DGS2", "2025-12-10", "2025-12-12"], // published on Thursday at 16:15, after the close
    ["DGS10", "2025-10-10", "2025-10-15"], // Friday; Monday was Columbus Day, so published on Tuesday
    ["DGS10", "2025-04-17", "2025-04-19"], // on Good Friday the Reserve Banks are open
    ["WALCL", "2025-12-10", "2025-12-12"],
    ["WALCL", "2025-12-24", "2025-12-27"], // Thursday was Christmas, so published on Friday at 16:30
    ["WTREGEN", "2025-11-26", "2025-11-29"], // Thanksgiving
    ["RRPONTSYD", "2025-12-11", "2025-12-11"],
    ["DFF", "2025-12-10", "2025-12-11"],
    ["DFF", "2025-12-13", "2025-12-15"], // a Saturday's is published on Monday
    ["EFFR", "2025-12-12", "2025-12-15"],
    ["SOFR", "2025-12-10", "2025-12-11"],
    ["DFEDTARU", "2025-12-11", "2025-12-11"],
    ["IORB", "2025-12-14", "2025-12-14"],
    ["SP500", "2025-12-11", "2025-12-12"],
    ["VIXCLS", "2025-12-12", "2025-12-15"],
    ["CBBTCUSD", "2025-12-11", "2025-12-13"],
  ];
  for (const [id, day, usable] of cases) assert.equal(toDay(publicOn(dayNumber(day), FRED_SERIES.get(id)!.release)), usable, `${id} ${day}`);
});

test("no series that is not in the table is known, whatever its name", () => {
  for (const id of ["", "dgs10", "WDTGAL", "constructor", "__proto__", "DGS10,DGS2"]) {
    assert.equal(aboutFredSeries(id), undefined, id);
    assert.throws(() => knownFredSeries(id), { why: "unknownSymbol", message: `expected one of the series known; received ${JSON.stringify(id)}` });
  }
});
