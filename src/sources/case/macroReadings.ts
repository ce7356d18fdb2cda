import { Problem, type Reading, toDay, toReading } from "../../market/index.ts";
import { didYouMean } from "../text/didYouMean.ts";
import type { TextFile } from "../text/readText.ts";
import { sessionIn } from "../text/sessionIn.ts";
import { shown } from "../text/shown.ts";
import { FRED_SERIES, type FredSeries } from "../vendors/fredSeries.ts";
import { rowsOf } from "./readFigures.ts";

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Readings by id from CSV text with a column `date` (ISO days, strictly ascending) and columns named as series of FRED, an empty cell where
 * there is no value. Unit and release are those of the series.
 *
 * @param options.units what the series of the file may be in
 * @throws Problem (data) naming file, line, what was expected and what came
 */
export function macroReadings(file: TextFile, { units, source }: { units: readonly FredSeries["unit"][]; source: string }): Record<string, Reading> {
  const [header, ...rows] = rowsOf(file);
  const refuse = (line: number, what: string) => new Problem("data", what, `${file.path}:${line}`);
  if (header?.[0] !== "date") throw refuse(1, `expected the column date; received ${header ? shown(header[0]!) : "an empty file"}`);
  const known = [...FRED_SERIES.values()].filter(({ unit }) => units.includes(unit)).map(({ id }) => id);
  const columns = header.slice(1).map((id, k) => {
    const series = known.includes(id) ? FRED_SERIES.get(id) : undefined;
    if (!series) throw refuse(1, `expected the columns date and series of FRED in ${units.join(" or ")}; received ${shown(id)}${didYouMean(id, known)}`);
    if (header.indexOf(id) <= k) throw refuse(1, `expected each column once; received ${id} again`);
    return { series, sessions: [] as number[], values: [] as number[] };
  });
  if (columns.length === 0) throw refuse(1, "expected a column of figures beside date; received none");
  if (rows.length === 0) throw new Problem("data", "expected rows below the header; received none", file.path);
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, row] of rows.entries()) {
    const line = i + 2;
    if (row.length !== header.length) throw refuse(line, `expected ${header.length} cells; received ${row.length} (truncated?)`);
    const session = sessionIn(row[0]!);
    if (session === undefined) throw refuse(line, `date: expected a day like 2025-12-11; received ${shown(row[0]!)}`);
    if (session <= before) throw refuse(line, `date: days must ascend; received ${row[0]} after ${toDay(before)}`);
    before = session;
    for (const [k, { series, sessions, values }] of columns.entries()) {
      const cell = row[k + 1]!;
      if (cell === "") continue;
      const value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
      if (!Number.isFinite(value)) throw refuse(line, `${series.id}: expected a decimal number or an empty cell; received ${shown(cell)}`);
      sessions.push(session);
      values.push(value);
    }
  }
  return Object.fromEntries(
    columns.map(({ series: { id, title, unit, release }, sessions, values }) => [
      id,
      toReading({ id, name: title, unit, release, source: `${source} (FRED ${id})`, sessions, values }),
    ]),
  );
}
