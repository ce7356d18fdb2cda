import type { Block, Note } from "./document.ts";
import type { Locale } from "./locale.ts";
import { localSvg } from "./localSvg.ts";
import type { Part, Text } from "./prose.ts";

/**
 * A note with its numbers and days in the manner of a locale: in sentences, tables, charts and what stands behind them. Its words stay as they are,
 * and so do the measures that its numbers are bound to.
 *
 * @example
 * import { study } from "lockstep";
 * import { inLocale, localeOf, noteOf, toMarkdown } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * const note = noteOf(study({ ...openCase(), asOf: "2025-12-11" }));
 * toMarkdown(inLocale(note, localeOf("de-DE"))).split("\n")[0]; // => "# IWM is at its record; BTC stands 25,8\u00a0% below its own"
 */
export function inLocale(note: Note, locale: Locale): Note {
  const text = (one: Text): Text => one.map((part) => partIn(part, locale));
  const line = (one: Note["box"][number]) => ({ ...one, text: text(one.text) });
  return {
    ...note,
    asOfText: locale.day(note.asOf),
    title: text(note.title),
    standfirst: text(note.standfirst),
    keyLines: note.keyLines.map(line),
    box: note.box.map(line),
    sections: note.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => blockIn(block, text, locale)) })),
  };
}

function partIn(part: Part, locale: Locale): Part {
  if (part.kind === "number") return { ...part, text: locale.number(part.text) };
  return part.kind === "day" ? { ...part, text: locale.day(part.day) } : part;
}

function blockIn(block: Block, text: (one: Text) => Text, locale: Locale): Block {
  switch (block.kind) {
    case "paragraph":
      return { ...block, text: text(block.text) };
    case "list":
      return { ...block, items: block.items.map(text) };
    case "table":
      return { ...block, caption: text(block.caption), rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(text) })) };
    case "figure": {
      const { svg, alt, data, plot } = block;
      const rows = data.rows.map(({ head, cells }) => ({ head: locale.number(head), cells: cells.map(locale.number) }));
      return {
        ...block,
        svg: { wide: localSvg(svg.wide, locale), narrow: localSvg(svg.narrow, locale) },
        alt: locale.words(alt),
        data: { ...data, rows },
        ...(plot ? { plot: { ...plot, caption: text(plot.caption) } } : {}),
      };
    }
    default:
      throw new Error(`unknown block: ${String(block satisfies never)}`);
  }
}
