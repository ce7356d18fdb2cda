import { popcount, setBits, wordsOf } from "./bits.ts";
import type { Breadth } from "./breadth.ts";
import type { Circle } from "./kernelRows.ts";

/**
 * The sessions of a universe sorted into strata by breadth: by what share of the others is marked, neither first nor second of a pair among them.
 */
export interface Strata {
  /** The stratum of each session where none, one or both of a pair are among the marked; NONE where there are fewer than three others. */
  of: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** Bits of the sessions that have others. */
  told: Uint32Array;
  /** Bits of the sessions that lie in another stratum where one or both of a pair are marked: in a large universe there are few. */
  moved: Uint32Array;
  /** For each session and stratum how many sessions before lie in it, where none of a pair is marked: one more row than sessions. */
  before: Int32Array;
}

/** The stratum of a session that says nothing. */
export const NONE = 255;

// Finer towards the top: highs come on broad days, and there a tenth of all sessions still holds all from a fifth of the markets to nearly every one.
const EDGES = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975];

/** How many strata there are. */
export const STRATA = EDGES.length + 1;

const LEAST_OTHERS = 3;

/** The strata of a universe: their edges are quantiles of the share that is marked, over the sessions that have others. */
export function strataOf({ listed, marked }: Pick<Breadth, "listed" | "marked">): Strata {
  const sessions = listed.length;
  const shares = Float64Array.from(listed, (count, t) => (count - 2 < LEAST_OTHERS ? Number.NaN : marked[t]! / count));
  const sorted = shares.filter((share) => !Number.isNaN(share)).sort();
  const edges = EDGES.map((edge) => sorted[Math.floor(edge * sorted.length)] ?? Number.NaN);
  const of = ([0, 1, 2] as const).map((own) =>
    Uint8Array.from(listed, (count, t) => {
      if (count - 2 < LEAST_OTHERS) return NONE;
      const share = (marked[t]! - own) / (count - 2);
      return edges.reduce((stratum, edge) => stratum + (share >= edge ? 1 : 0), 0);
    }),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  const told = bitsOf(sessions, (t) => of[0][t] !== NONE);
  const moved = bitsOf(sessions, (t) => of[1][t] !== of[0][t] || of[2][t] !== of[0][t]);
  const before = new Int32Array((sessions + 1) * STRATA);
  for (let t = 0; t < sessions; t++) {
    before.copyWithin((t + 1) * STRATA, t * STRATA, (t + 1) * STRATA);
    const stratum = of[0][t]!;
    if (stratum !== NONE) before[(t + 1) * STRATA + stratum]!++;
  }
  return { of, told, moved, before };
}

function bitsOf(sessions: number, holds: (t: number) => boolean): Uint32Array {
  const bits = new Uint32Array(wordsOf(sessions));
  for (let t = 0; t < sessions; t++) if (holds(t)) bits[t >>> 5]! |= 1 << (t & 31);
  return bits;
}

/** How many sessions of a circle lie in each stratum, where none of a pair is marked. */
export function sessionsIn({ before }: Strata, { from, to }: Circle): Int32Array {
  return Int32Array.from({ length: STRATA }, (_, stratum) => before[to * STRATA + stratum]! - before[from * STRATA + stratum]!);
}

/** How many set bits of a row lie in each stratum, as if none of a pair were marked. Sessions are counted from the axis' start. */
export function bitsIn({ of: [none] }: Strata, bits: Uint32Array, row: number, { from, to }: Circle): Int32Array {
  const counts = new Int32Array(STRATA);
  for (const session of setBits(bits, row, from, to)) {
    const stratum = none[from + session]!;
    if (stratum !== NONE) counts[stratum]!++;
  }
  return counts;
}

/** The first of a pair on the span that they have in common. */
export interface FirstOnCircle {
  market: number;
  circle: Circle;
  at: readonly number[]; // its events, counted from the circle's start
  inStrata: Int32Array; // how many of them lie in each stratum, as `bitsIn` counts
}

/** Hits on the sessions that have others, and how many their breadth promises. */
export interface MarketHits {
  hits: number;
  expected: number; // NaN where too few sessions have others
}

/**
 * How many hits a pair would have if, given how broad a session is, first and second had nothing to do with each other: over the strata the events of the first in
 * each times the share of its sessions on which the second is marked. The second's marks are those of its own span, as breadth counts them.
 *
 * @param inStrata how many marks of the second lie in each stratum, as `bitsIn` counts
 */
export function marketHitsOf(
  strata: Strata,
  { marks }: Breadth,
  { events: every, words }: { events: Uint32Array; words: number },
  least: number,
): (first: FirstOnCircle, second: number, inStrata: Int32Array) => MarketHits {
  const { of, moved } = strata;
  return (first, second, inStrata) => {
    const { market, circle } = first;
    const sessions = sessionsIn(strata, circle);
    if (sessions.reduce((sum, count) => sum + count, 0) < least) return { hits: 0, expected: Number.NaN };
    const marked = inStrata.slice();
    const events = first.inStrata.slice();
    let hits = 0;
    for (let word = circle.from >>> 5; word <= (circle.to - 1) >>> 5; word++) {
      const inside = within(word, circle);
      const [own, a, b] = [every[market * words + word]! & inside, marks[market * words + word]! & inside, marks[second * words + word]! & inside];
      if ((own & b) !== 0) hits += popcount(own & b & strata.told[word]!);
      // Own marks are no breadth: the session moves to the stratum of the others alone.
      for (let rest = (a | b) & moved[word]!; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        const t = 32 * word + 31 - Math.clz32(bit);
        const whole = of[0][t]!;
        const alone = of[(a & b & bit) === 0 ? 1 : 2][t]!;
        for (const [counts, has] of [
          [sessions, bit],
          [marked, b & bit],
          [events, own & bit],
        ] as const) {
          if (has === 0) continue;
          counts[whole]!--;
          counts[alone]!++;
        }
      }
    }
    return { hits, expected: promised(events, marked, sessions) };
  };
}

/** The sessions of a word that lie within a circle, as bits. */
function within(word: number, { from, to }: Circle): number {
  const start = 32 * word;
  return (start < from ? -1 << (from - start) : -1) & (start + 32 > to ? (1 << (to - start)) - 1 : -1);
}

/** Over the strata the events in each times the share of its sessions that is marked. */
export function promised(events: Int32Array, marked: Int32Array, sessions: Int32Array): number {
  let sum = 0;
  for (let stratum = 0; stratum < STRATA; stratum++) {
    if (sessions[stratum]! > 0) sum += (events[stratum]! * marked[stratum]!) / sessions[stratum]!;
  }
  return sum;
}
