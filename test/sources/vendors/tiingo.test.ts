import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { tiingo } from "../../../src/sources/vendors/tiingo.ts";
import { tiingoFixture } from "../../fixtures/vendors/tiingo.ts";

const SAMPLES = new URL("../../../../shared/wire/tiingo/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const ASK: Ask = { symbol: "QQQ", from: "2020-01-02", to: "2020-01-02", now: Date.UTC(2026, 10, 22, 12) };

const text = (file: string) => readFileSync(new URL(file, SAMPLES), "utf8");
const answered = (ask: Ask): unknown => {
  const { url } = tiingo.request(ask);
  return JSON.parse(tiingoFixture.respond(new URL(url), { authorization: `Token ${tiingoFixture.key}` }).body);
};

test("bars are asked for up to today, however early the ask ends, and never less far than it ends", () => {
  const url = (ask: Partial<Ask>) => tiingo.request({ ...ASK, ...ask }).url;
  assert.equal(url({}), "https://api.tiingo.com/tiingo/daily/QQQ/prices?startDate=2020-01-02&endDate=2026-11-22&format=json");
  assert.match(url({ to: "2026-12-31" }), /endDate=2026-12-31/);
  assert.match(url({ symbol: "BRK-B" }), /daily\/BRK-B\/prices/);
  assert.match(url({ symbol: "A/../B?" }), /daily\/A%2F\.\.%2FB%3F\/prices/);
});

test("an ask that ends before a split is adjusted for it like one that ends after it", () => {
  const early = { ...tiingoFixture.ask, to: "2025-03-10" };
  const late = { ...tiingoFixture.ask, to: "2025-03-13" };
  const rows = (ask: Ask) =>
    tiingo
      .read(answered(ask), ask, tiingo.request(ask))
      .rows.filter(({ session }) => session <= dayNumber("2025-03-10"))
      .sort((a, b) => a.session - b.session);
  assert.equal(rows(early).length, 3);
  assert.deepEqual(rows(early), rows(late));
  // 402 of 2025-03-06 for 4 x 2 shares of today, by hand.
  assert.equal(rows(early)[0]?.close, 50.25);
});

test("tickers of the US exchanges are served, as a stock or as a known fund", () => {
  for (const [symbol, kind] of [
    ["IWM", "etf"],
    ["NVDA", "stock"],
    ["BRK-B", "stock"],
  ] as const) {
    assert.deepEqual(tiingo.about(symbol), { kind, calendar: "XNYS", close: { time: "16:00", zone: "America/New_York" }, unit: "USD" });
  }
  for (const symbol of ["", "^GSPC", "GC=F", "BTC-USD", "000001", "VOD.L", "iwm", "A B"]) assert.equal(tiingo.about(symbol), undefined, symbol);
});

test("words that are no refusal are left to be judged as what they are", () => {
  const complaint = (text: string, json?: unknown) => tiingo.complaint({ status: 200, text, json });
  assert.equal(complaint("[]", []), undefined);
  assert.equal(complaint("service started", undefined), undefined);
  assert.equal(complaint("<html>Not found</html>", undefined), undefined);
  assert.equal(complaint('{"detail":{}}', { detail: {} }), undefined);
  assert.deepEqual(complaint("", { detail: "Error:\n ticker\u001b[2J 'X' not found" }), { cause: "unknownSymbol", words: "Error: ticker [2J 'X' not found" });
});

test("sample answers: a bar, and refusals", { skip }, () => {
  assert.deepEqual(tiingo.read(JSON.parse(text("prices_QQQ.json")), ASK, tiingo.request(ASK)), {
    rows: [{ session: dayNumber("2020-01-02"), open: 214.4, high: 216.16, low: 213.98, close: 216.16, volume: 30_969_381 }],
  });
  const refusals: [file: string, status: number, cause: string, words: RegExp][] = [
    ["err_401.json", 401, "badKey", /^Invalid token\.$/],
    ["err_404.json", 404, "unknownSymbol", /^Error: Ticker 'NOPE' not found$/],
    ["err_429.json", 429, "rateLimited", /run over your hourly request allocation/],
  ];
  for (const [file, status, cause, words] of refusals) {
    const said = tiingo.complaint({ status, text: text(file), json: JSON.parse(text(file)) });
    assert.equal(said?.cause, cause, file);
    assert.match(said.words, words);
  }
});
