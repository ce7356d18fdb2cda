// The embedded figures against the full bars that they were measured from. Those bars may not be part of the project.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { dayNumber, toSeries } from "../../src/market/index.ts";
import { recordHighs } from "../../src/records/index.ts";
import { founding, seriesIn } from "../case.ts";

const PRICES = new URL("../../../shared/data/prices/", import.meta.url);
const skip = existsSync(PRICES) ? false : "the full price series, which are no part of the project, are absent";

for (const id of ["IWM", "SPY", "DIA", "QQQ", "GLD", "SLV"]) {
  test(`the embedded closes of ${id} are the full ones, rebased`, { skip }, () => {
    const embedded = seriesIn(founding.markets, id);
    const rows = csvParse(readFileSync(new URL(`${id}.csv`, PRICES), "utf8")).filter(({ date = "" }) => date <= "2026-08-20");
    const full = toSeries({
      market: id,
      field: "close",
      unit: "USD",
      source: "prices",
      sessions: rows.map(({ date = "" }) => dayNumber(date)),
      values: rows.map(({ close = "" }) => Number(close)),
    });
    const held = new Map([...full.sessions].map((session, i) => [session, full.values[i]!]));
    let worst = 0;
    for (const [i, session] of embedded.sessions.entries()) {
      const level = held.get(session);
      assert.ok(level !== undefined, `session ${session} of ${id} is none of the full series`);
      worst = Math.max(worst, Math.abs(embedded.values[i]! / level - 1));
    }
    // Quoted levels are rounded to the cent and figures to six digits: together less than a tenth of a percent even at 13 dollars.
    assert.ok(worst < 1e-3, `largest difference ${worst}`);
    const records = (from: string) => recordHighs(full).flatMap(({ session }) => (session >= from ? [session] : []));
    const own = recordHighs(embedded).flatMap(({ session }) => (session >= "2020-01-01" ? [session] : []));
    assert.deepEqual(own, records("2020-01-01"));
  });
}
