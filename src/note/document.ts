import type { Day } from "../market/index.ts";
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
  data: { columns: readonly string[]; rows: readonly { day: Day; cells: readonly string[] }[] };
}

export type Block = { kind: "paragraph"; text: Text } | { kind: "list"; items: readonly Text[] } | Table | Figure;

/** A part of a note under its own heading. */
export interface Section {
  id: string;
  title: string;
  blocks: readonly Block[];
}

/** A note before it is rendered: the same for Markdown, HTML and the terminal. */
export interface Note {
  title: Text;
  standfirst: Text;
  box: readonly { term: string; text: Text }[];
  sections: readonly Section[];
}
