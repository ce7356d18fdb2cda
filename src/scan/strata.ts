import { bitAt, setBits } from "./bits.ts";
import type { Breadth } from "./breadth.ts";
import type { Circle } from "./kernelRows.ts";

/**
 * The sessions of a universe sorted into strata by breadth: by what share of the others is marked, neither first nor second of a pair among them.
 */
export interface Strata {
  /** The stratum of each session where none, one or both of a pair are among the marked; NONE where there are fewer than three others. */
  of: readonly [Uint8Array, Uint8Array, Uint8Array];
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
  const before = new Int32Array((sessions + 1) * STRATA);
  for (let t = 0; t < sessions; t++) {
    before.copyWithin((t + 1) * STRATA, t * STRATA, (t + 1) * STRATA);
    const stratum = of[0][t]!;
    if (stratum !== NONE) before[(t + 1) * STRATA + stratum]!++;
  }
  return { of, before };
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

/** One of a pair on its common span. */
export interface FirstOnCircle {
  market: number;
  circle: Circle;
  at: readonly number[]; // its events, counted from the circle's start
  marked: readonly number[]; // the sessions on which it is among the marked itself, counted likewise
}

/** Hits on the sessions that have others, and how many their breadth promises. */
export interface MarketHits {
  hits: number;
  expected: number; // NaN where too few sessions have others
}

/**
 * How many hits a pair would have if, given how broad a session is, first and second had nothing to do with each other: over the strata the events of the first in
 * each times the share of its sessions on which the second is marked.
 */
export function marketHitsOf(strata: Strata, { marks }: Breadth, words: number, least: number) {
  const { of } = strata;
  return ({ market, circle, at, marked }: FirstOnCircle, second: number, marksOfSecond: Uint32Array): MarketHits => {
    const { from, to } = circle;
    const sessions = sessionsIn(strata, circle);
    if (sessions.reduce((sum, count) => sum + count, 0) < least) return { hits: 0, expected: Number.NaN };
    const isFirst = (t: number) => (bitAt(marks, market * words, t) ? 1 : 0);
    const isSecond = (t: number) => (bitAt(marks, second * words, t) ? 1 : 0);
    const move = (t: number, own: number) => {
      const whole = of[0][t]!;
      if (whole === NONE) return;
      sessions[whole]!--;
      sessions[of[own]![t]!]!++;
    };
    // Own marks are no breadth: sessions move to the stratum of the others alone.
    for (const session of marked) move(from + session, 1 + isSecond(from + session));
    for (const session of setBits(marks, second * words, from, to)) if (isFirst(from + session) === 0) move(from + session, 1);
    const hitsIn = new Int32Array(STRATA);
    for (const session of setBits(marksOfSecond, 0, 0, to - from)) {
      const t = from + session;
      const stratum = of[isFirst(t) + isSecond(t)]![t]!;
      if (stratum !== NONE) hitsIn[stratum]!++;
    }
    let hits = 0;
    const eventsIn = new Int32Array(STRATA);
    for (const event of at) {
      const t = from + event;
      const stratum = of[isFirst(t) + isSecond(t)]![t]!;
      if (stratum === NONE) continue;
      eventsIn[stratum]!++;
      if (bitAt(marksOfSecond, 0, event)) hits++;
    }
    return { hits, expected: promised(eventsIn, hitsIn, sessions) };
  };
}

/** Over the strata the events in each times the share of its sessions that is marked. */
export function promised(events: Int32Array, marked: Int32Array, sessions: Int32Array): number {
  let sum = 0;
  for (let stratum = 0; stratum < STRATA; stratum++) {
    if (sessions[stratum]! > 0) sum += (events[stratum]! * marked[stratum]!) / sessions[stratum]!;
  }
  return sum;
}
