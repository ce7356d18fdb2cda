import { circularCounts, effectiveShifts } from "../num/circularCounts.ts";

/** Events of two markets on shared sessions. */
export interface TwoEvents {
  a: ArrayLike<number>; // session indices in 0..sessions-1, each once
  b: ArrayLike<number>;
  sessions: number; // T, the length of the shared history
  window: number; // W, sessions to either side
}

/** How often the events of two markets coincide, and how often they would by chance. */
export interface Coincidence {
  hits: { a: number; b: number }; // events of a with one of b at most `window` sessions away, and the reverse
  rate: { a: number; b: number }; // hits over the events of that side; NaN without events
  expected: number; // mean of the hits of a over all shifts
  variance: number; // their variance over all shifts
  exceed: number; // shifts, the observed one among them, with at least as many hits of a
  pValue: number; // exceed / shifts; never below one over shifts
  shifts: number; // T
}

/**
 * Coincidence of the events of two markets, with the exact null of all circular shifts.
 *
 * An event of `a` is a hit when one of `b` lies at most `window` sessions away, around the circle of `sessions`. Moving all events of `a` by s
 * sessions gives K(s) hits; the T values K(0), … K(T-1) are what would happen without any relation, with the clustering of each side kept.
 * The p-value is the share of them that reach K(0): one-sided, exact, never below 1/T. Binomial and shuffling nulls ignore the clustering
 * of record highs and reject up to three times too often, or hardly ever. Expected hits, variance and p-value are those of `a`. Clustered events
 * leave few independent shifts: see `independentShifts` before believing a small p-value. Source of the measure: Donges et al. 2016 (event coincidence
 * analysis); of the null: all shifts in place of a sample of them.
 *
 * Cost: events of a times runs of events of b, plus T.
 *
 * @throws RangeError when an index is outside 0..sessions-1 or occurs twice, or sessions or window is no whole number
 *
 * @example
 * import { coincidence } from "lockstep/lockstep";
 * const { hits, expected, exceed, pValue } = coincidence({ a: [2, 5, 6, 10, 15], b: [3, 9, 10, 16, 30], sessions: 40, window: 1 });
 * [hits, expected, exceed, pValue]; // => [{ a: 3, b: 4 }, 1.625, 6, 0.15]
 */
export function coincidence(events: TwoEvents): Coincidence {
  const { a, b, sessions, window } = events;
  const counts = shiftedHits(events);
  const shifts = counts.length;
  const observed = counts[0] ?? 0;
  let sum = 0;
  let squares = 0;
  let exceed = 0;
  for (const count of counts) {
    sum += count;
    squares += count * count;
    if (count >= observed) exceed++;
  }
  const expected = sum / shifts;
  let reverse = 0;
  const near = dilated(a, sessions, window);
  for (let k = 0; k < b.length; k++) reverse += near[b[k]!]!;
  return {
    hits: { a: observed, b: reverse },
    rate: { a: observed / a.length, b: reverse / b.length },
    expected,
    variance: squares / shifts - expected * expected,
    exceed,
    pValue: exceed / shifts,
    shifts,
  };
}

/**
 * How many of the shifts of a coincidence are worth as independent ones: clustered events leave far fewer than T.
 *
 * @throws RangeError as `coincidence`
 *
 * @example
 * import { independentShifts } from "lockstep/lockstep";
 * Math.round(independentShifts({ a: [2, 5, 6, 10, 15], b: [3, 9, 10, 16, 30], sessions: 40, window: 1 })); // => 8
 */
export function independentShifts(events: TwoEvents): number {
  return effectiveShifts(shiftedHits(events));
}

function shiftedHits({ a, b, sessions, window }: TwoEvents): Int32Array {
  if (!Number.isInteger(sessions) || sessions < 1) throw new RangeError(`invalid sessions: ${sessions}`);
  if (!Number.isInteger(window) || window < 0) throw new RangeError(`invalid window: ${window}`);
  dilated(a, sessions, 0);
  return circularCounts(a, dilated(b, sessions, window));
}

/** 1 at every session at most `window` from an event, around the circle. */
function dilated(events: ArrayLike<number>, sessions: number, window: number): Uint8Array {
  const marks = new Uint8Array(sessions);
  const seen = new Uint8Array(sessions);
  const reach = Math.min(window, sessions >> 1);
  for (let k = 0; k < events.length; k++) {
    const event = events[k]!;
    if (!Number.isInteger(event) || event < 0 || event >= sessions) throw new RangeError(`invalid session index: ${event}`);
    if (seen[event] === 1) throw new RangeError(`invalid session index: ${event} twice`);
    seen[event] = 1;
    for (let at = event - reach; at <= event + reach; at++) marks[(at + sessions) % sessions] = 1;
  }
  return marks;
}
