import { type Day, dayNumber, toDay } from "../market/day.ts";
import type { Series } from "../market/series.ts";

/**
 * The lowest value of a series between two days, both included, and the first session at it; undefined where none is held.
 *
 * @example
 * import { toSeries } from "lockstep/market";
 * import { trough } from "lockstep/records";
 * const series = toSeries({ market: "A", field: "low", unit: "USD", source: "hand", sessions: [0, 1, 2], values: [9, 7, 7] });
 * trough(series, { from: "1970-01-01", to: "1970-01-31" }); // => { session: "1970-01-02", level: 7 }
 */
export function trough(series: Series, { from, to }: { from: Day; to: Day }): { session: Day; level: number } | undefined {
  const first = dayNumber(from);
  const last = dayNumber(to);
  let lowest = -1;
  for (let i = 0; i < series.sessions.length; i++) {
    const session = series.sessions[i]!;
    if (session < first || session > last || Number.isNaN(series.values[i])) continue;
    if (lowest < 0 || series.values[i]! < series.values[lowest]!) lowest = i;
  }
  return lowest < 0 ? undefined : { session: toDay(series.sessions[lowest]!), level: series.values[lowest]! };
}
