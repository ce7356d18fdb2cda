import { type Day, Problem, type SourcedFact } from "../../market/index.ts";
import { collectFacts } from "../files/collectFacts.ts";
import type { TextFile } from "../text/readText.ts";
import { sessionIn } from "../text/sessionIn.ts";
import { shown } from "../text/shown.ts";
import { numberOf, rowsOf } from "./readFigures.ts";

const COLUMNS = [
  "operation_id",
  "operation_date",
  "settlement_date",
  "operation_type",
  "maturity_start",
  "maturity_end",
  "submitted_usd_bn",
  "accepted_usd_bn",
  "kind",
] as const;
type Column = (typeof COLUMNS)[number];

const NOTES: ReadonlyMap<string, string | null> = new Map([
  ["bill_purchase", null],
  ["small_value_exercise", "small value exercise"],
]);

/**
 * Treasury operations of the New York Fed from CSV text with the columns of `bill-purchases.csv`, ascending by day: as the Bank itself gives
 * them, amounts in dollars of par, to the million.
 *
 * @throws Problem (data) naming file, line, what was expected and what came
 */
export function macroOperations(file: TextFile, source: string): SourcedFact[] {
  const [header, ...rows] = rowsOf(file);
  if (header?.join(",") !== COLUMNS.join(",")) {
    throw new Problem("data", `expected the columns ${COLUMNS.join(",")}; received ${header ? shown(header.join(",")) : "an empty file"}`, `${file.path}:1`);
  }
  const collector = collectFacts(file.path);
  for (const [i, row] of rows.entries()) {
    const line = i + 2;
    const place = `${file.path}:${line}`;
    if (row.length !== COLUMNS.length) throw new Problem("data", `expected ${COLUMNS.length} cells; received ${row.length} (truncated?)`, place);
    const cell = (column: Column) => row[COLUMNS.indexOf(column)]!;
    const refuse = (column: Column, expected: string) => new Problem("data", `${column}: expected ${expected}; received ${shown(cell(column))}`, place);
    const day = (column: Column): Day => {
      if (sessionIn(cell(column)) === undefined) throw refuse(column, "a day like 2025-12-11");
      return cell(column);
    };
    const dayOrNull = (column: Column) => (cell(column) === "" ? null : day(column));
    const dollars = (column: Column) => {
      const billions = /^0+(\.0*)?$/.test(cell(column)) ? 0 : numberOf(cell(column), column, file.path, line);
      const amount = Math.round(billions * 1000) * 1e6;
      if (Math.abs(amount) > Number.MAX_SAFE_INTEGER) throw refuse(column, "billions of dollars");
      return Number.isNaN(amount) ? null : amount;
    };
    if (cell("operation_id") === "") throw refuse("operation_id", "an id as OR 121225 1");
    const [, way] = /\b(Purchase|Sale)$/.exec(cell("operation_type")) ?? [];
    if (way === undefined) throw refuse("operation_type", "a purchase or a sale, as Outright Bill Purchase");
    const note = NOTES.get(cell("kind"));
    if (note === undefined) throw refuse("kind", [...NOTES.keys()].join(" or "));
    const [submitted, accepted] = [dollars("submitted_usd_bn"), dollars("accepted_usd_bn")];
    if (submitted !== null && accepted !== null && accepted > submitted) throw refuse("accepted_usd_bn", `at most the ${cell("submitted_usd_bn")} submitted`);
    const fields = {
      type: cell("operation_type"),
      direction: way === "Purchase" ? "P" : "S",
      settlement: dayOrNull("settlement_date"),
      maturityFrom: dayOrNull("maturity_start"),
      maturityTo: dayOrNull("maturity_end"),
      submitted,
      accepted,
      method: null,
      note,
    };
    collector.add({ kind: "treasuryOperation", id: cell("operation_id"), day: day("operation_date"), fields }, line);
  }
  if (collector.facts.length === 0) throw new Problem("data", "expected rows below the header; received none", file.path);
  return collector.facts.map((fact) => ({ ...fact, source })).sort((a, b) => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1));
}
