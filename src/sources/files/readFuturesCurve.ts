import { Problem } from "../../market/index.ts";
import { contractCode } from "../../rates/contractMonth.ts";
import type { Row } from "../source.ts";
import { plainName } from "./barColumns.ts";
import { daysIn } from "./daysIn.ts";
import { futuresPrices } from "./futuresPrices.ts";
import { listed } from "./listed.ts";
import type { FileOptions, MarketFile } from "./marketFile.ts";
import type { Table } from "./readTable.ts";

const DATES: ReadonlySet<string> = new Set(["date", "day"]);

/** Whether these cells head a table of prices by month of delivery. */
export function isFuturesCurve(cells: readonly string[]): boolean {
  const names = new Set(cells.map(plainName));
  return names.has("contractmonth") && names.has("price");
}

/**
 * The prices of federal funds futures of one day or several, from a table with the columns date (or day), contract_month and price: a series
 * for each month of delivery, in points of 100 minus percent.
 *
 * @throws Problem (data) naming file, line and column, what was expected and what came
 */
export function readFuturesCurve(table: Table, { dates }: FileOptions): Omit<MarketFile, "sha256"> {
  const { path, head } = table;
  const names = head.cells.map(plainName);
  const at = names.findIndex((name) => DATES.has(name));
  if (at < 0 || names.findLastIndex((name) => DATES.has(name)) !== at) {
    throw new Problem("data", `expected one column date: of which day the prices are; received ${listed(head.cells)}`, `${path}:${head.line}`);
  }
  const dayCells = function* () {
    for (const { cells, line } of table.records()) yield [cells[at] ?? "", line] as const;
  };
  const days = daysIn(dayCells(), { path, column: head.cells[at]!, asked: dates });
  const { prices, notes } = futuresPrices(table, (cells, line) => days.session(cells[at]!, line));
  const rows = new Map<string, Row[]>();
  for (const { session, month, price } of prices.toSorted((a, b) => a.session - b.session)) {
    const own = rows.get(month) ?? [];
    own.push({ session, close: price });
    rows.set(month, own);
  }
  const left = head.cells.filter((name, k) => name !== "" && k !== at && !["contractmonth", "price"].includes(names[k]!));
  return {
    format: "futuresCurve",
    series: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, own]) => ({ symbol: contractCode(month), unit: "points", rows: own })),
    facts: [],
    notes: [...(left.length > 0 ? [`columns left out: ${listed(left)}`] : []), ...days.notes, ...notes],
  };
}
