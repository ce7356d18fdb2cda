import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParseRows } from "d3-dsv";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { stooq } from "../../../src/sources/vendors/stooq.ts";

const SAMPLES = new URL("../../../../shared/wire/stooq/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const ASK: Ask = { symbol: "spy.us", from: "2020-03-19", to: "2020-03-20", now: Date.UTC(2026, 10, 22, 12) };

const text = (file: string) => readFileSync(new URL(file, SAMPLES), "utf8");
const sample = (file: string, symbol: string) => stooq.read(csvParseRows(text(file)), { ...ASK, symbol }, stooq.request(ASK)).rows;

test("a range is asked for with the days before it that make it hold a session", () => {
  assert.equal(stooq.request(ASK).url, "https://stooq.com/q/d/l/?s=spy.us&d1=20200305&d2=20200320&i=d");
  assert.match(stooq.request({ ...ASK, symbol: "^spx" }).url, /\?s=%5Espx&/);
  assert.match(stooq.request({ ...ASK, symbol: "a&apikey=b" }).url, /\?s=a%26apikey%3Db&/);
});

test("US stocks, US indices, metals and currencies are served; other exchanges are not", () => {
  const known: [symbol: string, kind: string, close: string, unit: string][] = [
    ["iwm.us", "etf", "16:00 America/New_York", "USD"],
    ["brk-b.us", "stock", "16:00 America/New_York", "USD"],
    ["^ndq", "index", "16:00 America/New_York", "index"],
    ["xauusd", "index", "23:00 Europe/Warsaw", "USD"],
    ["eurjpy", "index", "23:00 Europe/Warsaw", "JPY"],
  ];
  for (const [symbol, ...expected] of known) {
    const { kind, calendar, close, unit } = stooq.about(symbol)!;
    assert.deepEqual([kind, `${close.time} ${close.zone}`, unit], expected, symbol);
    assert.equal(calendar, "XNYS");
  }
  for (const symbol of ["", "spy", "vod.uk", "^ftm", "usdusd", "xauxag", "btc.v", "toString", "IWM.US"]) assert.equal(stooq.about(symbol), undefined, symbol);
});

test("what is no refusal is left to be judged as what it is", () => {
  for (const text of ["Date,Open,High,Low,Close,Volume\r\n", "", "<html>sorry</html>", "There is No data"])
    assert.equal(stooq.complaint({ status: 200, text, json: undefined }), undefined, text);
});

test("sample answers: a fund is a total return, a metal has prices", { skip }, () => {
  assert.deepEqual(sample("spy_d.csv", "spy.us"), [
    { session: dayNumber("2020-03-19"), totalReturn: 218.69 },
    { session: dayNumber("2020-03-20"), totalReturn: 209.28 },
  ]);
  assert.deepEqual(sample("xauusd_d.csv", "xauusd"), [
    { session: dayNumber("2020-03-19"), open: 1485.67, high: 1500.4, low: 1463.33, close: 1471.2 },
    { session: dayNumber("2020-03-20"), open: 1471.2, high: 1519.6, low: 1454.9, close: 1498.7 },
  ]);
  assert.throws(() => sample("quote_nd.csv", "nope.us"), { why: "malformed", message: /^line 1: expected Date,Open/ });
});

test("sample answers: refusals", { skip }, () => {
  for (const [file, cause, words] of [
    ["no_data.txt", "unknownSymbol", "No data"],
    ["err_hits.txt", "quota", "Exceeded the daily hits limit"],
    ["err_apikey.txt", "badKey", "Get your apikey"],
    ["err_pow.html", "page", "the page that verifies browsers"],
  ] as const) {
    assert.deepEqual(stooq.complaint({ status: 200, text: text(file), json: undefined }), { cause, words }, file);
  }
});
