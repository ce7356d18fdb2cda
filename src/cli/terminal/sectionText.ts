import { type Block, plain, type Section, type Table } from "../../note/index.ts";
import { leftOut, tableLines } from "./columns.ts";
import { type Paint, printable } from "./paint.ts";
import { plotText } from "./plotText.ts";
import { wrapped, wrappedLines } from "./wrapped.ts";

/** How a section is shown. */
export interface Shown {
  width: number;
  paint: Paint;
  rows: number; // the most of a table; the latest stay
  captions: boolean; // whether tables say what they hold
}

/** A section of a note as terminal text: its heading, sentences wrapped to the width, tables, lists. */
export function sectionText({ title, blocks }: Section, { width, paint, rows, captions }: Shown): string {
  const texts = blocks.map((block, k) => {
    // A table belongs to the sentence before it; sentences of their own stand apart.
    const apart = k > 0 && (block.kind === "paragraph" || block.kind === "figure" || captions) ? "\n" : "";
    return apart + blockText(block, { width, paint, rows, captions });
  });
  return [...wrappedLines(title, width, paint, "strong"), ...texts].join("\n");
}

function blockText(block: Block, options: Shown): string {
  switch (block.kind) {
    case "paragraph":
      return wrapped(plain(block.text), options.width);
    case "list":
      return block.items.map((item) => `- ${wrapped(plain(item), options.width, "  ").trimStart()}`).join("\n");
    case "table":
      return tableText(block, options);
    case "figure":
      return block.plot ? plotText(block.plot, options) : wrapped(block.alt, options.width);
    default:
      throw new Error(`unknown block: ${(block as { kind: string }).kind}`);
  }
}

function tableText({ caption, columns, rows }: Table, { width, paint, rows: most, captions }: Shown): string {
  const shown = rows.slice(-most);
  const cells = columns.map(({ title, numeric, secondary, essential }, k) => ({
    title: title.toLowerCase() === title ? title : lowerFirst(title),
    cells: shown.map(({ cells }) => printable(plain(cells[k] ?? []))),
    ...(numeric ? { numeric } : {}),
    // The first column says what a row is; what can be spared goes first, and from the right.
    ...(k === 0 ? {} : { dropFirst: k + (secondary ? columns.length : 0) - (essential ? columns.length : 0) }),
    paint: (text: string, row: number) => (shown[row]?.mark === "open" ? paint("laggard", text) : text),
  }));
  const [head, ...lines] = tableLines(cells, width - 2);
  const absent = leftOut(cells, width - 2);
  const earlier = rows.length - shown.length;
  const says = captions ? wrappedLines(plain(caption), width, paint, "soft") : [];
  const more = earlier > 0 ? [paint("soft", `  (${earlier} earlier in note.md)`)] : [];
  // Where the caption speaks of what a column holds, its absence is said.
  const without = captions && absent.length > 0 ? wrappedLines(`  (no room here for: ${absent.join(", ")})`, width, paint, "soft") : [];
  return [...says, paint("soft", `  ${head}`), ...more, ...lines.map((line) => `  ${line}`), ...without].join("\n");
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}
