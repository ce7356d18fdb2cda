import type { MarketBars } from "./universe.ts";

/** Days for which a market counts as listed after its last close. */
const STILL_LISTED = 7;

/**
 * The days on which at least half of the markets then listed have a close, ascending: the sessions of a scan. Listed is a market from its
 * first close to a week after its last, so that the days by which one file is newer than the others are none.
 *
 * One round-the-clock market among many of an exchange so falls on exchange days, and a holiday of one country is none of all.
 *
 * @param markets sessions ascend; NaN = no close
 */
export function axisOf(markets: readonly MarketBars[]): Int32Array {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { sessions } of markets) {
    first = Math.min(first, sessions[0] ?? first);
    last = Math.max(last, sessions.at(-1) ?? last);
  }
  if (first > last) return new Int32Array(0);
  const held = new Int32Array(last - first + 1);
  const steps = new Int32Array(last - first + 2 + STILL_LISTED);
  for (const { sessions, closes } of markets) {
    let from = -1;
    let to = -1;
    for (let i = 0; i < sessions.length; i++) {
      if (Number.isNaN(closes[i])) continue;
      to = sessions[i]! - first;
      if (from < 0) from = to;
      held[to]!++;
    }
    if (from < 0) continue;
    steps[from]!++;
    steps[to + 1 + STILL_LISTED]!--;
  }
  const days: number[] = [];
  let listed = 0;
  for (let day = 0; day < held.length; day++) {
    listed += steps[day]!;
    if (held[day]! > 0 && 2 * held[day]! >= listed) days.push(first + day);
  }
  return Int32Array.from(days);
}

/** The closes of a market on the sessions of an axis; NaN = none. */
export function onAxis({ sessions, closes }: MarketBars, axis: Int32Array): Float64Array {
  const row = new Float64Array(axis.length).fill(Number.NaN);
  let at = 0;
  for (let i = 0; i < sessions.length; i++) {
    while (at < axis.length && axis[at]! < sessions[i]!) at++;
    if (at < axis.length && axis[at] === sessions[i]) row[at] = closes[i]!;
  }
  return row;
}
