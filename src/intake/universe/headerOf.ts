import { closeSync, openSync, readSync } from "node:fs";
import { dsvFormat } from "d3-dsv";
import { Problem } from "../../market/index.ts";

/** How a CSV file begins, and so how the database is to read it. */
export interface Header {
  names: readonly string[]; // ["date", "close"]; none in an empty file
  columns: readonly string[]; // the same, told apart
  delimiter: string; // ","
  /** The first line: files of the same can be read together. */
  text: string;
}

const LONGEST = 65_536; // bytes
const MARKS = [",", ";", "\t", "|"];

/**
 * How a CSV file begins. What stands between columns is the mark that the first line has most of.
 *
 * @throws Problem (data) when the file cannot be read, or begins with no line of text
 */
export function headerOf(path: string): Header {
  const begin = beginning(path);
  const [line = ""] = begin.split(/[\r\n]/, 1);
  if (begin.includes("\u0000") || line.length > LONGEST / 2)
    throw new Problem("data", "expected a header with the names of columns; received other bytes", path);
  if (line.trim() === "") return { names: [], columns: [], delimiter: ",", text: "" };
  const delimiter = MARKS.reduce((most, mark) => (line.split(mark).length > line.split(most).length ? mark : most));
  const names = dsvFormat(delimiter).parseRows(line)[0] ?? [];
  return { names, columns: told(names), delimiter, text: line };
}

function beginning(path: string): string {
  const bytes = Buffer.alloc(LONGEST);
  try {
    const file = openSync(path, "r");
    try {
      return bytes.toString("utf8", 0, readSync(file, bytes, 0, LONGEST, 0)).replace(/^\ufeff/, "");
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Problem("data", `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`, path);
  }
}

/** Names that the database can tell apart: what comes twice, whatever its capitals, or is empty, is numbered. */
function told(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, k) => {
    const own = name.trim() === "" || seen.has(name.toLowerCase()) ? `${name} ${k + 1}` : name;
    seen.add(own.toLowerCase());
    return own;
  });
}
