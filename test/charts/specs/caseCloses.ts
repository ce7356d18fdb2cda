import { readFileSync } from "node:fs";
import type { ShadedCase } from "../../../src/charts/index.ts";

/** The closes of a market of the embedded case, rebased as they are kept. */
export function caseCloses(market: string): { day: string; close: number }[] {
  const rows = readFileSync(new URL(`../../../cases/small-caps-and-bitcoin/${market}.csv`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return rows.map((row) => row.split(",")).map(([day, close]) => ({ day: day!, close: Number(close) }));
}

/** The days on which a market closed above every earlier close. */
export function recordCloses(closes: readonly { day: string; close: number }[]): string[] {
  let highest = 0;
  return closes.filter(({ close }) => close > highest && (highest = close) > 0).map(({ day }) => day);
}

// As the golden note of 2026-08-20 lists them: small caps at a record close with bitcoin 20% or more below its own.
export const CASES: readonly ShadedCase[] = [
  { from: "2011-04-05", to: "2011-04-18", resolution: "catchUp" },
  { from: "2012-09-14", to: "2012-11-14", resolution: "rollOver" },
  { from: "2013-01-02", to: "2013-03-02", resolution: "catchUp" },
  { from: "2013-05-06", to: "2013-11-06", resolution: "catchUp" },
  { from: "2013-12-20", to: "2014-10-01", resolution: "rollOver" },
  { from: "2014-12-26", to: "2015-08-21", resolution: "rollOver" },
  { from: "2016-11-14", to: "2017-01-04", resolution: "catchUp" },
  { from: "2017-07-19", to: "2017-08-05", resolution: "catchUp" },
  { from: "2017-09-22", to: "2017-10-12", resolution: "catchUp" },
  { from: "2018-01-08", to: "2018-10-11", resolution: "rollOver" },
  { from: "2025-12-04", to: "2026-03-20", resolution: "rollOver" },
  { from: "2026-04-16", to: "2026-08-20", resolution: "open" },
];
