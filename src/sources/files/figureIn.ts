import { Problem } from "../../market/index.ts";
import { shown } from "../text/shown.ts";

/** What stands before the decimals of a number. */
export type DecimalMark = "." | ",";

const MISSING: ReadonlySet<string> = new Set(["", "-", ".", "na", "n/a", "n/d", "null", "nan"]);
// Groups of three must begin with a digit other than zero: "0,431" is no grouped 431.
const NUMBER = /^[+-]?\$?(?:(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const ABBREVIATED = /^(.*[\d.])([KMB])$/i;
const EXPONENT: Readonly<Record<string, string>> = { "": "", K: "e3", M: "e6", B: "e9" };
const LONGEST = 40; // of a cell that can be a number

/**
 * The number in a cell; NaN where the cell says that there is none, undefined where it is no number.
 *
 * @param options.abbreviated whether K, M and B may stand for thousands, millions and billions, as in volumes
 */
export function figureIn(cell: string, { mark, abbreviated = false }: { mark: DecimalMark; abbreviated?: boolean }): number | undefined {
  if (cell.length > LONGEST) return undefined;
  if (MISSING.has(cell.toLowerCase())) return Number.NaN;
  const [, digits = cell, letter = ""] = (abbreviated && ABBREVIATED.exec(cell)) || [];
  const text = mark === "." ? digits : digits.replaceAll(/[.,]/g, (one) => (one === "." ? "," : "."));
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text.replaceAll(/[$,]/g, "") + EXPONENT[letter.toUpperCase()]!);
  return Number.isFinite(value) ? value : undefined;
}

/** Where a cell stands, to name it. */
export interface CellPlace {
  path: string;
  line: number;
  column: string; // "Adj Close"
}

/**
 * As {@link figureIn}.
 *
 * @throws Problem (data) naming line and column where the cell is no number
 */
export function requireFigure(cell: string, { path, line, column }: CellPlace, how: { mark: DecimalMark; abbreviated?: boolean }): number {
  const value = figureIn(cell, how);
  if (value === undefined) throw new Problem("data", `${column}: expected a number or an empty cell; received ${shown(cell)}`, `${path}:${line}`);
  return value;
}
