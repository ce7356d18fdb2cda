import { bitAt, popcount, setBits, wordsOf } from "./bits.ts";
import { type Circle, RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import type { ScanEvents } from "./scanEvents.ts";

/** How many markets have figures on each session of the axis, and on how many of them an event of another would be a hit. */
export interface Breadth {
  listed: Int32Array;
  marked: Int32Array;
  /** The marks of every market on its own span, as rows of the axis. */
  marks: Uint32Array;
}

/** Others that must have figures on a session for it to say anything of the market. */
const LEAST_OTHERS = 3;

/** The breadth of a universe: each market counts on its own span. */
export function breadthOf(events: ScanEvents, kernels: Kernels): Breadth {
  const { ids, spans, words, days } = events;
  const listed = new Int32Array(days.length);
  const marked = new Int32Array(days.length);
  const marks = new Uint32Array(words * ids.length);
  const start = kernels.reserve(0);
  const cutter = new RowCutter(kernels, events);
  const at = kernels.reserve(4 * words);
  for (let k = 0; k < ids.length; k++) {
    const own = { from: spans[2 * k]!, to: spans[2 * k + 1]! };
    cutter.marks(k, own, at);
    const bits = new Uint32Array(kernels.buffer, at, wordsOf(own.to - own.from));
    for (let t = own.from; t < own.to; t++) listed[t]!++;
    for (const session of setBits(bits, 0, 0, own.to - own.from)) {
      const t = own.from + session;
      marked[t]!++;
      marks[k * words + (t >>> 5)]! |= 1 << (t & 31);
    }
  }
  kernels.release(start);
  return { listed, marked, marks };
}

/**
 * What share of the listed markets is marked, summed up to each session (not included): one more entry than sessions. A session with too few markets
 * for a pair to have others adds nothing.
 */
export function shareSums({ listed, marked }: Breadth): Float64Array {
  const sums = new Float64Array(listed.length + 1);
  for (let t = 0; t < listed.length; t++) sums[t + 1] = sums[t]! + shareAt(listed[t]!, marked[t]!);
  return sums;
}

function shareAt(listed: number, marked: number): number {
  return listed - 2 < LEAST_OTHERS ? 0 : marked / listed;
}

/** Hits on the sessions on which there are others, and how many their breadth promises. */
export interface MarketHits {
  hits: number;
  expected: number; // NaN where these sessions are too few
}

/** One pair on its common span. */
export interface PairOnCircle {
  first: number;
  second: number;
  circle: Circle;
  at: readonly number[]; // the events of the first, counted from the circle's start
  marks: Uint32Array; // of the second, as a row of the circle
  marked: number; // how many they are
}

/**
 * How many hits a pair would have if the second's marks fell where those of the other markets do: on each session in proportion to the share
 * of the others, neither first nor second among them, that is marked, and as many in all as the second has. Sessions with fewer than three others say nothing.
 */
export type MarketHitsOf = (pair: PairOnCircle) => MarketHits;

/** What tells the {@link MarketHits} of one pair after the other; `least` sessions must have others. */
export function marketHitsOf(breadth: Breadth, words: number, least: number): MarketHitsOf {
  const { listed, marked, marks } = breadth;
  const weights = Float64Array.from(listed, (count) => (count - 2 < LEAST_OTHERS ? 0 : 1 / (count - 2)));
  const told = sumsOf(Float64Array.from(weights, (weight) => (weight > 0 ? 1 : 0)));
  const shares = sumsOf(weights.map((weight, t) => weight * marked[t]!));
  const own = weightOfRow(marks, words, weights);
  return ({ first, second, circle: { from, to }, at, marks: ofSecond, marked: all }) => {
    const sessions = told[to]! - told[from]!;
    if (sessions < least) return { hits: 0, expected: Number.NaN };
    const sum = shares[to]! - shares[from]! - own(first, from, to) - own(second, from, to);
    let among = all;
    if (sessions < to - from) {
      among = 0;
      for (const session of setBits(ofSecond, 0, 0, to - from)) if (weights[from + session]! > 0) among++;
    }
    let hits = 0;
    let promised = 0;
    for (const event of at) {
      const t = from + event;
      if (weights[t] === 0) continue;
      promised += weights[t]! * (marked[t]! - (bitAt(marks, first * words, t) ? 1 : 0) - (bitAt(marks, second * words, t) ? 1 : 0));
      if (bitAt(ofSecond, 0, event)) hits++;
    }
    // Rounding may leave a hair where nothing is.
    return sum > 1e-9 * sessions ? { hits, expected: (promised * among) / sum } : { hits: 0, expected: Number.NaN };
  };
}

function sumsOf(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let t = 0; t < values.length; t++) sums[t + 1] = sums[t]! + values[t]!;
  return sums;
}

/** The weights of the set bits of a row between two sessions, summed. A word whose sessions weigh the same is counted, not walked. */
function weightOfRow(marks: Uint32Array, words: number, weights: Float64Array): (row: number, from: number, to: number) => number {
  const even = Float64Array.from({ length: words }, (_, word) => {
    const own = weights.subarray(32 * word, 32 * word + 32);
    return own.length > 0 && own.every((weight) => weight === own[0]) ? own[0]! : Number.NaN;
  });
  return (row, from, to) => {
    let sum = 0;
    for (let word = from >>> 5; word <= (to - 1) >>> 5; word++) {
      const bits = marks[row * words + word]!;
      if (bits === 0) continue;
      const whole = 32 * word >= from && 32 * word + 32 <= to;
      if (whole && !Number.isNaN(even[word])) {
        sum += even[word]! * popcount(bits);
        continue;
      }
      for (let t = Math.max(from, 32 * word); t < Math.min(to, 32 * word + 32); t++) if (((bits >>> (t & 31)) & 1) === 1) sum += weights[t]!;
    }
    return sum;
  };
}
