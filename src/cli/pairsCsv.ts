import { csvFormatRows } from "d3-dsv";
import type { ScanPairRow } from "../store/index.ts";
import { printable } from "./terminal/paint.ts";

const NUMBERS = [
  "sessions",
  "events",
  "marked",
  "hits",
  "expected",
  "variance",
  "lift",
  "z",
  "reached",
  "pValue",
  "marketHits",
  "marketExpected",
  "beyond",
  "before",
  "same",
  "after",
  "apart",
  "familyP",
] as const satisfies readonly (keyof ScanPairRow)[];

const SIDES = ["first", "second"] as const;

/** Pairs of a scan as CSV, with the names that the Parquet file has; what is unknown is empty. */
export function pairsCsv(rows: readonly ScanPairRow[]): string {
  const head = ["rank", ...SIDES, ...NUMBERS.map(snake), "found", ...SIDES.flatMap((side) => [`${side}_distance`, `${side}_since`])];
  const text = (value: number | null) => (value === null ? "" : String(value));
  const lines = rows.map((row) => [
    String(row.rank),
    printable(row.first.id),
    printable(row.second.id),
    ...NUMBERS.map((name) => text(row[name])),
    row.found ? "1" : "0",
    ...SIDES.flatMap((side) => [text(row[side].distance), text(row[side].since)]),
  ]);
  return `${csvFormatRows([head, ...lines])}\n`;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
