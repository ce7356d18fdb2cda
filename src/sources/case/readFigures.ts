import { csvParseRows } from "d3-dsv";
import { type Field, Problem, type Series, toDay, toSeries } from "../../market/index.ts";
import { didYouMean } from "../text/didYouMean.ts";
import type { TextFile } from "../text/readText.ts";
import { sessionIn } from "../text/sessionIn.ts";
import { shown } from "../text/shown.ts";

const COLUMNS: ReadonlyMap<string, Field> = new Map([
  ["close", "close"],
  ["high", "high"],
  ["low", "low"],
  ["total_return", "totalReturn"],
]);

/** Figures of one market as a file holds them: ascending sessions and a column for each field. */
export interface Figures {
  sessions: number[];
  columns: Partial<Record<Field, number[]>>; // NaN where a cell is empty
}

/**
 * Daily figures from CSV text: a column `date` (ISO days, strictly ascending) and one or more of `close`, `high`, `low`,
 * `total_return`; positive numbers, an empty cell where none is held.
 *
 * @throws Problem (data) naming file, line, what was expected and what came
 */
export function readFigures(file: TextFile): Figures {
  const rows = rowsOf(file);
  const [header] = rows;
  if (!header) throw new Problem("data", "expected a header and rows; received an empty file", file.path);
  const fields = header.map((name, k): Field | "date" => {
    const field = k === 0 && name === "date" ? "date" : COLUMNS.get(name);
    if (field) return field;
    const expected = k === 0 ? "date" : [...COLUMNS.keys()].join(", ");
    throw new Problem("data", `expected the column ${expected}; received ${shown(name)}${didYouMean(name, [...COLUMNS.keys()])}`, `${file.path}:1`);
  });
  if (fields.length < 2) throw new Problem("data", "expected a column of figures beside date; received none", `${file.path}:1`);
  if (new Set(fields).size < fields.length) throw new Problem("data", `expected each column once; received ${header.join(",")}`, `${file.path}:1`);
  if (rows.length === 1) throw new Problem("data", "expected rows below the header; received none", file.path);
  const sessions: number[] = [];
  const columns = fields.map(() => [] as number[]);
  const refuse = (line: number, what: string) => new Problem("data", what, `${file.path}:${line}`);
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const line = i + 1;
    if (row.length !== fields.length) throw refuse(line, `expected ${fields.length} cells; received ${row.length} (truncated?)`);
    const session = sessionIn(row[0]!);
    if (session === undefined) throw refuse(line, `date: expected a day like 2025-12-11; received ${shown(row[0]!)}`);
    const before = sessions.at(-1);
    if (before !== undefined && session <= before) throw refuse(line, `date: days must ascend; received ${row[0]} after ${toDay(before)}`);
    sessions.push(session);
    for (let k = 1; k < fields.length; k++) columns[k]!.push(numberOf(row[k]!, header[k]!, file.path, line));
  }
  return { sessions, columns: Object.fromEntries(fields.map((field, k) => [field, columns[k]!]).slice(1)) };
}

/** The columns of a file of figures as series of a market: prices times `scale` in `unit`, total return as the index that it is. */
export function seriesOf(
  figures: Figures,
  { market, unit, source, scale, digits }: { market: string; unit: string; source: string; scale: number; digits: number | undefined },
): Partial<Record<Field, Series>> {
  const { sessions, columns } = figures;
  return Object.fromEntries(
    Object.entries(columns).map(([field, values]) => {
      const price = field !== "totalReturn";
      const own = { unit: price ? unit : "index", values: price ? values.map((value) => value * scale) : values };
      return [field, toSeries({ market, field: field as Field, source, sessions, ...own, ...(digits === undefined ? {} : { digits }) })];
    }),
  );
}

/** Rows of cells; every line must end in a line break, or the file was cut off. */
export function rowsOf({ path, text }: TextFile): string[][] {
  const body = text.replace(/^\uFEFF/, "");
  if (body === "") return [];
  if (!body.endsWith("\n")) throw new Problem("data", "expected a line break at the end; received a last line without one (truncated?)", path);
  return csvParseRows(body);
}

/** A positive decimal number, or NaN for an empty cell. */
export function numberOf(cell: string, column: string, path: string, line: number): number {
  if (cell === "") return Number.NaN;
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Problem("data", `${column}: expected a positive number or an empty cell; received ${shown(cell)}`, `${path}:${line}`);
}
