import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask, Page, Request } from "../../../src/sources/source.ts";
import { twelvedata } from "../../../src/sources/vendors/twelvedata.ts";
import { twelvedataFixture } from "../../fixtures/vendors/twelvedata.ts";

const SAMPLES = new URL("../../../../shared/wire/twelvedata/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const ASK: Ask = { symbol: "QQQ", from: "2020-01-01", to: "2020-01-03", now: Date.UTC(2026, 10, 22, 12) };

const text = (file: string) => readFileSync(new URL(file, SAMPLES), "utf8");
const answered = (ask: Ask, { url }: Request): Page => {
  const full = new URL(url);
  full.searchParams.set("apikey", twelvedataFixture.key ?? "");
  return twelvedata.read(JSON.parse(twelvedataFixture.respond(full, {}).body), ask, { url });
};

test("a range that one answer can hold is asked for at once, with days around it", () => {
  // 14 days before the first day and one after the last.
  assert.equal(
    twelvedata.request(ASK).url,
    "https://api.twelvedata.com/time_series?symbol=QQQ&interval=1day&adjust=splits&order=asc&outputsize=5000&start_date=2019-12-18&end_date=2020-01-04",
  );
  assert.match(twelvedata.request({ ...ASK, from: "2014-01-01", to: "2027-05-31" }).url, /\/time_series\?.*end_date=2026-11-23$/, "not beyond tomorrow");
});

test("a longer one begins with the question when the history begins", () => {
  assert.equal(
    twelvedata.request({ ...ASK, from: "1990-01-01", to: "2026-11-20" }).url,
    "https://api.twelvedata.com/earliest_timestamp?symbol=QQQ&interval=1day",
  );
  // A window is 4900 days: 2020-01-01 is day 18262, and its window ends on day 23161, 2033-05-31.
  const far = Date.UTC(2040, 0, 1);
  assert.match(twelvedata.request({ ...ASK, to: "2033-05-31", now: far }).url, /\/time_series/);
  assert.match(twelvedata.request({ ...ASK, to: "2033-06-01", now: far }).url, /\/earliest_timestamp/);
});

test("windows follow each other from the first bar on, without gap or overlap, to the end", () => {
  const { ask } = twelvedataFixture;
  let request: Request | undefined = twelvedata.request(ask);
  const walked: [string, number[]][] = [];
  while (request) {
    const page = answered(ask, request);
    const range = new URL(request.url).searchParams;
    walked.push([`${range.get("start_date")} ${range.get("end_date")}`, page.rows.map(({ session }) => session)]);
    request = page.next;
  }
  // The history begins on 2010-01-04, day 14613; 4900 days on, 2023-06-05 is day 19513 and begins the second window. Each reaches 14 days back and one on.
  assert.deepEqual(walked, [
    ["null null", []],
    ["2009-12-21 2023-06-05", ["2010-01-04", "2010-01-05", "2023-06-02"].map(dayNumber)],
    ["2023-05-22 2025-03-11", ["2023-06-05", "2023-06-06", "2025-03-07", "2025-03-10"].map(dayNumber)],
  ]);
});

test("unit and zone are those of the answer", () => {
  const ask = { ...twelvedataFixture.ask, from: "2025-03-01" };
  const { unit, zone } = answered(ask, twelvedata.request(ask));
  assert.deepEqual([unit, zone], ["USD", "America/New_York"]);
});

test("tickers of the US exchanges are served, classes of shares with a dot", () => {
  for (const [symbol, kind] of [
    ["IWM", "etf"],
    ["NVDA", "stock"],
    ["BRK.B", "stock"],
  ] as const) {
    assert.deepEqual(twelvedata.about(symbol), { kind, calendar: "XNYS", close: { time: "16:00", zone: "America/New_York" }, unit: "USD" });
  }
  for (const symbol of ["", "BTC/USD", "EUR/USD", "BRK-B", "iwm", "AAPL&apikey=x"]) assert.equal(twelvedata.about(symbol), undefined, symbol);
});

test("sample answers: two bars, and refusals", { skip }, () => {
  const page = twelvedata.read(JSON.parse(text("time_series.json")), ASK, twelvedata.request(ASK));
  assert.deepEqual(page, {
    rows: [
      { session: dayNumber("2020-01-03"), open: 213.3, high: 215.47, low: 213.28, close: 214.17999, volume: 27_518_900 },
      { session: dayNumber("2020-01-02"), open: 214.39999, high: 216.16, low: 213.98, close: 216.16, volume: 30_969_400 },
    ],
    zone: "America/New_York",
    unit: "USD",
  });
  for (const [file, status, cause, words] of [
    ["err_404.json", 404, "unknownSymbol", /parameter is missing or invalid/],
    ["err_429.json", 200, "rateLimited", /^You have run out of API credits for the current minute/],
  ] as const) {
    const said = twelvedata.complaint({ status, text: text(file), json: JSON.parse(text(file)) });
    assert.equal(said?.cause, cause, file);
    assert.match(said.words, words);
  }
});
