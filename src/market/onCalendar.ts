import { COVERED } from "./calendar/covered.ts";
import { sessionsBetween } from "./calendar/sessions.ts";
import type { Calendar } from "./instrument.ts";
import type { Series } from "./series.ts";

/**
 * A series on every session of its calendar from its first to its last: where it holds nothing, NaN. Sessions of its own that the calendar
 * does not know are kept, and so is what lies outside the years that the calendar covers.
 *
 * Without this a return over a missing day would pass for the return of one session.
 *
 * @example
 * import { onCalendar, toSeries } from "lockstep/market";
 * const series = toSeries({ market: "A", field: "close", unit: "USD", source: "hand", sessions: [10, 12], values: [100, 101] });
 * [...onCalendar(series, "24/7").sessions]; // => [10, 11, 12]
 */
export function onCalendar(series: Series, calendar: Calendar): Series {
  const { sessions, values } = series;
  if (sessions.length < 2) return series;
  const [first, last] = [sessions[0]!, sessions.at(-1)!];
  const known = calendar === "24/7" ? [first, last] : [Math.max(first, COVERED.from), Math.min(last, COVERED.to)];
  if (known[0]! > known[1]!) return series;
  const expected = sessionsBetween(calendar, known[0]!, known[1]!);
  if (expected.length === sessions.length && expected.every((session, i) => session === sessions[i])) return series;
  const all = Int32Array.from(new Set([...expected, ...sessions])).sort();
  const filled = new Float64Array(all.length).fill(Number.NaN);
  let at = 0;
  for (let i = 0; i < all.length; i++) if (all[i] === sessions[at]) filled[i] = values[at++]!;
  return { ...series, sessions: all, values: filled };
}
