import type { Block, Figure, Note, Section } from "../document.ts";
import type { Text } from "../prose.ts";

/** A text of a note, and where it stands. */
export interface Placed {
  place: string; // "records, table"
  text: Text;
}

/** Every text of a note, in order. */
export function textsOf({ title, standfirst, keyLines, box, sections }: Note): Placed[] {
  return [
    { place: "title", text: title },
    { place: "standfirst", text: standfirst },
    ...keyLines.map(({ text }) => ({ place: "key lines", text })),
    ...box.map(({ text }) => ({ place: "data box", text })),
    ...sections.flatMap(sectionTexts),
  ];
}

function sectionTexts({ id, blocks }: Section): Placed[] {
  return blocks.flatMap((block) => blockTexts(block).map((text) => ({ place: `${id}, ${block.kind}`, text })));
}

function blockTexts(block: Block): readonly Text[] {
  switch (block.kind) {
    case "paragraph":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return [block.caption, ...block.rows.flatMap(({ cells }) => cells)];
    case "figure":
      return block.plot ? [block.plot.caption] : [];
    default:
      throw new Error(`unknown block: ${String(block satisfies never)}`);
  }
}

/** Every figure of a note, in order. */
export function figuresOf({ sections }: Pick<Note, "sections">): Figure[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "figure" ? [block] : [])));
}
