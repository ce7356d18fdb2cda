import { Problem } from "../../market/index.ts";
import type { TextFile } from "../text/readText.ts";
import { type CellRecord, recordsOf, type Separator } from "./recordsOf.ts";

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];

/** A file of cells: its first record, and those below it, read anew each time they are asked for so that no second copy of them is held. */
export interface Table {
  path: string;
  name: string; // "IWM.csv"
  separator: Separator;
  head: CellRecord;
  records: () => Generator<CellRecord>;
}

/**
 * Delimited text as a table. The separator is the one by which the first line has a cell that is looked for, or else the most cells.
 *
 * @param looksRight whether a first line of these cells is one of a known format
 * @throws Problem (data) for a file without a line
 */
export function readTable(file: TextFile, looksRight: (cells: readonly string[]) => boolean): Table {
  const { path, name } = file;
  const separator = separatorOf(file.text, looksRight);
  const head = recordsOf(file, separator).next().value as CellRecord | undefined;
  if (!head) throw new Problem("data", "expected a header and rows; received an empty file", path);
  return {
    path,
    name,
    separator,
    head,
    *records() {
      const all = recordsOf(file, separator);
      all.next();
      yield* all;
    },
  };
}

/**
 * The cells of a record, as many as the header has; surplus empty ones are cut off.
 *
 * Many exports end without a line break, so a last line without one is taken when it has all its cells. A cut within the last cell cannot be
 * seen then: that is noted by the reader, and an empty last cell is refused, since there the cut is more likely than the gap.
 *
 * @throws Problem (data) for another number of cells, and for a last line that is cut off
 */
export function cellsOf({ line, cells, closed }: CellRecord, width: number, path: string): string[] {
  const surplus = cells.slice(width).every((cell) => cell === "");
  if (cells.length < width || !surplus) throw new Problem("data", `expected ${width} cells; received ${cells.length} (truncated?)`, `${path}:${line}`);
  if (!closed && cells[width - 1] === "") {
    throw new Problem("data", "expected a line break after the last line; received a line that ends with an empty cell (truncated?)", `${path}:${line}`);
  }
  return cells.length === width ? cells : cells.slice(0, width);
}

/** What is to be said of a last line without a line break. */
export const UNCLOSED = "the last line has no line break; it was taken because it has all its cells";

function separatorOf(text: string, looksRight: (cells: readonly string[]) => boolean): Separator {
  const [line = ""] = /\S.*/.exec(text) ?? [];
  // Separators inside quotes separate nothing.
  const bare = line.replaceAll(/"([^"]*)"/g, (_, inside: string) => inside.replaceAll(/[,;\t]/g, " "));
  const splits = SEPARATORS.map((separator) => ({ separator, cells: bare.split(separator).map((cell) => cell.trim()) }));
  const known = splits.filter(({ cells }) => looksRight(cells));
  return (known.length > 0 ? known : splits).reduce((best, one) => (one.cells.length > best.cells.length ? one : best)).separator;
}
