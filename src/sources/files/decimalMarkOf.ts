import { Problem } from "../../market/index.ts";
import { shown } from "../text/shown.ts";
import { type DecimalMark, figureIn } from "./figureIn.ts";
import type { Table } from "./readTable.ts";

/**
 * The decimal mark of a file: a point, or a comma where a cell settles it ("12,5", "1.234,56") and none contradicts.
 *
 * Where commas separate the cells, the mark is a point.
 *
 * @param columns the places of the columns that hold numbers
 * @throws Problem (data) where two cells contradict each other, or commas stand in numbers and no cell tells what they mean
 */
export function decimalMarkOf(table: Table, columns: readonly number[]): DecimalMark {
  if (table.separator === ",") return ".";
  const first: Partial<Record<DecimalMark | "either", { cell: string; place: string }>> = {};
  for (const { line, cells } of table.records()) {
    for (const k of columns) {
      const cell = cells[k] ?? "";
      const byPoint = figureIn(cell, { mark: ".", abbreviated: true });
      const byComma = figureIn(cell, { mark: ",", abbreviated: true });
      if (Object.is(byPoint, byComma)) continue;
      const says = byPoint === undefined ? "," : byComma === undefined ? "." : cell.includes(",") ? "either" : undefined;
      if (says !== undefined) first[says] ??= { cell, place: `${table.path}:${line}: ${table.head.cells[k] ?? ""}` };
    }
  }
  const { ",": comma, ".": point, either } = first;
  if (comma && point) {
    throw new Problem("data", `expected one decimal mark; received ${shown(point.cell)} elsewhere and ${shown(comma.cell)} here`, comma.place);
  }
  if (comma) return ",";
  if (either && !point) {
    throw new Problem("data", `expected some cell to tell what the comma means; received only the like of ${shown(either.cell)}`, either.place);
  }
  return ".";
}
