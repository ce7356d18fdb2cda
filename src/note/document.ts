import type { Day, Measure } from "../market/index.ts";
import type { Text } from "./prose.ts";

/** A table of texts; a numeric column is set flush right, a secondary one left out first where there is no room, an essential one last. */
export interface Table {
  kind: "table";
  caption: Text;
  columns: readonly { title: string; numeric?: boolean; secondary?: boolean; essential?: boolean }[];
  rows: readonly { cells: readonly Text[]; mark?: "leader" | "laggard" | "open" }[];
}

/** A picture with its alternative text and the table of what it shows. */
export interface Figure {
  kind: "figure";
  id: string;
  svg: { wide: string; narrow: string };
  alt: string;
  figures: string; // "macro.path"; where its figures stand in the study
  data: {
    head: string; // "Session"; what stands at the head of each row
    noun: string; // "sessions"; what the rows are
    columns: readonly string[];
    rows: readonly { head: string; cells: readonly string[] }[];
  };
  /** How it is drawn with characters; without it the alternative text is said. */
  plot?: Plot;
}

/** A picture in characters, for a terminal. */
export type Plot = { caption: Text } & (
  | { kind: "bars"; rows: readonly { label: string; value: number | null; text: string }[] }
  | { kind: "sparks"; rows: readonly { label: string; values: readonly (number | null)[]; text: string }[] }
  | { kind: "grid"; columns: readonly string[]; rows: readonly { label: string; shares: readonly number[]; mark: string }[] }
);

export type Block = { kind: "paragraph"; text: Text } | { kind: "list"; items: readonly Text[] } | Table | Figure;

/** A part of a note under its own heading. */
export interface Section {
  id: string;
  title: string;
  blocks: readonly Block[];
}

/** A note before it is rendered: the same for Markdown, HTML and the terminal. */
export interface Note {
  kind: "note" | "appendix";
  group: string; // "Small caps and bitcoin"
  asOf: Day;
  asOfText?: string; // "11. Dezember 2025"; in the manner of a locale
  title: Text;
  standfirst: Text;
  keyLines: readonly { term: string; text: Text }[]; // state; base rate; what would change it
  box: readonly { term: string; text: Text }[];
  sections: readonly Section[];
  /** Where the measure behind each number stands in the study. */
  paths?: ReadonlyMap<Measure, string>;
}
