import { readFileSync } from "node:fs";
import type { CasesAlignedSpec, Resolution } from "../../../src/charts/index.ts";
import { dayNumber } from "../../../src/market/index.ts";

// Onsets and ends as docs/founding-case.md and the golden note of 2026-08-20 list them.
const CASES: readonly [onset: string, label: string, resolution: Resolution, end: string][] = [
  ["2011-04-05", "Apr 2011", "catchUp", "2011-04-18"],
  ["2012-09-14", "Sep 2012", "rollOver", "2012-11-14"],
  ["2013-01-02", "Jan 2013", "catchUp", "2013-03-02"],
  ["2013-05-06", "May 2013", "catchUp", "2013-11-06"],
  ["2013-12-20", "Dec 2013", "rollOver", "2014-10-01"],
  ["2014-12-26", "Dec 2014", "rollOver", "2015-08-21"],
  ["2016-11-14", "Nov 2016", "catchUp", "2017-01-04"],
  ["2017-07-19", "Jul 2017", "catchUp", "2017-08-05"],
  ["2017-09-22", "Sep 2017", "catchUp", "2017-10-12"],
  ["2018-01-08", "Jan 2018", "rollOver", "2018-10-11"],
  ["2025-12-04", "Dec 2025", "rollOver", "2026-03-20"],
  ["2026-04-16", "Apr 2026", "open", "2026-08-20"],
];

/** Distances from the record close on each day from one through another. */
function distances(from: string, to: string): { days: number[]; values: number[] } {
  const days: number[] = [];
  const values: number[] = [];
  let record = 0;
  for (const [day, close] of CLOSES) {
    record = Math.max(record, close);
    if (day < from || day > to) continue;
    days.push(dayNumber(day) - dayNumber(from));
    values.push(close / record - 1);
  }
  return { days, values };
}

const CLOSES = readFileSync(new URL("../../../cases/small-caps-and-bitcoin/BTC.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","))
  .map(([day, close]) => [day!, Number(close)] as const);

export const ALIGNED: CasesAlignedSpec = {
  title: "Six of eleven earlier cases ended at a record of bitcoin, five in a fall of small caps; the one of April 2026 is open",
  subtitle: "Bitcoin’s distance from its own record, percent, by calendar days since small caps set a record without it",
  source: "Source: figures of small-caps-and-bitcoin to 20 August 2026; closes of bitcoin at 24:00 UTC",
  alt: "Twelve lines from the onset to the end of each case: six end at zero after 13 to 184 days, five end below it after 61 to 285 days, one is open after 126 days",
  horizon: { days: 180, label: "180 days" },
  cases: CASES.map(([onset, label, resolution, end]) => ({ label, resolution, ...distances(onset, end) })),
};
