import { bitAt, setBits, wordsOf } from "./bits.ts";
import { type Breadth, marketHitsOf } from "./breadth.ts";
import { type Circle, lagsOf, type RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { singleLags, sumOfSquares } from "./moments.ts";
import type { PairRow } from "./pairColumns.ts";
import type { ScanEvents } from "./scanEvents.ts";
import { shrunkLift } from "./score.ts";

/** All numbers of a pair, over all shifts of its common span; the sum of K(s) squared may be known already. */
export type ExactPair = (first: number, second: number, squares?: number) => PairRow;

/** What tells all numbers of one pair after the other. Room in the kernels' memory is reserved once. */
export function exactPairs(events: ScanEvents, breadth: Breadth, kernels: Kernels, cutter: RowCutter): ExactPair {
  const { definition, spans, words, under } = events;
  const eventsAt = kernels.reserve(4 * words);
  const marksAt = kernels.reserve(4 * words);
  const squaresOf = squaresOfPair(kernels, events.days.length);
  const orderOf = orderOfPair(kernels, cutter, events);
  const beside = marketHitsOf(breadth, words, definition.minSessions);
  return (first, second, known) => {
    const circle = commonSpan(spans, first, second);
    const sessions = circle.to - circle.from;
    const count = cutter.events(first, circle, eventsAt);
    const { marked } = cutter.marks(second, circle, marksAt);
    const squares = known ?? squaresOf(eventsAt, marksAt, sessions);
    const reached = kernels.reached(eventsAt, marksAt, sessions);
    const at = setBits(events.events, first * words, circle.from, circle.to);
    const marks = new Uint32Array(kernels.buffer, marksAt, wordsOf(sessions));
    const hits = countOf(at, (event) => bitAt(marks, 0, event));
    const expected = (count * marked) / sessions;
    const variance = squares / sessions - expected * expected;
    const market = beside({ first, second, circle, at, marks, marked });
    return {
      first,
      second,
      sessions,
      events: count,
      marked,
      hits,
      expected,
      variance,
      lift: hits / expected,
      z: (hits - expected) / Math.sqrt(variance),
      reached,
      pValue: reached / sessions,
      marketHits: market.hits,
      marketExpected: market.expected,
      beyond: shrunkLift(market.hits, market.expected),
      ...orderOf(eventsAt, second, circle),
      apart: countOf(at, (event) => bitAt(under, second * words, circle.from + event)),
    };
  };
}

/** The span that two markets have in common; empty where they have none. */
export function commonSpan(spans: Int32Array, a: number, b: number): Circle {
  const from = Math.max(spans[2 * a]!, spans[2 * b]!);
  return { from, to: Math.max(from, Math.min(spans[2 * a + 1]!, spans[2 * b + 1]!)) };
}

function countOf(at: readonly number[], holds: (event: number) => boolean): number {
  let count = 0;
  for (const event of at) if (holds(event)) count++;
  return count;
}

function squaresOfPair(kernels: Kernels, longest: number): (eventsAt: number, marksAt: number, sessions: number) => number {
  const [ofEventsAt, ofMarksAt, productAt] = [kernels.reserve(2 * lagsOf(longest)), kernels.reserve(2 * lagsOf(longest)), kernels.reserve(16)] as const;
  return (eventsAt, marksAt, sessions) => {
    const lags = lagsOf(sessions);
    kernels.autocorrelation(eventsAt, sessions, lags, ofEventsAt);
    kernels.autocorrelation(marksAt, sessions, lags, ofMarksAt);
    kernels.products(ofEventsAt, 1, ofMarksAt, 1, lags, productAt);
    const product = new Float64Array(kernels.buffer, productAt, 1)[0]!;
    return sumOfSquares(product, singleLags(kernels, ofEventsAt, sessions), singleLags(kernels, ofMarksAt, sessions));
  };
}

/** How many events of the first have one of the second shortly before, on the same session, and shortly after, around the circle. */
function orderOfPair(kernels: Kernels, cutter: RowCutter, { words, definition: { window } }: ScanEvents) {
  const otherAt = kernels.reserve(4 * words);
  const nearAt = kernels.reserve(4 * words);
  const countAt = kernels.reserve(16);
  return (eventsAt: number, second: number, circle: Circle): { before: number; same: number; after: number } => {
    const sessions = circle.to - circle.from;
    const rowWords = wordsOf(sessions);
    const both = (withAt: number): number => {
      kernels.counts(eventsAt, 1, withAt, 1, rowWords, countAt);
      return new Uint32Array(kernels.buffer, countAt, 1)[0]!;
    };
    const near = (back: number, ahead: number): number => {
      if (window === 0) return 0;
      kernels.dilate(otherAt, sessions, back, ahead, rowWords, nearAt);
      return both(nearAt);
    };
    cutter.events(second, circle, otherAt);
    return { before: near(-1, window), same: both(otherAt), after: near(window, -1) };
  };
}
