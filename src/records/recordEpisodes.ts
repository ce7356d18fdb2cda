import type { Day } from "../market/day.ts";
import type { RecordHigh } from "./recordHighs.ts";

/** A run of record highs that follow each other within a few sessions. */
export interface RecordEpisode {
  from: Day; // "2025-12-04"; its first record
  to: Day; // "2025-12-11"; its last record
  records: number; // 3
  level: number; // 257.80; its highest record
  sessionsBefore: number | null; // sessions without a record before it, counted from the record before; null at the start of the history
}

/**
 * Record highs declustered into episodes: a record within `gap` sessions of the one before belongs to the same episode.
 *
 * One bull run sets dozens of records; counting each as evidence counts the same event many times.
 *
 * @param records as {@link recordHighs} returns them
 * @param options.gap most sessions between two records of one episode
 * @throws RangeError when gap is not a whole number of at least 1
 *
 * @example
 * import { toSeries } from "lockstep/market";
 * import { recordEpisodes, recordHighs } from "lockstep/records";
 * const series = toSeries({ market: "A", field: "close", unit: "USD", source: "hand", sessions: [0, 1, 2, 3, 4], values: [1, 2, 1, 1, 3] });
 * recordEpisodes(recordHighs(series), { gap: 2 }).map((episode) => episode.records); // => [2, 1]
 */
export function recordEpisodes(records: readonly RecordHigh[], { gap }: { gap: number }): RecordEpisode[] {
  if (!Number.isInteger(gap) || gap < 1) throw new RangeError(`invalid gap: ${gap}`);
  const episodes: RecordEpisode[] = [];
  for (const { session, level, sessionsBetween } of records) {
    const last = episodes.at(-1);
    if (last && sessionsBetween !== null && sessionsBetween <= gap) {
      last.to = session;
      last.level = level;
      last.records++;
    } else {
      episodes.push({ from: session, to: session, records: 1, level, sessionsBefore: sessionsBetween });
    }
  }
  return episodes;
}
