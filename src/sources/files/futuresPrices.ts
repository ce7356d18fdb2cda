import { Problem, toDay } from "../../market/index.ts";
import { monthNumber, monthText } from "../../rates/contractMonth.ts";
import { shown } from "../text/shown.ts";
import { plainName } from "./barColumns.ts";
import { decimalMarkOf } from "./decimalMarkOf.ts";
import { requireFigure } from "./figureIn.ts";
import { listed } from "./listed.ts";
import { cellsOf, type Table, UNCLOSED } from "./readTable.ts";

/** The price of the contract of a month on a day. */
export interface FuturesPrice {
  session: number;
  month: string; // "2026-03"
  price: number; // 96.445; 100 less percent
}

// Rates from below minus two to twenty percent: what lies outside is a rate in place of a price, or no contract of this kind.
const LEAST = 80;
const MOST = 102;

/**
 * The prices of 30-day federal funds futures from a table with the columns contract_month and price: of each day the months in order, each
 * once. A month without a price is left out; one that lacks among the others is noted.
 *
 * @param sessionAt the day of a line
 * @throws Problem (data) naming file, line and column, what was expected and what came
 */
export function futuresPrices(table: Table, sessionAt: (cells: readonly string[], line: number) => number): { prices: FuturesPrice[]; notes: string[] } {
  const { path, head } = table;
  const names = head.cells.map(plainName);
  const [monthAt, priceAt] = ["contract_month", "price"].map((name) => {
    const at = names.indexOf(plainName(name));
    if (at < 0) throw new Problem("data", `expected the column ${name}; received ${listed(head.cells)}`, `${path}:${head.line}`);
    if (names.lastIndexOf(plainName(name)) !== at) throw new Problem("data", `expected each column once; received ${name} again`, `${path}:${head.line}`);
    return at;
  }) as [number, number];
  const mark = decimalMarkOf(table, [priceAt]);
  const prices: FuturesPrice[] = [];
  const lastOf = new Map<number, string>();
  const notes: string[] = [];
  for (const record of table.records()) {
    const { line } = record;
    const cells = cellsOf(record, names.length, path);
    const refuse = (what: string) => new Problem("data", what, `${path}:${line}`);
    const session = sessionAt(cells, line);
    const month = cells[monthAt]!;
    if (!/^20\d\d-(?:0[1-9]|1[0-2])$/.test(month)) throw refuse(`contract_month: expected a month like 2026-03; received ${shown(month)}`);
    const before = lastOf.get(session);
    if (before !== undefined && month <= before) throw refuse(`contract_month: months must ascend within a day; received ${month} after ${before}`);
    lastOf.set(session, month);
    const price = requireFigure(cells[priceAt]!, { path, line, column: "price" }, { mark });
    if (price <= LEAST || price >= MOST) {
      throw refuse(`price: expected 100 less the rate in percent, between ${LEAST} and ${MOST}; received ${shown(cells[priceAt]!)}`);
    }
    if (!Number.isNaN(price)) prices.push({ session, month, price });
    if (!record.closed) notes.push(UNCLOSED);
  }
  if (prices.length === 0) throw new Problem("data", "expected a price below the header; received none", path);
  return { prices, notes: [...notes, ...holes(prices)] };
}

/** The months that lack between the first and the last of a day. */
function holes(prices: readonly FuturesPrice[]): string[] {
  const days = new Map<number, Set<string>>();
  for (const { session, month } of prices) days.set(session, (days.get(session) ?? new Set()).add(month));
  const lacking = [...days].flatMap(([session, held]) => {
    const [first = "", ...others] = held;
    const last = others.at(-1) ?? first;
    const months: string[] = [];
    for (let month = first; month < last; month = monthText(monthNumber(month) + 1)) if (!held.has(month)) months.push(month);
    return months.length === 0 ? [] : [`${months.join(", ")} on ${toDay(session)}`];
  });
  return lacking.length === 0 ? [] : [`months without a price within the curve: ${listed(lacking)}`];
}
