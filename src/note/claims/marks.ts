import type { Span } from "../../claims/article.ts";
import type { Check } from "../../claims/schema.ts";
import type { ClaimVerdict } from "../../claims/verdict.ts";
import { VERDICT_WORDS } from "./verdictWords.ts";

/** A marked part of the text, and what it leads to. */
export interface Mark extends Span {
  id: string; // "m1"; of its place in the text
  leadsTo: string; // "f1"; of its finding
  label: string; // "1"; "a" for what was not understood
  look: ClaimVerdict | "unread";
  says: string; // "supported, finding"
}

/** Every mark of an article: its claims by number, then what was not understood by letter. */
export function marksOf({ claims, notUnderstood }: Pick<Check, "claims" | "notUnderstood">): Mark[] {
  return [
    ...claims.map(({ span, verdict }, k): Mark => {
      const label = String(k + 1);
      return { ...span, id: `m${label}`, leadsTo: `f${label}`, label, look: verdict, says: `${VERDICT_WORDS[verdict].word}, finding` };
    }),
    ...notUnderstood.map(({ span }, k): Mark => {
      const label = letters(k);
      return { ...span, id: `m-${label}`, leadsTo: `u-${label}`, label, look: "unread", says: "not understood, note" };
    }),
  ];
}

/** "a" to "z", "aa", "ab". */
function letters(k: number): string {
  return (k >= 26 ? letters(Math.floor(k / 26) - 1) : "") + String.fromCharCode(97 + (k % 26));
}
