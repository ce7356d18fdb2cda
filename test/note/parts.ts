import type { Measure } from "../../src/market/index.ts";
import type { Block, Note, Part, Section } from "../../src/note/index.ts";
import { plain } from "../../src/note/index.ts";

const KINDS = new Set(["words", "number", "day", "name", "aside", "quote", "graded"]);

/** Every part of every text in a note, or in anything that holds texts. */
export function partsOf(value: unknown): Part[] {
  if (value === null || typeof value !== "object" || value instanceof Map) return [];
  if ("kind" in value && KINDS.has(String(value.kind))) return [value as Part];
  return Object.values(value).flatMap(partsOf);
}

/** The numbers among them. */
export function numbersOf(value: unknown): Extract<Part, { kind: "number" }>[] {
  return partsOf(value).filter((part) => part.kind === "number");
}

/** Every measure that a record holds, whichever way it is nested. */
export function measuresOf(value: unknown, found = new Set<Measure>()): Set<Measure> {
  if (value === null || typeof value !== "object") return found;
  if ("method" in value && "value" in value) found.add(value as Measure);
  for (const member of Object.values(value)) measuresOf(member, found);
  return found;
}

/** Sections as a page of their own. */
export function pageOf(sections: readonly Section[]): Note {
  return { kind: "note", group: "Test", asOf: "2025-12-11", title: [], standfirst: [], keyLines: [], box: [], sections };
}

/** What is read of a section's paragraphs and lists, a line each. */
export function proseOf({ sections }: Pick<Note, "sections">, id?: string): string {
  const lines = (block: Block) => (block.kind === "paragraph" ? [plain(block.text)] : block.kind === "list" ? block.items.map((item) => plain(item)) : []);
  return sections
    .filter((section) => id === undefined || section.id === id)
    .flatMap(({ blocks }) => blocks.flatMap(lines))
    .join("\n");
}

/** What a reader of an SVG reads: its texts, in order. */
export function readIn(svg: string): string {
  return svg
    .replaceAll(/<style[\s\S]*?<\/style>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}
