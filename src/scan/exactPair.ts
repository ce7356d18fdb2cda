import { anyBit, bitAt, setBits, wordAt, wordsOf } from "./bits.ts";
import type { Breadth } from "./breadth.ts";
import { type Circle, lagsOf, overlap, type RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { singleLags, sumOfSquares } from "./moments.ts";
import type { PairRow } from "./pairColumns.ts";
import type { ScanEvents } from "./scanEvents.ts";
import { shrunkLift } from "./score.ts";
import { bitsIn, type FirstOnCircle, marketHitsOf, type Strata } from "./strata.ts";
import type { Second } from "./strongest.ts";

/** All numbers of a pair, over all shifts of its common span; what the screen knows of it already is not counted again. */
export type ExactPair = (first: number, second: number, known?: Pick<Second, "squares" | "inStrata">) => PairRow;

/**
 * What tells all numbers of one pair after the other. Room in the kernels' memory is reserved once; what is of the first alone is kept as long as
 * pairs of the same first follow each other on the same span.
 */
export function exactPairs(events: ScanEvents, breadth: Breadth, strata: Strata, kernels: Kernels, cutter: RowCutter): ExactPair {
  const { definition, spans, words } = events;
  const eventsAt = kernels.reserve(4 * words);
  const marksAt = kernels.reserve(4 * words);
  const seconds = kernels.reserve(4 * words);
  const squaresOf = squaresOfPair(kernels, events.days.length);
  const marketHits = marketHitsOf(strata, breadth, events, definition.minSessions);
  let own: FirstOnCircle | undefined;
  return (first, second, known) => {
    const circle = commonSpan(spans, first, second);
    const sessions = circle.to - circle.from;
    if (own?.market !== first || own.circle.from !== circle.from || own.circle.to !== circle.to) {
      cutter.events(first, circle, eventsAt);
      const at = setBits(events.events, first * words, circle.from, circle.to);
      own = { market: first, circle, at, inStrata: bitsIn(strata, events.events, first * words, circle) };
    }
    const { at } = own;
    const { marked } = cutter.marks(second, circle, marksAt);
    cutter.events(second, circle, seconds);
    const squares = known?.squares ?? squaresOf(eventsAt, marksAt, sessions);
    const reached = kernels.reached(eventsAt, marksAt, sessions);
    const rowWords = wordsOf(sessions);
    const marks = new Uint32Array(kernels.buffer, marksAt, rowWords);
    const near = nearOf(events, own, second, { marks, events: new Uint32Array(kernels.buffer, seconds, rowWords) });
    const market = marketHits(own, second, known?.inStrata ?? bitsIn(strata, breadth.marks, second * words, circle));
    const expected = (at.length * marked) / sessions;
    const variance = squares / sessions - expected * expected;
    return {
      first,
      second,
      sessions,
      events: at.length,
      marked,
      hits: near.hits,
      expected,
      variance,
      lift: near.hits / expected,
      z: (near.hits - expected) / Math.sqrt(variance),
      reached,
      pValue: reached / sessions,
      marketHits: market.hits,
      marketExpected: market.expected,
      beyond: shrunkLift(market.hits, market.expected),
      before: near.before,
      same: near.same,
      after: near.after,
      apart: near.apart,
    };
  };
}

/** The span that two markets have in common; empty where they have none. */
export function commonSpan(spans: Int32Array, a: number, b: number): Circle {
  const own = (market: number): Circle => ({ from: spans[2 * market]!, to: spans[2 * market + 1]! });
  return overlap(own(a), own(b));
}

/** Where the second stands at the events of the first: hits, whether its events lie shortly before, on the session, and shortly after, around the circle, and whether it is far below. */
function nearOf(
  { under, words, definition: { window } }: ScanEvents,
  { circle, at }: FirstOnCircle,
  second: number,
  rows: { marks: Uint32Array; events: Uint32Array },
) {
  const sessions = circle.to - circle.from;
  const reach = Math.min(window, sessions - 1);
  const side = (1 << reach) - 1;
  const counted = { hits: 0, before: 0, same: 0, after: 0, apart: 0 };
  for (const event of at) {
    if (bitAt(rows.marks, 0, event)) counted.hits++;
    if (event >= reach && event + reach < sessions && reach < 16) {
      // All that lies near in one word: most events are far from both ends.
      const near = wordAt(rows.events, event - reach);
      if ((near & side) !== 0) counted.before++;
      if (((near >>> reach) & 1) === 1) counted.same++;
      if (((near >>> (reach + 1)) & side) !== 0) counted.after++;
    } else {
      if (anyBit(rows.events, sessions, event - reach, reach)) counted.before++;
      if (bitAt(rows.events, 0, event)) counted.same++;
      if (anyBit(rows.events, sessions, event + 1, reach)) counted.after++;
    }
    if (bitAt(under, second * words, circle.from + event)) counted.apart++;
  }
  return counted;
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
