/** Hits by which a lift beyond the market is drawn towards one, so that three hits where a tenth was promised do not lead the list. */
const PRIOR_HITS = 8;

/** Hits over those promised, drawn towards one. */
export function shrunkLift(hits: number, expected: number): number {
  return (hits + PRIOR_HITS) / (expected + PRIOR_HITS);
}
