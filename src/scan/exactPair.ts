import { anyBit, bitAt, setBits, wordsOf } from "./bits.ts";
import { type Breadth, type Others, othersOf } from "./breadth.ts";
import { type Circle, lagsOf, type RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { singleLags, sumOfSquares } from "./moments.ts";
import type { PairRow } from "./pairColumns.ts";
import type { ScanEvents } from "./scanEvents.ts";
import { shrunkLift } from "./score.ts";

/** All numbers of a pair, over all shifts of its common span; the sum of K(s) squared may be known already. */
export type ExactPair = (first: number, second: number, squares?: number) => PairRow;

/**
 * What tells all numbers of one pair after the other. Room in the kernels' memory is reserved once; what is of the first alone is kept as long as
 * pairs of the same first follow each other on the same span.
 */
export function exactPairs(events: ScanEvents, breadth: Breadth, kernels: Kernels, cutter: RowCutter): ExactPair {
  const { definition, spans, words } = events;
  const eventsAt = kernels.reserve(4 * words);
  const marksAt = kernels.reserve(4 * words);
  const seconds = kernels.reserve(4 * words);
  const squaresOf = squaresOfPair(kernels, events.days.length);
  const others = othersOf(breadth, words);
  const hitsOf = hitsOfPair(events, breadth, others);
  let own: First | undefined;
  return (first, second, known) => {
    const circle = commonSpan(spans, first, second);
    const sessions = circle.to - circle.from;
    if (own?.market !== first || own.circle.from !== circle.from || own.circle.to !== circle.to) {
      cutter.events(first, circle, eventsAt);
      own = { market: first, circle, at: setBits(events.events, first * words, circle.from, circle.to), shares: others.of(first, circle) };
    }
    const { at } = own;
    const { marked } = cutter.marks(second, circle, marksAt);
    cutter.events(second, circle, seconds);
    const squares = known ?? squaresOf(eventsAt, marksAt, sessions);
    const reached = kernels.reached(eventsAt, marksAt, sessions);
    const rowWords = wordsOf(sessions);
    const { hits, ...counted } = hitsOf(own, second, {
      marks: new Uint32Array(kernels.buffer, marksAt, rowWords),
      marked,
      events: new Uint32Array(kernels.buffer, seconds, rowWords),
    });
    const expected = (at.length * marked) / sessions;
    const variance = squares / sessions - expected * expected;
    const marketExpected = others.sessions(circle) < definition.minSessions ? Number.NaN : counted.marketExpected;
    const marketHits = Number.isNaN(marketExpected) ? 0 : counted.marketHits;
    return {
      first,
      second,
      sessions,
      events: at.length,
      marked,
      hits,
      expected,
      variance,
      lift: hits / expected,
      z: (hits - expected) / Math.sqrt(variance),
      reached,
      pValue: reached / sessions,
      marketHits,
      marketExpected,
      beyond: shrunkLift(marketHits, marketExpected),
      before: counted.before,
      same: counted.same,
      after: counted.after,
      apart: counted.apart,
    };
  };
}

/** The span that two markets have in common; empty where they have none. */
export function commonSpan(spans: Int32Array, a: number, b: number): Circle {
  const from = Math.max(spans[2 * a]!, spans[2 * b]!);
  return { from, to: Math.max(from, Math.min(spans[2 * a + 1]!, spans[2 * b + 1]!)) };
}

/** What is of the first of a pair alone, on a circle. */
interface First {
  market: number;
  circle: Circle;
  at: readonly number[]; // its events, counted from the circle's start
  shares: number; // what it adds to the shares of the circle
}

/** Rows of the second of a pair on the circle. */
interface SecondRows {
  marks: Uint32Array;
  marked: number;
  events: Uint32Array;
}

interface Counted {
  hits: number;
  marketHits: number;
  marketExpected: number;
  before: number;
  same: number;
  after: number;
  apart: number;
}

/** What is counted event by event of the first: hits, what the others promise, and where the second's events lie. */
function hitsOfPair({ under, words, definition: { window } }: ScanEvents, { marked: breadth, marks: every }: Breadth, others: Others) {
  const { weights } = others;
  return ({ market, circle, at, shares }: First, second: number, rows: SecondRows): Counted => {
    const sessions = circle.to - circle.from;
    const reach = Math.min(window, sessions - 1);
    const counted: Counted = { hits: 0, marketHits: 0, marketExpected: 0, before: 0, same: 0, after: 0, apart: 0 };
    for (const event of at) {
      const t = circle.from + event;
      const hit = bitAt(rows.marks, 0, event);
      if (hit) counted.hits++;
      if (weights[t]! > 0) {
        if (hit) counted.marketHits++;
        counted.marketExpected += weights[t]! * (breadth[t]! - (bitAt(every, market * words, t) ? 1 : 0) - (bitAt(every, second * words, t) ? 1 : 0));
      }
      if (anyBit(rows.events, sessions, event - reach, reach)) counted.before++;
      if (bitAt(rows.events, 0, event)) counted.same++;
      if (anyBit(rows.events, sessions, event + 1, reach)) counted.after++;
      if (bitAt(under, second * words, t)) counted.apart++;
    }
    const sum = others.shares(circle) - shares - others.of(second, circle);
    // Rounding may leave a hair where nothing is.
    counted.marketExpected = sum > 1e-9 * sessions ? (counted.marketExpected * markedAmong(rows, circle, others)) / sum : Number.NaN;
    return counted;
  };
}

/** The marks of the second on sessions that have others. */
function markedAmong({ marks, marked }: SecondRows, circle: Circle, { weights, sessions }: Others): number {
  if (sessions(circle) === circle.to - circle.from) return marked;
  let among = 0;
  for (const session of setBits(marks, 0, 0, circle.to - circle.from)) if (weights[circle.from + session]! > 0) among++;
  return among;
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
