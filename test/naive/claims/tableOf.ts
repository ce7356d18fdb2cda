import { readFileSync } from "node:fs";

/** What a market's file holds, in dollars: one list of days and values for each column. */
export type Table = Readonly<Record<string, readonly Entry[]>>;
export interface Entry {
  on: string;
  value: number;
}

const folder = new URL("../../../cases/small-caps-and-bitcoin/", import.meta.url);
const linesOf = (file: string) =>
  readFileSync(new URL(file, folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
const quoted = linesOf("levels.csv");
const read = new Map<string, Table>();

/** The columns of a market of the founding case, times what levels.csv says that one of them is in dollars. */
export function tableOf(market: string): Table {
  const known = read.get(market);
  if (known) return known;
  const [head, ...rows] = linesOf(`${market}.csv`);
  // All are quoted to the cent: the highest is the most exact.
  const [, day, field, usd] = quoted.filter(([id]) => id === market).reduce((best, one) => (Number(one[3]) > Number(best[3]) ? one : best));
  const scale = Number(usd) / Number(rows.find(([on]) => on === day)![head!.indexOf(field!)]);
  const table = Object.fromEntries(
    head!.slice(1).map((name, c) => [name, rows.filter((row) => row[c + 1]).map((row) => ({ on: row[0]!, value: Number(row[c + 1]) * scale }))]),
  );
  read.set(market, table);
  return table;
}
