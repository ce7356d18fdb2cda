import type { Block, Figure, Note, Section } from "./document.ts";
import { plain, type Text } from "./prose.ts";
import { said } from "./words.ts";

/** How Markdown is written. */
export interface MarkdownOptions {
  /** The folder, from the file on, where the charts stand as SVG; without it they are only described. */
  charts?: string;
  /** The page beside it, by its file name: the appendix of a note, the note of an appendix. */
  beside?: string;
}

/**
 * A note as Markdown (GitHub's tables). The same bytes for the same note.
 *
 * @example
 * import { study } from "lockstep";
 * import { noteOf, toMarkdown } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * toMarkdown(noteOf(study({ ...openCase(), asOf: "2025-12-11" }))).split("\n")[0]; // => "# IWM is at its record; BTC stands 25.8% below its own"
 */
export function toMarkdown(note: Note, options: MarkdownOptions = {}): string {
  const keys = note.keyLines.map(({ term, text }) => `- **${term}**: ${inline(text)}`);
  const lead = keys.length > 0 ? keys.join("\n") : inline(note.standfirst);
  const box = note.box.map(({ term, text }) => `- **${term}**: ${inline(text)}`);
  const sections = note.sections.map((section) => sectionMarkdown(section, options));
  const { beside } = options;
  const link = beside === undefined ? [] : [`[${note.kind === "appendix" ? "The note" : "Appendix: every case, definition and table"}](${beside})`];
  return `${[`# ${inline(note.title)}`, lead, box.join("\n"), ...sections, ...link].join("\n\n")}\n`;
}

/** A section under its heading. */
export function sectionMarkdown({ title, blocks }: Section, options: MarkdownOptions = {}): string {
  return [`## ${title}`, ...blocks.map((one) => block(one, options))].join("\n\n");
}

function block(one: Block, { charts }: MarkdownOptions): string {
  switch (one.kind) {
    case "paragraph":
      return inline(one.text);
    case "list":
      return one.items.map((item) => `- ${inline(item)}`).join("\n");
    case "table": {
      const head = `| ${one.columns.map(({ title }) => escapeMarkdown(title)).join(" | ")} |`;
      const rule = `| ${one.columns.map(({ numeric }) => (numeric ? "---:" : "---")).join(" | ")} |`;
      const rows = one.rows.map(({ cells }) => `| ${cells.map((cell) => escapeMarkdown(plain(cell))).join(" | ")} |`);
      return [inline(one.caption), "", head, rule, ...rows].join("\n");
    }
    case "figure":
      return [
        charts === undefined ? `*${escapeMarkdown(one.alt)}*` : `![${escapeMarkdown(one.alt)}](${charts}/${one.id}.svg)`,
        `The figures of the chart stand in study.json under \`${one.figures}\`.`,
        ...shortTable(one),
      ].join("\n\n");
    default:
      throw new Error(`unknown block: ${(one as { kind: string }).kind}`);
  }
}

const SHORT = 12; // rows of a table that are shown here too

/** What a chart of few figures shows, as a table. */
function shortTable({ plot, data: { head, columns, rows } }: Figure): string[] {
  // Bars and lines of a few figures have their table beside them; a grid has none.
  if (plot?.kind !== "grid" || rows.length > SHORT) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [
    [line([head, ...columns]), line(["---", ...columns.map(() => "---:")]).replaceAll("\\", ""), ...rows.map((row) => line([row.head, ...row.cells]))].join(
      "\n",
    ),
  ];
}

function inline(text: Text): string {
  return escapeMarkdown(said(text));
}

function escapeMarkdown(text: string): string {
  // A line that a name breaks would begin a heading or a list of its own.
  return text.replaceAll(/\s*\n\s*/g, " ").replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`);
}
