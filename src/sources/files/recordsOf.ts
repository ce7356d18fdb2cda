import { Problem } from "../../market/index.ts";
import type { TextFile } from "../text/readText.ts";

/** What stands between the cells of a line. */
export type Separator = "," | ";" | "\t";

/** One record of a file of cells, trimmed. */
export interface CellRecord {
  line: number; // 1 is the first
  cells: string[];
  closed: boolean; // false for a last line without a line break
}

/**
 * The records of delimited text, blank ones left out. A quoted cell may hold separators, line breaks and doubled quotes.
 *
 * Stricter than CSV readers commonly are: a quote that is never closed would take the rest of the file for one cell, unseen where that
 * column is ignored.
 *
 * @throws Problem (data) naming the line of a quoted cell that is not closed, or is followed by anything but a separator
 */
export function* recordsOf({ path, text }: Pick<TextFile, "path" | "text">, separator: Separator): Generator<CellRecord> {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const lineBreak = text.indexOf("\n", at);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const plain = text.slice(at, end);
    const quoted = plain.includes('"') ? quotedRecord(text, { at, separator, place: `${path}:${line}` }) : undefined;
    const cells = (quoted?.cells ?? plain.split(separator)).map((cell) => cell.trim());
    const last = quoted?.end ?? end;
    if (cells.some((cell) => cell !== "")) yield { line, cells, closed: last < text.length };
    line += 1 + (quoted?.breaks ?? 0);
    at = last + 1;
  }
}

/** The cells of a record that has quotes, where it ends, and how many line breaks its cells hold. */
function quotedRecord(
  text: string,
  { at, separator, place }: { at: number; separator: Separator; place: string },
): { cells: string[]; end: number; breaks: number } {
  const cells: string[] = [];
  let breaks = 0;
  for (let from = at; ; from++) {
    if (text[from] === '"') {
      const { cell, end } = quotedCell(text, from, place);
      cells.push(cell);
      for (const letter of cell) if (letter === "\n") breaks++;
      from = text[end] === "\r" ? end + 1 : end;
    } else {
      let end = from;
      while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
      cells.push(text.slice(from, end));
      from = end;
    }
    if (from >= text.length || text[from] === "\n") return { cells, end: from, breaks };
    if (text[from] !== separator) throw new Problem("data", "expected a separator after a quoted cell; received other text", place);
  }
}

function quotedCell(text: string, start: number, place: string): { cell: string; end: number } {
  let cell = "";
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw new Problem("data", "expected a quoted cell to be closed; received the end of the file (truncated?)", place);
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}
