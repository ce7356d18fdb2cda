import { appendixOf, earlierNote, type Note, noteOf } from "../../src/note/index.ts";
import { ARTICLE_DAY, foundingStudy } from "../case.ts";

const notes = new Map<string, Note>();
const appendices = new Map<string, Note>();

/** A hash over inputs as a note is given one. */
export const INPUTS_HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/** The note on the founding case as of a day, the article's note beside a later one; written once. */
export function foundingNote(asOf: string): Note {
  const earlier = asOf > ARTICLE_DAY ? [earlierNote(foundingStudy(ARTICLE_DAY))] : [];
  const known = notes.get(asOf) ?? noteOf(foundingStudy(asOf), { earlier, inputsHash: INPUTS_HASH });
  notes.set(asOf, known);
  return known;
}

/** Its appendix. */
export function foundingAppendix(asOf: string): Note {
  const known = appendices.get(asOf) ?? appendixOf(foundingStudy(asOf));
  appendices.set(asOf, known);
  return known;
}
