import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import type { Ask, Request } from "../../../src/sources/source.ts";
import { bitstamp } from "../../../src/sources/vendors/bitstamp.ts";

const SAMPLES = new URL("../../../../shared/wire/bitstamp/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => readFileSync(new URL(name, SAMPLES), "utf8");

const NOW = Date.parse("2026-11-22T12:00:00Z");
const ask = (symbol: string, from: string, to: string): Ask => ({ symbol, from, to, now: NOW });
const rangeOf = ({ url }: Request) => ["start", "end"].map((name) => toDay(Number(new URL(url).searchParams.get(name)) / 86_400));

/** The ranges of all requests of an ask whose windows are all empty. */
function walk(asked: Ask): string[][] {
  const ranges: string[][] = [];
  const empty = { data: { pair: "BTC/USD", ohlc: [] } };
  for (let request: Request | undefined = bitstamp.request(asked); request; request = bitstamp.read(empty, asked, request).next) ranges.push(rangeOf(request));
  return ranges;
}

test("the sample candles are read", { skip }, () => {
  const asked = ask("btcusd", "2020-03-20", "2020-03-21");
  const page = bitstamp.read(JSON.parse(sample("ohlc_1d.json")), asked, bitstamp.request(asked));
  // Read off the file by eye; 1584662400 s is 2020-03-20 00:00 UTC.
  assert.deepEqual(page, {
    rows: [
      { session: dayNumber("2020-03-20"), open: 6188.65, high: 6984, low: 5651, close: 6210.14, volume: 21000 },
      { session: dayNumber("2020-03-21"), open: 6210.14, high: 6460, low: 5858, close: 6195, volume: 9000 },
    ],
    unit: "USD",
  });
});

test("the sample refusal names the field and what is wrong with it", { skip }, () => {
  const text = sample("err_400.json");
  const complaint = bitstamp.complaint({ status: 400, text, json: JSON.parse(text) });
  assert.equal(complaint?.cause, "badRequest");
  assert.match(complaint?.words ?? "", /^step: Invalid value\. Allowed values: 60, 180, .* 259200$/);
});

test("pages of 1000 have room for the day before, and leave no day out", () => {
  const ranges = walk(ask("btcusd", "2009-01-01", "2026-11-20"));
  // 5574 days from 2011-08-18, the pair's first, to 2026-11-20 (15 years of 365 days, 4 leap days, 94 days, and the first): 5 windows of 999 and one of 579.
  const days = ranges.map(([start, end]) => [dayNumber(start!), dayNumber(end!)] as const);
  assert.deepEqual(
    days.map(([start, end]) => end - start + 1),
    [999, 999, 999, 999, 999, 579],
  );
  for (const [i, [start]] of days.entries()) if (i > 0) assert.equal(start, days[i - 1]![1] + 1);
  assert.deepEqual([ranges[0]![0], ranges[5]![1]], ["2011-08-18", "2026-11-20"]);
});

test("days to come are not asked for", () => {
  assert.deepEqual(walk(ask("btcusd", "2026-11-20", "9999-12-31")), [["2026-11-20", "2026-11-22"]]);
});

test("a request says pair, step, limit and range, and wants no running day", () => {
  assert.equal(
    bitstamp.request(ask("btcusd", "2020-03-20", "2020-03-21")).url,
    "https://www.bitstamp.net/api/v2/ohlc/btcusd/?step=86400&limit=1000&start=1584662400&end=1584748800&exclude_current_candle=true", // the sample's stamps
  );
});

test("a pair says what it is quoted in", () => {
  assert.deepEqual(bitstamp.about("btcusd"), { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit: "USD" });
  const units = Object.fromEntries(["btceur", "btcusdt", "usdtusd", "usdcusdt", "ethbtc"].map((pair) => [pair, bitstamp.about(pair)?.unit]));
  assert.deepEqual(units, { btceur: "EUR", btcusdt: "USDT", usdtusd: "USD", usdcusdt: "USDT", ethbtc: "BTC" });
  for (const symbol of ["BTCUSD", "btc-usd", "usd", "btc", ""]) assert.equal(bitstamp.about(symbol), undefined, symbol);
});

test("words that are no text are no complaint, and figures are none either", () => {
  const said = (json: unknown) => bitstamp.complaint({ status: 400, text: "", json });
  for (const json of [null, [], 7, "no", {}, { errors: [null, 7, {}] }, { reason: { __all__: ["x"] } }, { data: {}, error: "x" }])
    assert.equal(said(json), undefined);
});
