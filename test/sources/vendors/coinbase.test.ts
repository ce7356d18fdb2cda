import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import type { Ask, Request } from "../../../src/sources/source.ts";
import { coinbase } from "../../../src/sources/vendors/coinbase.ts";

const SAMPLES = new URL("../../../../shared/wire/coinbase/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => readFileSync(new URL(name, SAMPLES), "utf8");

const NOW = Date.parse("2026-11-22T12:00:00Z");
const ask = (symbol: string, from: string, to: string): Ask => ({ symbol, from, to, now: NOW });
const rangeOf = ({ url }: Request) => ["start", "end"].map((name) => new URL(url).searchParams.get(name)?.slice(0, 10));

/** The ranges of all requests of an ask whose windows are all empty. */
function walk(asked: Ask): (string | undefined)[][] {
  const ranges: (string | undefined)[][] = [];
  for (let request: Request | undefined = coinbase.request(asked); request; request = coinbase.read([], asked, request).next) ranges.push(rangeOf(request));
  return ranges;
}

test("the sample candles are read, newest first, low before high", { skip }, () => {
  const asked = ask("BTC-USD", "2020-03-19", "2020-03-21");
  const { rows, next } = coinbase.read(JSON.parse(sample("candles_1d.json")), asked, coinbase.request(asked));
  // Read off the file by eye: the columns are time, low, high, open, close, volume; 1584662400 s is 2020-03-20 00:00 UTC.
  assert.deepEqual(
    rows.map(({ session, open, high, low, close }) => [toDay(session), open, high, low, close]),
    [
      ["2020-03-21", 6210.47, 6470, 5851, 6198.78],
      ["2020-03-20", 6183.82, 6990, 5657, 6206.1],
      ["2020-03-19", 5413.88, 6441.37, 5261.69, 6186.26],
    ],
  );
  assert.equal(rows[1]?.volume, 53024.40103701);
  assert.equal(next, undefined);
});

test("the sample refusals have their causes", { skip }, () => {
  const refused = (name: string, status: number) => coinbase.complaint({ status, text: sample(name), json: JSON.parse(sample(name)) });
  assert.deepEqual(refused("err_404.json", 404), { cause: "unknownSymbol", words: "NotFound" });
  assert.deepEqual(refused("err_429.json", 429), { cause: "rateLimited", words: "Public rate limit exceeded" });
  assert.deepEqual(refused("err_400_granularity.json", 400), { cause: "badRequest", words: "Unsupported granularity" });
  assert.equal(refused("err_400_count.json", 400)?.cause, "badRequest");
});

test("windows hold 300 days, both ends included, and leave no day out", () => {
  const ranges = walk(ask("BTC-USD", "2015-07-20", "2026-11-20"));
  // 4142 days from 2015-07-20 to 2026-11-20 (11 years of 365 days, 3 leap days, 123 days, and the first) make 13 windows of 300 and one of 242.
  assert.equal(ranges.length, 14);
  const days = ranges.map(([start, end]) => [dayNumber(start!), dayNumber(end!)] as const);
  assert.deepEqual(
    days.map(([start, end]) => end - start + 1),
    [...Array<number>(13).fill(300), 242],
  );
  for (const [i, [start]] of days.entries()) if (i > 0) assert.equal(start, days[i - 1]![1] + 1);
  assert.deepEqual([ranges[0]![0], ranges[13]![1]], ["2015-07-20", "2026-11-20"]);
});

test("the first window begins with the product, or with the venue where that is not known", () => {
  const first = (symbol: string) => rangeOf(coinbase.request(ask(symbol, "2009-01-01", "2026-11-20")));
  // 299 days after 2015-07-20: 164 to the end of 2015 and the 135th day of 2016, a leap year, May 14.
  assert.deepEqual(first("BTC-USD"), ["2015-07-20", "2016-05-14"]);
  assert.equal(first("ETH-USD")[0], "2016-05-18");
  assert.equal(first("LTC-USD")[0], "2015-01-01");
  assert.equal(first("constructor")[0], "2015-01-01");
  assert.deepEqual(rangeOf(coinbase.request(ask("BTC-USD", "2020-03-19", "2020-03-21"))), ["2020-03-19", "2020-03-21"]);
});

test("an empty window is no end: the next is asked for", () => {
  assert.equal(walk(ask("LTC-USD", "2015-01-01", "2016-12-31")).length, 3); // 731 days
});

test("days to come are not asked for", () => {
  assert.deepEqual(walk(ask("BTC-USD", "2026-11-20", "9999-12-31")), [["2026-11-20", "2026-11-22"]]);
});

test("an ask that ends before the product asks for its last day and gives nothing", () => {
  assert.deepEqual(walk(ask("BTC-USD", "2012-01-01", "2013-12-31")), [["2013-12-31", "2013-12-31"]]);
});

test("a request says product, granularity and range", () => {
  const { url } = coinbase.request(ask("BTC-USD", "2020-03-19", "2020-03-21"));
  assert.equal(url, "https://api.exchange.coinbase.com/products/BTC-USD/candles?granularity=86400&start=2020-03-19T00:00:00Z&end=2020-03-21T00:00:00Z");
  assert.ok(coinbase.request(ask("../BTC?a=b", "2020-03-19", "2020-03-21")).url.includes("/products/..%2FBTC%3Fa%3Db/candles?"));
});

test("a product says what it is quoted in", () => {
  assert.deepEqual(coinbase.about("BTC-USD"), { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit: "USD" });
  assert.equal(coinbase.about("ETH-EUR")?.unit, "EUR");
  for (const symbol of ["BTCUSD", "btc-usd", "BTC-", "", "BTC-USD-PERP"]) assert.equal(coinbase.about(symbol), undefined, symbol);
});

test("the weeks of changing clocks are days like others", () => {
  const asked = ask("BTC-USD", "2026-03-07", "2026-03-09"); // New York went to summer time on 2026-03-08
  const body = [1772841600, 1772928000, 1773014400].map((time) => [time, 1, 4, 2, 3, 5]); // `date -u -d 2026-03-07 +%s`, and so on
  const { rows } = coinbase.read(body, asked, coinbase.request(asked));
  assert.deepEqual(
    rows.map(({ session }) => toDay(session)),
    ["2026-03-07", "2026-03-08", "2026-03-09"],
  );
});
