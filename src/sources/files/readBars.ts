import { type BarField, Problem } from "../../market/index.ts";
import type { Row } from "../source.ts";
import { barColumns, isBarName, isDateName, plainName } from "./barColumns.ts";
import { collectRows } from "./collectRows.ts";
import { daysIn } from "./daysIn.ts";
import { decimalMarkOf } from "./decimalMarkOf.ts";
import { requireFigure } from "./figureIn.ts";
import { listed } from "./listed.ts";
import type { FileOptions, MarketFile } from "./marketFile.ts";
import { cellsOf, type Table, UNCLOSED } from "./readTable.ts";
import type { CellRecord } from "./recordsOf.ts";

const FOOTER = /^downloaded from barchart\.com/i;
const SERIES_NAME = /^[A-Z][A-Z0-9_]{0,39}$/;

/** What the header of a table of bars says. */
interface Layout {
  date: number; // place of the column of days
  symbol: number; // place of the column of symbols; -1 where there is none
  figures: { at: number; field: BarField; series?: string }[]; // series: "DGS10", where the column is one of its own
  notes: string[];
}

/**
 * Daily bars, or series of values side by side as FRED gives them, from a table with a header.
 *
 * A cell without a figure leaves its field out of the row, and so does an event that says that there was none: a dividend of 0, a split of 0
 * or 1.
 *
 * @throws Problem (data) naming file, line and column, what was expected and what came
 */
export function readBars(table: Table, { dates }: FileOptions): Omit<MarketFile, "sha256"> {
  const { path } = table;
  const names = table.head.cells;
  const { date, symbol, figures, notes } = layoutOf(names, `${path}:${table.head.line}`);
  const column = names[date]!;
  const days = daysIn(dayCells(table, date), { path, column, asked: dates });
  const mark = decimalMarkOf(
    table,
    figures.map(({ at }) => at),
  );
  const collector = collectRows(
    path,
    figures.flatMap(({ series }) => (series === undefined ? [] : [series])),
  );
  const seen = { rows: 0, bare: 0, footer: false, unclosed: false };
  for (const record of table.records()) {
    if (isFooter(record)) {
      seen.footer = true;
      continue;
    }
    const { line } = record;
    const cells = cellsOf(record, names.length, path);
    const session = days.session(cells[date]!, line);
    const whose = symbol < 0 ? null : cells[symbol]!;
    if (whose === "") throw new Problem("data", `${names[symbol]}: expected a symbol; received an empty cell`, `${path}:${line}`);
    const bar: Row = { session };
    let held = 0;
    for (const { at, field, series } of figures) {
      const value = requireFigure(cells[at]!, { path, line, column: names[at]! }, { mark, abbreviated: field === "volume" });
      if (Number.isNaN(value) || saysNone(field, value)) continue;
      held++;
      if (series === undefined) bar[field] = value;
      else collector.add(series, { session, [field]: value }, line);
    }
    if (held > 0 && figures[0]?.series === undefined) collector.add(whose, bar, line);
    seen.rows++;
    if (held === 0) seen.bare++;
    if (!record.closed) seen.unclosed = true;
  }
  if (seen.rows === 0) throw new Problem("data", "expected rows below the header; received none", path);
  if (seen.bare === seen.rows) throw new Problem("data", "expected a figure in some row; received only rows without one", path);
  const barchart = ["time", "datetime"].includes(plainName(column)) && names.some((name) => plainName(name) === "latest");
  if (seen.footer) notes.push("the footer of the download was left out");
  else if (barchart) notes.push("the footer of the download is absent: the file may have been cut off");
  if (seen.bare > 0) notes.push(`rows without a figure left out: ${seen.bare}`);
  if (seen.unclosed) notes.push(UNCLOSED);
  return { format: barchart ? "barchart" : "bars", series: collector.series(), facts: [], notes: [...notes, ...days.notes, ...collector.notes()] };
}

function layoutOf(names: readonly string[], place: string): Layout {
  const [first = "", ...others] = names;
  const aside = others.filter((name) => !isBarName(name));
  if (isDateName(first) && aside.length === others.length && others.length > 0 && others.every((name) => SERIES_NAME.test(name))) {
    const twice = others.find((name, k) => others.indexOf(name) < k);
    if (twice !== undefined) throw new Problem("data", `expected each column once; received ${twice} again`, place);
    const figures = others.map((series, k) => ({ at: k + 1, field: "value" as const, series }));
    return { date: 0, symbol: -1, figures, notes: [`columns read as series of values by their names: ${listed(others)}`] };
  }
  const columns = barColumns(names, place);
  const figures = columns.flatMap((column, at) => (column === undefined || column === "date" || column === "symbol" ? [] : [{ at, field: column }]));
  const left = names.filter((name, k) => columns[k] === undefined && name !== "");
  const notes = left.length > 0 ? [`columns left out: ${listed(left)}`] : [];
  if (columns.includes("totalReturn") && !columns.includes("close")) {
    notes.push("the file holds an adjusted close alone: it is read as the total return, and there is no close");
  }
  return { date: columns.indexOf("date"), symbol: columns.indexOf("symbol"), figures, notes };
}

function* dayCells(table: Table, date: number): Generator<readonly [cell: string, line: number]> {
  for (const record of table.records()) if (!isFooter(record)) yield [record.cells[date] ?? "", record.line];
}

function isFooter({ cells }: CellRecord): boolean {
  return FOOTER.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell === "");
}

/** Whether a figure says that no event took place. */
function saysNone(field: BarField, value: number): boolean {
  return (value === 0 && (field === "dividend" || field === "split")) || (value === 1 && field === "split");
}
