import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParseRows } from "d3-dsv";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { fredgraph } from "../../../src/sources/vendors/fredgraph.ts";

const SAMPLES = new URL("../../../../shared/wire/fred/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => csvParseRows(readFileSync(new URL(name, SAMPLES), "utf8"));

const ask = (symbol: string, from = "2015-01-01", to = "2026-11-20"): Ask => ({ symbol, from, to, now: Date.parse("2026-11-20T22:00:00Z") });
const read = (body: unknown, asked: Ask) => fredgraph.read(body, asked, fredgraph.request(asked)).rows;

/** One series of a sample that holds several, as it would come by itself. */
function alone(name: string, id: string): string[][] {
  const rows = sample(name);
  const column = rows[0]!.indexOf(id);
  return rows.map((cells) => [cells[0]!, cells[column]!]);
}

// The expected values of the samples were read off the files by eye.
test("a sample of one series is read in its own unit", { skip }, () => {
  const rows = read(sample("fredgraph_RRPONTSYD.csv"), ask("RRPONTSYD"));
  assert.equal(rows.length, 15);
  assert.deepEqual(
    [rows[0], rows[13]],
    [
      { session: dayNumber("2026-08-03"), value: 2.127 },
      { session: dayNumber("2026-08-20"), value: 0.225 },
    ],
  );
});

test("the header of earlier years and its dots are read", { skip }, () => {
  assert.deepEqual(read(sample("fredgraph_legacy_dot.csv"), ask("DGS10")), [
    { session: dayNumber("2020-12-31"), value: 0.93 },
    { session: dayNumber("2021-01-04"), value: 0.93 },
  ]);
});

test("an answer of several series is refused; each by itself is read, with its own missing days", { skip }, () => {
  for (const [name, id] of [
    ["fredgraph_DFEDTAR.csv", "DFEDTARU"],
    ["fredgraph_H41_weekly.csv", "WALCL"],
    ["fredgraph_daily_mixed.csv", "DGS2"],
  ] as const) {
    assert.throws(() => read(sample(name), ask(id)), {
      why: "malformed",
      message: new RegExp(`^line 1: expected the header observation_date,${id}; received `),
    });
  }
  assert.deepEqual(
    read(alone("fredgraph_DFEDTAR.csv", "DFEDTARU"), ask("DFEDTARU")).map(({ value }) => value),
    [3.75, 3.75, 4, 4],
  );
  assert.deepEqual(
    read(alone("fredgraph_daily_mixed.csv", "DGS10"), ask("DGS10")).map(({ value }) => value),
    [4.48, 4.49, 4.48, 4.55, 4.56],
  );
  assert.equal(read(alone("fredgraph_daily_mixed.csv", "IORB"), ask("IORB")).length, 8);
  const assets = read(alone("fredgraph_H41_weekly.csv", "WALCL"), ask("WALCL"));
  assert.deepEqual(assets[0], { session: dayNumber("2025-11-26"), value: 6_552_419 });
  // A day whose number leaves the rest 6 when divided by 7 is a Wednesday: 1970-01-07 was the first.
  assert.ok(assets.every(({ session }) => session % 7 === 6));
});

test("a request names one series and both days", () => {
  assert.equal(
    fredgraph.request(ask("DGS10", "2015-01-01", "2026-10-01")).url,
    "https://fred.stlouisfed.org/graph/fredgraph.csv?id=DGS10&cosd=2015-01-01&coed=2026-10-01",
  );
  for (const symbol of ["DGS2,DGS10", "DGS10@vintages", "GOLDAMGBD228NLBM", ""]) {
    assert.equal(fredgraph.about(symbol), undefined, symbol);
    assert.throws(() => fredgraph.request(ask(symbol)), { why: "unknownSymbol" }, symbol);
  }
});

test("a body without a header is refused, whatever it is", () => {
  for (const body of [[], [[]], [["observation_date"]], [["observation_date", "DGS10", ""]], {}, null, "observation_date,DGS10"]) {
    assert.throws(() => read(body, ask("DGS10")), { why: "malformed" }, JSON.stringify(body));
  }
});
