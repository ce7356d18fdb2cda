import type { Span } from "../article.ts";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

// After these a full stop ends no sentence.
const ABBREVIATED =
  /(?:^|[\s("'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]?|U\.S|Inc|Corp|Co|Ltd|vs|approx|est|avg|no|Nos?|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|etc|pct|bn|mn|cf)\.\s*$/;
const STARTS_LOWER = /^[\s"'(]*[a-z,;)%]/;
const AFTER_PICTURE = /\p{Extended_Pictographic}\uFE0F?\s+(?=[\p{Lu}\p{Ll}\d$#])/gu;
const SHORT = 60; // characters of a line that is not broken for want of room
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
    for (const { from: begin, to: end } of segmentsIn(text, { from, to })) {
      const before = open && text.slice(open.from, open.to);
      if (open && before !== undefined && goesOn(before, text.slice(begin, end))) open.to = end;
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

/** The sentences of a block as Unicode has them, cut again behind a picture and behind a short line: posts end their sentences so. */
function segmentsIn(text: string, { from, to }: Span): Span[] {
  return [...SEGMENTER.segment(text.slice(from, to))].flatMap(({ segment, index }) => {
    const cuts = [
      ...segment.matchAll(AFTER_PICTURE),
      ...[...segment.matchAll(/\n(?=\s*[\p{Lu}\d$#@\u2022*-])/gu)].filter((cut) => cut.index - segment.lastIndexOf("\n", cut.index - 1) < SHORT),
    ];
    const edges = [0, ...cuts.map((cut) => cut.index + cut[0].length).sort((a, b) => a - b), segment.length];
    return edges.slice(1).map((end, k) => ({ from: from + index + edges[k]!, to: from + index + end }));
  });
}

function goesOn(before: string, next: string): boolean {
  if (/(?:\p{Extended_Pictographic}\uFE0F?|\n)\s*$/u.test(before)) return false;
  return ABBREVIATED.test(before.slice(-24)) || (STARTS_LOWER.test(next) && !/[!?]\s*$/.test(before)) || ENDS_OPEN.test(before);
}

function trimmed(text: string, { from, to }: Span): Span {
  let [begin, end] = [from, to];
  while (begin < end && /\s/.test(text[begin]!)) begin++;
  while (end > begin && /\s/.test(text[end - 1]!)) end--;
  return { from: begin, to: end };
}
