import { Problem, toDay } from "../../market/index.ts";
import { shown } from "../text/shown.ts";
import { plainName } from "./barColumns.ts";
import { collectFacts } from "./collectFacts.ts";
import { daysIn } from "./daysIn.ts";
import { decimalMarkOf } from "./decimalMarkOf.ts";
import { requireFigure } from "./figureIn.ts";
import { listed } from "./listed.ts";
import type { FileOptions, MarketFile } from "./marketFile.ts";
import { cellsOf, type Table, UNCLOSED } from "./readTable.ts";

const REQUIRED = ["index", "year", "as_of", "eps", "growth_pct", "basis", "source"] as const;
const OPTIONAL = ["source_url", "published", "note"] as const;
const BASES: readonly string[] = ["consensus", "strategist", "actual"];

/** Whether these cells head a table of forecasts of earnings per share. */
export function isEpsTable(cells: readonly string[]): boolean {
  const names = new Set(cells.map(plainName));
  return ["index", "year", "asof"].every((name) => names.has(name));
}

/**
 * Forecasts of earnings per share, from a table with the columns index, year, as_of, eps, growth_pct, basis (consensus, strategist, actual),
 * source, and, where they are known, source_url, published (a day, a month or a year) and note. Growth stays in percent.
 *
 * @throws Problem (data) naming file, line and column, what was expected and what came
 */
export function readEpsTable(table: Table, { dates }: FileOptions): Omit<MarketFile, "sha256"> {
  const { path, head } = table;
  const names = head.cells.map(plainName);
  const twice = head.cells.find((name, k) => name !== "" && names.indexOf(plainName(name)) < k);
  if (twice !== undefined) throw new Problem("data", `expected each column once; received ${shown(twice)} again`, `${path}:${head.line}`);
  const placeOf = (name: string) => names.indexOf(plainName(name));
  const absent = REQUIRED.filter((name) => placeOf(name) < 0);
  if (absent.length > 0) {
    throw new Problem("data", `expected the columns ${REQUIRED.join(", ")}; received none called ${absent.join(", ")}`, `${path}:${head.line}`);
  }
  const known = new Set([...REQUIRED, ...OPTIONAL].map(plainName));
  const left = head.cells.filter((name, k) => name !== "" && !known.has(names[k]!));
  const notes = left.length > 0 ? [`columns left out: ${listed(left)}`] : [];
  const dayCells = function* () {
    for (const { cells, line } of table.records()) yield [cells[placeOf("as_of")] ?? "", line] as const;
  };
  const days = daysIn(dayCells(), { path, column: "as_of", asked: dates });
  const mark = decimalMarkOf(table, [placeOf("eps"), placeOf("growth_pct")]);
  const collector = collectFacts(path);
  for (const record of table.records()) {
    const { line } = record;
    const cells = cellsOf(record, names.length, path);
    const cell = (name: string) => cells[placeOf(name)] ?? "";
    const refuse = (name: string, expected: string) => new Problem("data", `${name}: expected ${expected}; received ${shown(cell(name))}`, `${path}:${line}`);
    const figure = (name: string) => {
      const value = requireFigure(cell(name), { path, line, column: name }, { mark });
      return Number.isNaN(value) ? null : value;
    };
    const [index, basis, source] = [cell("index"), cell("basis"), cell("source")];
    if (index === "") throw refuse("index", "an index as SPX");
    if (!/^[12]\d{3}$/.test(cell("year"))) throw refuse("year", "a year as 2026");
    if (!BASES.includes(basis)) throw refuse("basis", BASES.join(", "));
    if (source === "") throw refuse("source", "who said so");
    if (!/^(?:[12]\d{3}(?:-\d{2}(?:-\d{2})?)?)?$/.test(cell("published"))) {
      throw refuse("published", "a day, a month or a year, as 2025-12-11, 2025-12 or 2025");
    }
    const [eps, growthPct] = [figure("eps"), figure("growth_pct")];
    if (eps === null && growthPct === null) throw refuse("eps", "a figure here or in growth_pct");
    const day = toDay(days.session(cell("as_of"), line));
    const text = (name: string) => cell(name) || null;
    const fields = {
      index,
      year: Number(cell("year")),
      eps,
      growthPct,
      basis,
      source,
      sourceUrl: text("source_url"),
      published: text("published"),
      note: text("note"),
    };
    collector.add({ kind: "epsForecast", id: `${index} ${cell("year")} ${day} ${basis} ${source}`, day, fields }, line);
    if (!record.closed) notes.push(UNCLOSED);
  }
  if (collector.facts.length === 0) throw new Problem("data", "expected rows below the header; received none", path);
  return { format: "epsTable", series: [], facts: collector.facts, notes: [...notes, ...days.notes] };
}
