import { type Day, toDay } from "../market/day.ts";
import type { Series } from "../market/series.ts";
import { drawdowns } from "../num/drawdowns.ts";

/** A fall from a running maximum: from its peak to the session that regained it. */
export interface DrawdownEpisode {
  peakOn: Day; // the last session at the running maximum before the fall
  troughOn: Day; // the first session at the lowest value so far
  depth: number; // -0.5; trough over peak, minus one
  recoveredOn: Day | null; // the first session at or above the peak again; null while open
}

/**
 * Every drawdown of a series in order of its peak; the last one may be open (`recoveredOn` null).
 *
 * Missing values (NaN) are passed over. Dates count as recovered when the peak is regained, not exceeded.
 *
 * @example
 * import { toSeries } from "lockstep/market";
 * import { drawdownEpisodes } from "lockstep/records";
 * const series = toSeries({ market: "A", field: "close", unit: "USD", source: "hand", sessions: [0, 1, 2, 3], values: [100, 50, 100, 75] });
 * drawdownEpisodes(series)[0]; // => { peakOn: "1970-01-01", troughOn: "1970-01-02", depth: -0.5, recoveredOn: "1970-01-03" }
 * drawdownEpisodes(series)[1].recoveredOn; // => null
 */
export function drawdownEpisodes(series: Series): DrawdownEpisode[] {
  const below = drawdowns(series.values);
  const episodes: DrawdownEpisode[] = [];
  let peak = -1;
  let open: DrawdownEpisode | null = null;
  for (let i = 0; i < below.length; i++) {
    const depth = below[i]!;
    if (Number.isNaN(depth)) continue;
    const session = series.sessions[i]!;
    if (depth === 0) {
      if (open) open.recoveredOn = toDay(session);
      open = null;
      peak = session;
    } else if (!open) {
      open = { peakOn: toDay(peak), troughOn: toDay(session), depth, recoveredOn: null };
      episodes.push(open);
    } else if (depth < open.depth) {
      open.depth = depth;
      open.troughOn = toDay(session);
    }
  }
  return episodes;
}
