/** Markets sorted into classes of the same span, so that pairs of two classes share one common span. */
export interface SpanClasses {
  /** What each market's span is taken for: its own, or shortened inward to whole steps. */
  from: Int32Array;
  to: Int32Array;
  /** The class of each market, numbered by span. */
  of: Int32Array;
  /** The markets of each class, ascending. */
  members: readonly Int32Array[];
  step: number; // sessions; 1 = no span is shortened
}

/** Classes up to which every market keeps its own span. */
const MOST = 64;
const QUARTER = 63; // sessions

/**
 * Sorts markets into classes of one span. Where there are more than 64 spans they are shortened inward to whole quarters (63 sessions): that is good enough
 * for the screen, and what it lets through is counted on the common span itself.
 *
 * @param spans two for each market: from, and before
 */
export function spanClasses(spans: Int32Array): SpanClasses {
  const count = spans.length / 2;
  const own = classesOf(spans, 1);
  return own.members.length <= Math.min(MOST, Math.max(1, count)) ? own : classesOf(spans, QUARTER);
}

function classesOf(spans: Int32Array, step: number): SpanClasses {
  const count = spans.length / 2;
  const from = Int32Array.from({ length: count }, (_, k) => step * Math.ceil(spans[2 * k]! / step));
  // The end of the axis is where most histories end, and no quarter need end there.
  const end = spans.reduce((most, value) => Math.max(most, value), 0);
  const to = Int32Array.from({ length: count }, (_, k) => (spans[2 * k + 1] === end ? end : step * Math.floor(spans[2 * k + 1]! / step)));
  const order = Array.from({ length: count }, (_, k) => k).sort((a, b) => from[a]! - from[b]! || to[b]! - to[a]! || a - b);
  const of = new Int32Array(count);
  const members: number[][] = [];
  for (const [k, market] of order.entries()) {
    const before = order[k - 1];
    if (before === undefined || from[before] !== from[market] || to[before] !== to[market]) members.push([]);
    members.at(-1)!.push(market);
    of[market] = members.length - 1;
  }
  return { from, to, of, members: members.map((one) => Int32Array.from(one)), step };
}
