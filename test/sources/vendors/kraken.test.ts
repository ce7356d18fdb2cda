import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { kraken } from "../../../src/sources/vendors/kraken.ts";

const SAMPLES = new URL("../../../../shared/wire/kraken/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => readFileSync(new URL(name, SAMPLES), "utf8");

const NOW = Date.parse("2026-11-22T12:00:00Z");
const ask = (symbol: string, from: string, to: string): Ask => ({ symbol, from, to, now: NOW });
const candle = (day: string) => [dayNumber(day) * 86_400, "2", "4", "1", "3", "2.5", "5", 6];
const read = (symbol: string, name: string) => {
  const asked = ask(symbol, "2026-03-01", "2026-03-31");
  return kraken.read({ error: [], result: { [name]: [candle("2026-03-08")], last: 0 } }, asked, kraken.request(asked)).rows;
};

test("the sample candles are read, the unfinished one among them", { skip }, () => {
  const asked = ask("XBTUSD", "2020-03-19", "2020-03-21");
  const page = kraken.read(JSON.parse(sample("ohlc_1d.json")), asked, kraken.request(asked));
  // Read off the file by eye; the columns are time, open, high, low, close, vwap, volume, count.
  assert.deepEqual(
    page.rows.map(({ session, open, high, low, close }) => [toDay(session), open, high, low, close]),
    [
      ["2020-03-19", 5413.2, 6440, 5263.7, 6185.9],
      ["2020-03-20", 6185.8, 6985, 5670, 6205.1],
      ["2020-03-21", 6205.2, 6464.9, 5860.2, 6190],
    ],
  );
  assert.equal(page.rows[0]?.volume, 21234.51234567);
  assert.equal(page.next, undefined);
});

test("the sample refusals, all with status 200, have their causes", { skip }, () => {
  const refused = (name: string) => kraken.complaint({ status: 200, text: sample(name), json: JSON.parse(sample(name)) });
  assert.deepEqual(refused("err_pair.json"), { cause: "unknownSymbol", words: "EQuery:Unknown asset pair" });
  assert.deepEqual(refused("err_rate.json"), { cause: "rateLimited", words: "EGeneral:Too many requests" });
  assert.equal(refused("ohlc_1d.json"), undefined);
});

test("a request begins the second before the first day, since what begins at `since` is not sent", () => {
  // 1584576000 is the stamp of 2020-03-19 in the sample.
  assert.equal(
    kraken.request(ask("XBTUSD", "2020-03-19", "2020-03-21")).url,
    "https://api.kraken.com/0/public/OHLC?pair=XBTUSD&interval=1440&since=1584575999",
  );
  assert.ok(kraken.request(ask("XBTUSD", "1960-01-01", "2020-03-21")).url.endsWith("&since=0"));
});

test("the pair is known under the venue's own names, and under no other", () => {
  const row = [{ session: dayNumber("2026-03-08"), open: 2, high: 4, low: 1, close: 3, volume: 5 }];
  const names = { XBTUSD: "XXBTZUSD", BTCUSD: "XXBTZUSD", ETHUSD: "XETHZUSD", ETHXBT: "XETHXXBT", DOGEUSD: "XDGUSD", SOLUSD: "SOLUSD", XBTUSDT: "XBTUSDT" };
  for (const [symbol, name] of Object.entries(names)) assert.deepEqual(read(symbol, name), row, symbol);
  for (const name of ["XXBTZEUR", "XETHZUSD", "XBTUSDT", "toString", "__proto__"])
    assert.throws(() => read("XBTUSD", name), /^SourceFailure: result: expected the pair XBTUSD alone/);
});

test("a pair says what it is quoted in", () => {
  assert.deepEqual(kraken.about("XBTUSD"), { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit: "USD" });
  const units = Object.fromEntries(["XXBTZUSD", "ETHEUR", "ETHXBT", "XBTUSDT"].map((pair) => [pair, kraken.about(pair)?.unit]));
  assert.deepEqual(units, { XXBTZUSD: "USD", ETHEUR: "EUR", ETHXBT: "XBT", XBTUSDT: "USDT" });
  for (const symbol of ["xbtusd", "XBT/USD", "USD", ""]) assert.equal(kraken.about(symbol), undefined, symbol);
});
