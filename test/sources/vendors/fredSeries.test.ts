import assert from "node:assert/strict";
import { test } from "node:test";
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
  });
  assert.deepEqual(aboutFredSeries("RRPONTSYD")?.close, { time: "13:15", zone: "America/New_York" });
  for (const { released, close } of FRED_SERIES.values()) assert.ok(released !== "" && /^\d\d:\d\d$/.test(close.time));
});

test("no series that is not in the table is known, whatever its name", () => {
  for (const id of ["", "dgs10", "WDTGAL", "constructor", "__proto__", "DGS10,DGS2"]) {
    assert.equal(aboutFredSeries(id), undefined, id);
    assert.throws(() => knownFredSeries(id), { why: "unknownSymbol", message: `expected one of the series known; received ${JSON.stringify(id)}` });
  }
});
