import type { Span } from "../../claims/article.ts";

/** A stretch of text that lies in the same marks from end to end. */
export interface Segment extends Span {
  marks: readonly number[]; // positions in the list of marks, the shortest first
}

/** A stretch of text cut where a mark begins or ends: marks that overlap or hold one another become neighbours. */
export function segmentsOf({ from, to }: Span, marks: readonly Span[]): Segment[] {
  const within = marks
    .map((mark, k) => ({ k, from: Math.max(mark.from, from), to: Math.min(mark.to, to), length: mark.to - mark.from }))
    .filter((mark) => mark.from < mark.to)
    .sort((a, b) => a.length - b.length || a.k - b.k);
  const cuts = [...new Set([from, to, ...within.flatMap((mark) => [mark.from, mark.to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    return { from: start, to: end, marks: within.filter((mark) => mark.from <= start && mark.to >= end).map(({ k }) => k) };
  });
}
