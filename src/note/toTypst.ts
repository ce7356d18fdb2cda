import type { Block, Note, Section, Table } from "./document.ts";
import { plain, type Text } from "./prose.ts";
import { TYPST_STYLE } from "./typstStyle.ts";
import { typstText } from "./typstText.ts";
import { longDay, said } from "./words.ts";

const LONG = 16; // rows; a shorter table stays on one page
const SMALL_PRINT: ReadonlySet<string> = new Set(["disclosure", "inputs"]);
const RUNNING = 84; // characters of the title at the head of a page

/**
 * A note as a Typst document for A4 paper. The same bytes for the same note.
 *
 * Charts are images of the files `charts/<id>.svg`, which whoever compiles it puts beside it; Inter and Source Serif 4 must be at hand.
 * Every word stands in a string, where nothing is markup. The document's date is the as-of day.
 *
 * @example
 * import { study } from "lockstep";
 * import { noteOf, toTypst } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * toTypst(noteOf(study({ ...openCase(), asOf: "2025-12-11" }))).includes("datetime(year: 2025, month: 12, day: 11)"); // => true
 */
export function toTypst(note: Note): string {
  const { asOf, keyLines } = note;
  const [year, month, day] = asOf.split("-").map(Number);
  const when = typstText(`As of ${note.asOfText ?? longDay(asOf)}`);
  const title = said(note.title);
  const what = `${note.kind === "appendix" ? "Appendix" : "Note"} on ${note.group}`;
  const about = `title: ${typstText(title)}, description: ${typstText(said(note.standfirst))}, date: datetime(year: ${year}, month: ${month}, day: ${day})`;
  return [
    TYPST_STYLE,
    `#set document(${about})`,
    `#show: paper.with(${typstText(shortened(title))}, ${when})`,
    "",
    `#masthead(${typstText(what)}, ${when}, ${inline(note.title)})`,
    keyLines.length === 0 ? `#standfirst(${inline(note.standfirst)})` : `#key-lines(${entries(keyLines)})`,
    ...(note.box.length === 0 ? [] : [`#databox(${entries(note.box)})`]),
    ...note.sections.flatMap(section),
    "",
  ].join("\n");
}

function entries(lines: Note["box"]): string {
  return lines.map(({ term, text }) => `(${typstText(term)}, ${inline(text)})`).join(", ");
}

function section({ id, title, blocks }: Section): string[] {
  const small = SMALL_PRINT.has(id);
  return [
    "",
    small || blocks[0]?.kind === "figure" ? `#kicker(${typstText(title)})` : `#heading(${typstText(title)})`,
    ...blocks.map((one) => block(one, small)),
  ];
}

function block(one: Block, small: boolean): string {
  switch (one.kind) {
    case "paragraph":
      return `#said(small: ${small}, ${inline(one.text)})`;
    case "list":
      return `#points(small: ${small}, ${one.items.map(inline).join(", ")})`;
    case "table":
      return table(one);
    case "figure":
      return `#chart(${typstText(`charts/${one.id}.svg`)}, ${typstText(one.alt)})`;
    default:
      throw new Error(`unknown block: ${(one as { kind: string }).kind}`);
  }
}

function table({ caption, columns, rows }: Table): string {
  const align = columns.map(({ numeric }) => (numeric ? "right" : "left"));
  const head = columns.map(({ title }) => typstText(title));
  const lines = rows.map(({ cells, mark }) => `  (${[mark ? typstText(mark) : "none", ...cells.map(tabular)].join(", ")}),`);
  return [`#figures(${inline(caption)}, align: ${array(align)}, head: ${array(head)}, long: ${rows.length > LONG},`, ...lines, ")"].join("\n");
}

function array(items: readonly string[]): string {
  return `(${items.map((item) => `${item},`).join(" ")})`;
}

function inline(text: Text): string {
  return joined(text, said);
}

function tabular(text: Text): string {
  return joined(text, plain);
}

/** Parts one after the other; asides stand back. */
function joined(text: Text, written: (text: Text) => string): string {
  const runs: { aside: boolean; text: string }[] = [];
  for (const part of text) {
    const aside = part.kind === "aside";
    const last = runs.at(-1);
    if (last && last.aside === aside) last.text += written([part]);
    else runs.push({ aside, text: written([part]) });
  }
  if (runs.length === 0) return '""';
  return runs.map((run) => (run.aside ? `aside(${typstText(run.text)})` : typstText(run.text))).join(" + ");
}

function shortened(title: string): string {
  if (title.length <= RUNNING) return title;
  return `${title.slice(0, RUNNING).replace(/\s+\S*$/, "")}…`;
}
