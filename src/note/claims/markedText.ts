import type { Span } from "../../claims/article.ts";
import { escapeXml } from "../../text/index.ts";
import { inert } from "./inert.ts";
import type { Mark } from "./marks.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** A stretch of the text as markup: every marked part leads to its finding, and one of several claims to each of theirs. */
export function markedText(text: string, block: Span, marks: readonly Mark[]): string {
  return segmentsOf(block, marks)
    .map((segment) => markup(segment, escapeXml(inert(text.slice(segment.from, segment.to))), block, marks))
    .join("");
}

function markup(segment: Segment, words: string, block: Span, all: readonly Mark[]): string {
  const marks = segment.marks.map((k) => all[k]!);
  const [inner, ...outer] = marks;
  if (inner === undefined) return words;
  // The number stands at the end of a claim, and where a link to one of several would hide the others.
  const numbered = (mark: Mark) => outer.length > 0 || Math.min(mark.to, block.to) === segment.to;
  // A place of the text has its name once: where the mark begins.
  const place = (mark: Mark) => (mark.from >= block.from && mark.from === segment.from ? ` id="${mark.id}"` : "");
  const link = `<a class="mark ${inner.look}"${place(inner)} href="#${inner.leadsTo}">${words}${numbered(inner) ? number(inner) : ""}</a>`;
  const shown = outer.reduce((inside, mark) => `<span class="mark outer ${mark.look}"${place(mark)}>${inside}</span>`, link);
  return shown + outer.map((mark) => `<a class="ref ${mark.look}" href="#${mark.leadsTo}">${number(mark)}</a>`).join("");
}

function number({ label, says }: Mark): string {
  return `<sup><span class="hidden"> (${says} </span>${label}<span class="hidden">)</span></sup>`;
}
