import { wrapWords } from "../../charts/index.ts";
import { type Block, plain, type Section, type Table } from "../../note/index.ts";
import { tableLines } from "./columns.ts";
import { type Paint, printable } from "./paint.ts";

// A reader's line: wider terminals do not make longer ones.
const LONGEST = 96;

/** A section of a note as terminal text: its heading, sentences wrapped to the width, tables, lists. */
export function sectionText({ title, blocks }: Section, { width, paint, rows }: { width: number; paint: Paint; rows: number }): string {
  return [paint("strong", title), ...blocks.map((block) => blockText(block, { width, paint, rows }))].join("\n");
}

/** Words wrapped to the width, further lines indented. */
export function wrapped(text: string, width: number, indent = ""): string {
  return wrapWords(printable(text), Math.max(20, Math.min(width, LONGEST) - indent.length))
    .map((line) => indent + line)
    .join("\n");
}

function blockText(block: Block, options: { width: number; paint: Paint; rows: number }): string {
  switch (block.kind) {
    case "paragraph":
      return wrapped(plain(block.text), options.width);
    case "list":
      return block.items.map((item) => `- ${wrapped(plain(item), options.width, "  ").trimStart()}`).join("\n");
    case "table":
      return tableText(block, options);
    case "figure":
      return wrapped(block.alt, options.width);
    default:
      throw new Error(`unknown block: ${(block as { kind: string }).kind}`);
  }
}

function tableText({ columns, rows }: Table, { width, paint, rows: most }: { width: number; paint: Paint; rows: number }): string {
  const shown = rows.slice(-most);
  const [head, ...lines] = tableLines(
    columns.map(({ title, numeric }, k) => ({
      title: title.toLowerCase() === title ? title : lowerFirst(title),
      cells: shown.map(({ cells }) => printable(plain(cells[k] ?? []))),
      ...(numeric ? { numeric } : {}),
      // From the right: the first columns of a table say what a row is.
      ...(k < 2 ? {} : { dropFirst: k }),
      paint: (text: string, row: number) => (shown[row]?.mark === "open" ? paint("laggard", text) : text),
    })),
    width - 2,
  );
  const earlier = rows.length - shown.length;
  return [paint("soft", `  ${head}`), ...(earlier > 0 ? [paint("soft", `  (${earlier} earlier in note.md)`)] : []), ...lines.map((line) => `  ${line}`)].join("\n");
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}
