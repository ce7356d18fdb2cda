import type { Span } from "../article.ts";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

// After these a full stop ends no sentence.
const ABBREVIATED =
  /(?:^|[\s("'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]?|U\.S|Inc|Corp|Co|Ltd|vs|approx|est|avg|no|Nos?|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|etc|pct|bn|mn|cf)\.\s*$/;
const STARTS_LOWER = /^[\s"'(]*[a-z\d,;)%-]/;
const ENDS_OPEN = /[^.!?…"'\u201d\u2019)\]\s]\s*$/;

/**
 * The sentences of a text, in order: blocks stand apart by an empty line, and each holds at least one. White space around a sentence is not part of it.
 *
 * @example
 * import { sentencesIn } from "lockstep/claims";
 * sentencesIn("Gold rose 2 %. U.S. stocks fell.").map(({ from, to }) => [from, to]); // => [[0, 14], [15, 32]]
 */
export function sentencesIn(text: string): Span[] {
  const sentences: Span[] = [];
  for (const { from, to } of blocksIn(text)) {
    let open: Span | undefined;
    for (const { segment, index } of SEGMENTER.segment(text.slice(from, to))) {
      const begin = from + index;
      const end = begin + segment.length;
      const before = open && text.slice(open.from, open.to);
      if (open && before !== undefined && goesOn(before, segment)) open.to = end;
      else {
        if (open) sentences.push(open);
        open = { from: begin, to: end };
      }
    }
    if (open) sentences.push(open);
  }
  return sentences.map((one) => trimmed(text, one)).filter(({ from, to }) => to > from);
}

function blocksIn(text: string): Span[] {
  const blocks: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    blocks.push({ from, to: gap.index });
    from = gap.index + gap[0].length;
  }
  return [...blocks, { from, to: text.length }];
}

function goesOn(before: string, next: string): boolean {
  return ABBREVIATED.test(before.slice(-24)) || (STARTS_LOWER.test(next) && !/[!?]\s*$/.test(before)) || ENDS_OPEN.test(before);
}

function trimmed(text: string, { from, to }: Span): Span {
  let [begin, end] = [from, to];
  while (begin < end && /\s/.test(text[begin]!)) begin++;
  while (end > begin && /\s/.test(text[end - 1]!)) end--;
  return { from: begin, to: end };
}
