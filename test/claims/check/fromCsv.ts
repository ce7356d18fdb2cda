import { readFileSync } from "node:fs";

// A slow twin: nothing here knows of series, records or levels of the program.
const folder = new URL("../../../cases/small-caps-and-bitcoin/", import.meta.url);
const table = (file: string) =>
  readFileSync(new URL(file, folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));

const quoted = table("levels.csv");

/** Day and value in dollars of one column of a market's file, up to a day: rebased figures times the quoted level of the article's last session. */
export function column(market: string, name: string, until: string): [day: string, value: number][] {
  const [head, ...rows] = table(`${market}.csv`);
  const at = head!.indexOf(name);
  const anchor = quoted.find(([id, on, field]) => id === market && on === "2025-12-11" && field === "close")!;
  const scale = Number(anchor[3]) / Number(rows.find(([on]) => on === anchor[1])![1]);
  return rows.filter((row) => row[0]! <= until && row[at]).map((row) => [row[0]!, Number(row[at]) * scale]);
}

/** The highest entry of a column. */
export function highest(entries: readonly [string, number][]): [string, number] {
  return entries.reduce((best, one) => (one[1] > best[1] ? one : best));
}

/** The lowest entry of a column. */
export function lowest(entries: readonly [string, number][]): [string, number] {
  return entries.reduce((best, one) => (one[1] < best[1] ? one : best));
}
