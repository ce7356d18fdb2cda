import { BAR_FIELDS, type BarRow, type Bars } from "../market/index.ts";

/** Rows, ascending by session, as columns. */
export function barsOf(rows: readonly BarRow[]): Bars {
  const sessions = Int32Array.from(rows, ({ session }) => session);
  const used = BAR_FIELDS.filter((field) => rows.some((row) => row[field] !== undefined));
  return { sessions, columns: Object.fromEntries(used.map((field) => [field, Float64Array.from(rows, (row) => row[field] ?? Number.NaN)])) };
}
