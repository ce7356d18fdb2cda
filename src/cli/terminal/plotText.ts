import { type Plot, plain } from "../../note/index.ts";
import { wrapWords } from "../../text/index.ts";
import { type Paint, printable } from "./paint.ts";
import { wrappedLines } from "./wrapped.ts";

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const HEIGHTS = "▁▂▃▄▅▆▇█";
const SHADES = " ░▒▓█";
const GAP = 2;
const LONGEST = 96; // columns; a reader's line
const LEAST = 8; // of what is drawn

/** A picture in characters: its caption, then its rows within the width. */
export function plotText(plot: Plot, { width, paint }: { width: number; paint: Paint }): string {
  const caption = wrappedLines(plain(plot.caption), width, paint, "soft");
  return [...caption, ...linesOf(plot, Math.min(width, LONGEST) - GAP, paint).map((line) => `  ${line}`.trimEnd())].join("\n");
}

function linesOf(plot: Plot, width: number, paint: Paint): string[] {
  switch (plot.kind) {
    case "bars":
      return bars(plot.rows, width);
    case "sparks":
      return sparks(plot.rows, width);
    case "grid":
      return grid(plot, width, paint);
    default:
      throw new Error(`unknown plot: ${(plot satisfies never as { kind: string }).kind}`);
  }
}

type Rows<K extends Plot["kind"]> = Extract<Plot, { kind: K }>["rows"];

/** Bars from a common zero; below it they point left. */
function bars(rows: Rows<"bars">, width: number): string[] {
  const { room, line } = sides(rows, width);
  const values = rows.map(({ value }) => value ?? 0);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  // Of numbers too small for a scale nothing is drawn.
  const wanted = room / (most - least);
  const scale = Number.isFinite(wanted) ? wanted : 0;
  const left = Math.round(-least * scale);
  return rows.flatMap(({ value }, k) => {
    if (value === null) return line(k, "");
    if (value >= 0) return line(k, " ".repeat(left) + bar(Math.min(value * scale, room - left)));
    const length = Math.min(left, Math.round(-value * scale));
    return line(k, " ".repeat(left - length) + "█".repeat(length));
  });
}

function bar(length: number): string {
  const eighths = Math.round(length * 8);
  return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

/** A line of eight heights for each row, on a scale of its own; a value that is missing leaves a gap. */
function sparks(rows: Rows<"sparks">, width: number): string[] {
  const { room, line } = sides(rows, width);
  return rows.flatMap(({ values }, k) => {
    // As many of the values as there is room for, evenly from the last back.
    const step = Math.max(1, Math.ceil(values.length / room));
    const shown = values.filter((_, i) => (values.length - 1 - i) % step === 0);
    const held = shown.filter((value) => value !== null);
    const [least, most] = [Math.min(...held), Math.max(...held)];
    const drawn = shown.map((value) => (value === null ? " " : HEIGHTS[most === least ? 0 : Math.round(((value - least) / (most - least)) * 7)]!));
    return line(k, drawn.join(""));
  });
}

/** Shares by row and column: in percent, with a shade beside it. Columns that find no room are left out from the right. */
function grid({ columns, rows }: Extract<Plot, { kind: "grid" }>, width: number, paint: Paint): string[] {
  const label = Math.max(...rows.map((row) => row.label.length + row.mark.length));
  const cell = Math.max(5, ...columns.map((column) => column.length)) + 1;
  const fit = Math.max(1, Math.min(columns.length, Math.floor((width - label) / cell)));
  const line = (head: string, cells: readonly string[]) => head.padEnd(label) + cells.slice(0, fit).join("");
  const left = columns.length - fit;
  return [
    paint(
      "soft",
      line(
        "",
        columns.map((column) => printable(column).padStart(cell)),
      ),
    ),
    ...rows.map((row) => {
      const text = line(
        printable(row.label + row.mark),
        row.shares.map((share) => shareCell(share).padStart(cell)),
      );
      return row.mark === "" ? text : paint("strong", text);
    }),
    ...(left > 0 ? wrappedLines(`(${left} more to the right: a wider terminal, or --json)`, width, paint, "soft") : []),
  ];
}

function shareCell(share: number): string {
  if (share < 0.01) return "·";
  return `${Math.round(share * 100)}${SHADES[Math.min(4, Math.ceil(share * 5))]!}`;
}

/** How a row is laid out, and the room for what is drawn: between its label and its text, or, where that leaves too little, on a line below the label. */
function sides(rows: readonly { label: string; text: string }[], width: number): { room: number; line: (k: number, drawn: string) => string[] } {
  const labels = rows.map(({ label }) => printable(label));
  const texts = rows.map(({ text }) => printable(text));
  const widest = (all: readonly string[]) => all.reduce((most, text) => Math.max(most, text.length), 0);
  const [left, right] = [widest(labels), widest(texts)];
  const gap = " ".repeat(GAP);
  const beside = width - left - right - 2 * GAP;
  if (beside >= LEAST) return { room: beside, line: (k, drawn) => [labels[k]!.padEnd(left) + gap + drawn.padEnd(beside) + gap + texts[k]!.padStart(right)] };
  const below = Math.max(1, width - right - GAP);
  return { room: below, line: (k, drawn) => [...wrapWords(labels[k]!, width), drawn.padEnd(below) + gap + texts[k]!.padStart(right)] };
}
