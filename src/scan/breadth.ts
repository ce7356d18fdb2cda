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

/**
 * What the others promise: on each session the share of the markets, neither first nor second of a pair among them, that is marked. Sessions with fewer
 * than three others say nothing, and weigh nothing.
 */
export interface Others {
  weights: Float64Array; // one over the number of others; 0 where they are too few
  /** Sessions of a circle that have others. */
  sessions(circle: Circle): number;
  /** The sum over a circle of the shares that are marked, all markets among the others still. */
  shares(circle: Circle): number;
  /** What a market adds to that sum. */
  of(market: number, circle: Circle): number;
}

/** The others of a universe, for any pair. */
export function othersOf({ listed, marked, marks }: Breadth, words: number): Others {
  const weights = Float64Array.from(listed, (count) => (count - 2 < LEAST_OTHERS ? 0 : 1 / (count - 2)));
  const told = sumsOf(weights.map((weight) => (weight > 0 ? 1 : 0)));
  const shares = sumsOf(weights.map((weight, t) => weight * marked[t]!));
  const own = weightOfRow(marks, words, weights);
  return {
    weights,
    sessions: ({ from, to }) => told[to]! - told[from]!,
    shares: ({ from, to }) => shares[to]! - shares[from]!,
    of: (market, { from, to }) => own(market, from, to),
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
