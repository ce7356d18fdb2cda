import { lowerBound } from "../num/lowerBound.ts";
import { Problem } from "./problem.ts";
import { type Series, span, through } from "./series.ts";

/** The value of a market that is judged, and the one on which its records are kept: the same, or the close and the intraday high. */
export interface Gauge {
  level: Series;
  record: Series; // on the sessions of `level`
}

/**
 * A gauge from one series, or from a value and the series on which its records are kept.
 *
 * @throws Problem (data) when the two do not stand on the same sessions
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * const close = toSeries({ market: "A", field: "close", unit: "USD", source: "hand", sessions: [1, 2], values: [100, 101] });
 * gaugeOf(close).record === close; // => true
 */
export function gaugeOf(level: Series, record: Series = level): Gauge {
  const same = level.sessions.length === record.sessions.length && level.sessions.every((session, i) => session === record.sessions[i]);
  if (same) return { level, record };
  const spans = [level, record].map((series) => `${series.sessions.length} from ${span(series)?.from ?? "none"} to ${span(series)?.to ?? "none"}`);
  throw new Problem("data", `expected ${level.field} and ${record.field} on the same sessions; received ${spans.join(" and ")}`, level.market);
}

/**
 * The part of a gauge up to and including a session, from the first value judged to the last: what was known then. A view, no copy.
 *
 * @example
 * import { gaugeOf, gaugeThrough, toSeries } from "lockstep/market";
 * const close = toSeries({ market: "A", field: "close", unit: "USD", source: "hand", sessions: [1, 2, 3], values: [100, NaN, 99] });
 * [...gaugeThrough(gaugeOf(close), 2).level.sessions]; // => [1]
 */
export function gaugeThrough({ level, record }: Gauge, lastSession: number): Gauge {
  const cut = through(level, lastSession);
  const from = cut.sessions.length === 0 ? 0 : lowerBound(record.sessions, cut.sessions[0]!);
  const to = from + cut.sessions.length;
  return { level: cut, record: level === record ? cut : { ...record, sessions: record.sessions.subarray(from, to), values: record.values.subarray(from, to) } };
}
