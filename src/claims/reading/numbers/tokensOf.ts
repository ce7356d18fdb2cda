/** A word, a number or a sign of a sentence. */
export interface Token {
  kind: "word" | "number" | "sign";
  text: string; // "126,000"; as written
  /** Lower case, with plain apostrophes and hyphens: what rules compare. */
  low: string;
  from: number; // in UTF-16 units of the sentence
  to: number;
  /** Whether white space stands before it. */
  gap: boolean;
}

// The groups of a number may stand apart by hard spaces; their count is bounded, so that a long row of numbers is not tried again from each.
const PART = /(\s+)|(\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,4}(?!\d)|\d+(?:[.,'’]\d+)*)|(\p{L}[\p{L}\p{M}]*)|./gsu;

const PLAIN: Readonly<Record<string, string>> = { "’": "'", "‘": "'", "‐": "-", "‑": "-", "‒": "–", "−": "-" };

/**
 * The words, numbers and signs of a sentence, in order. An apostrophe is a sign of its own, and so are the dots of "U.S."; "126k" is a number and a word
 * without a gap.
 */
export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  let gap = true;
  for (const match of sentence.matchAll(PART)) {
    const [text, space, number, word] = match;
    if (space !== undefined) {
      gap = true;
      continue;
    }
    const kind = number !== undefined ? "number" : word !== undefined ? "word" : "sign";
    const low = kind === "word" ? text.toLowerCase() : (PLAIN[text] ?? text);
    tokens.push({ kind, text, low, from: match.index, to: match.index + text.length, gap });
    gap = false;
  }
  return tokens;
}
