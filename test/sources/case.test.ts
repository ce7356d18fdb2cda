import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { parseDay } from "../../src/market/index.ts";
import { embeddedCases, openMarket } from "../../src/sources/index.ts";
import { founding } from "../case.ts";

const FOLDER = new URL("../../cases/small-caps-and-bitcoin/", import.meta.url);

test("every quoted level comes out of the figures to the cent or six digits", () => {
  const rows = csvParse(readFileSync(new URL("levels.csv", FOLDER), "utf8"));
  assert.ok(rows.length > 40);
  for (const { market = "", date = "", field = "", usd = "" } of rows) {
    const series = openMarket(market).series[field as "close" | "high"];
    const value = series?.values[series.sessions.indexOf(parseDay(date)!)];
    const quoted = Number(usd);
    // A first level of seven cents says nothing about the third digit.
    assert.ok(value !== undefined && Math.abs(value - quoted) <= 0.005 + quoted * 1.1e-5, `${market} ${date}: ${value} for ${usd}`);
  }
});

test("the hashes of the inputs are those of the files", () => {
  assert.deepEqual(founding.inputs.map(({ file }) => file).sort(), [
    "BTC-NY16.csv",
    "BTC.csv",
    "DIA.csv",
    "GLD.csv",
    "IWM.csv",
    "QQQ.csv",
    "SLV.csv",
    "SPY.csv",
    "bill-purchases.csv",
    "eps-growth.csv",
    "fed-funds-futures-2025-12-11.csv",
    "group.yaml",
    "levels.csv",
    "liquidity.csv",
    "markets.yaml",
    "rates.csv",
  ]);
  for (const { file, sha256 } of founding.inputs) {
    assert.equal(
      sha256,
      createHash("sha256")
        .update(readFileSync(new URL(file, FOLDER)))
        .digest("hex"),
      file,
    );
  }
});

test("every table of the case has ascending or grouped days and a header", () => {
  assert.deepEqual(embeddedCases(), ["small-caps-and-bitcoin"]);
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".csv"))) {
    const rows = csvParse(readFileSync(new URL(name, FOLDER), "utf8"));
    assert.ok(rows.length > 0 && rows.columns.length > 1, name);
    if (rows.columns[0] !== "date") continue;
    const days = rows.map(({ date = "" }) => date);
    assert.deepEqual(days, days.toSorted(), name);
    for (const day of days) assert.notEqual(parseDay(day), undefined, `${name} ${day}`);
  }
});

test("a market is found by its id and its other names, in any case", () => {
  for (const name of ["BTC", "btc", "Bitcoin", "XBT"]) assert.equal(openMarket(name).instrument.id, "BTC");
  assert.equal(openMarket("BTC-NY16").instrument.variantOf, "BTC");
  assert.equal(openMarket("the dow").instrument.id, "DIA");
});
