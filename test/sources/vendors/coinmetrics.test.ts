import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { coinmetrics } from "../../../src/sources/vendors/coinmetrics.ts";

const SAMPLES = new URL("../../../../shared/wire/coinmetrics/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => readFileSync(new URL(name, SAMPLES), "utf8");

const NOW = Date.parse("2026-11-22T12:00:00Z");
const ask = (symbol: string, from: string, to: string): Ask => ({ symbol, from, to, now: NOW });

test("the sample prices are read, and the next page where the answer says it is", { skip }, () => {
  const asked = ask("btc", "2010-07-18", "2026-11-20");
  const body = JSON.parse(sample("asset_metrics.json"));
  const page = coinmetrics.read(body, asked, coinmetrics.request(asked));
  // Read off the file by eye: closes alone, of the day that the time begins.
  assert.deepEqual(page, {
    rows: [
      { session: dayNumber("2020-03-20"), close: 6174.15 },
      { session: dayNumber("2026-09-30"), close: 83579.67 },
    ],
    next: { url: body.next_page_url },
  });
});

test("the sample refusals have their causes", { skip }, () => {
  const refused = (name: string, status: number) => coinmetrics.complaint({ status, text: sample(name), json: JSON.parse(sample(name)) });
  assert.equal(refused("err_403.json", 403)?.cause, "forbidden");
  assert.match(refused("err_403.json", 403)?.words ?? "", /^Requested metric 'X' .* is not available with supplied credentials\.$/);
  assert.deepEqual(refused("err_429.json", 429), { cause: "rateLimited", words: "Too many requests from IP" });
  assert.equal(refused("asset_metrics.json", 200), undefined);
});

test("a request asks for one metric, ascending, both days included", () => {
  assert.equal(
    coinmetrics.request(ask("btc", "2010-07-18", "2026-11-20")).url,
    "https://community-api.coinmetrics.io/v4/timeseries/asset-metrics?assets=btc&metrics=PriceUSD&frequency=1d&start_time=2010-07-18&end_time=2026-11-20&paging_from=start&page_size=10000",
  );
  assert.ok(coinmetrics.request(ask("btc&metrics=X", "2010-07-18", "2026-11-20")).url.includes("assets=btc%26metrics%3DX&metrics=PriceUSD"));
});

test("an asset is priced in dollars; its figures are not passed on", () => {
  assert.deepEqual(coinmetrics.about("btc"), { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit: "USD" });
  assert.equal(coinmetrics.about("usdt_eth")?.unit, "USD");
  for (const symbol of ["BTC", "btc,eth", "*", "btc-usd", ""]) assert.equal(coinmetrics.about(symbol), undefined, symbol);
  assert.equal(coinmetrics.rights("btc"), "derived-only");
});

test("a price keeps all of its digits", () => {
  const asked = ask("btc", "2010-07-18", "2010-07-18");
  const data = [{ asset: "btc", time: "2010-07-18T00:00:00.000000000Z", PriceUSD: "0.0858408437284152" }];
  assert.equal(coinmetrics.read({ data }, asked, coinmetrics.request(asked)).rows[0]?.close, 0.0858408437284152);
});
