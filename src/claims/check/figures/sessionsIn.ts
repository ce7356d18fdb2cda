import { type Day, dayNumber, type Series } from "../../../market/index.ts";
import { lowerBound } from "../../../num/lowerBound.ts";

/** A stretch of days, both ends included. */
export interface Days {
  first: Day; // "2025-12-11"
  last: Day; // "2025-12-11"
}

/** The part of a series between two days, both included. A view, no copy; empty where the days hold no session. */
export function sessionsIn(series: Series, { first, last }: Days): Series {
  const from = lowerBound(series.sessions, dayNumber(first));
  const to = Math.max(from, lowerBound(series.sessions, dayNumber(last) + 1));
  return { ...series, sessions: series.sessions.subarray(from, to), values: series.values.subarray(from, to) };
}
