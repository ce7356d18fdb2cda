import type { ClaimVerdict } from "../../claims/verdict.ts";

/** How a verdict is said and shown: a word, a sign and a shape first, so that colour only says it again. */
export interface VerdictWords {
  word: string; // "depends on definition"
  mark: string; // one character, for a terminal
  meaning: string;
}

/** The verdicts in the order in which they are explained. */
export const VERDICT_WORDS: Readonly<Record<ClaimVerdict, VerdictWords>> = {
  supported: { word: "supported", mark: "\u2713", meaning: "By the field’s usual definition the figures bear it; where there is none, by every definition." },
  "depends-on-definition": { word: "depends on definition", mark: "\u25d0", meaning: "Some definitions support it, others do not." },
  imprecise: {
    word: "imprecise",
    mark: "\u2248",
    meaning: "No definition supports it, but one comes close: a neighbouring number, a day just outside the period.",
  },
  contradicted: { word: "contradicted", mark: "\u2717", meaning: "No definition comes close." },
  "not-checkable": { word: "not checkable", mark: "?", meaning: "The figures it needs are not held, or nobody can hold them. Missing is not wrong." },
  opinion: { word: "opinion", mark: "\u25cb", meaning: "A forecast or a judgement: shown with its base rate and what came." },
};
