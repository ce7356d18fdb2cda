import { type Day, dayNumber } from "../market/day.ts";
import { lowerBound } from "../num/lowerBound.ts";
import { forecastFrom } from "./catchUpPosterior.ts";
import { type CatchUpTrial, catchUpTrials, countedTrials, spacedOnsets, type TrialOptions } from "./catchUpTrials.ts";
import { type LaggardPath, regainedWithin } from "./laggardPath.ts";

/** A forecast as it would have been made on the day of an onset, with what came of it. */
export interface Forecast {
  onset: Day; // "2016-11-14"
  forecast: number; // 0.38; from earlier cases and the base
  base: number; // 0.35; the base alone
  randomWalk: number; // 0.31; a random walk at that distance and volatility
  outcome: 0 | 1;
}

/**
 * Forecasts of a pair's cases, each from what was known on its onset only, with their outcomes.
 *
 * On each onset the base is matched anew with horizons that had passed by then, and earlier cases count only once their own horizon had
 * passed. Only cases that do not overlap, whose horizon has passed by `until`, and that had a base are forecast.
 *
 * @param onsets ascending days
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath, walkForward } from "lockstep/lag";
 * const values = Array.from({ length: 60 }, (_, i) => 10 + Math.sin(i) + i / 100);
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [...values.keys()], values });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252, window: 10 });
 * const options = { path, leaderRecords: [24, 38], days: 7, band: 0.5, leastWindows: 1, until: 59 };
 * walkForward(["1970-01-25", "1970-02-08"], options).map(({ onset, outcome }) => [onset, outcome]); // => [["1970-01-25", 1], ["1970-02-08", 1]]
 */
export function walkForward(
  onsets: readonly Day[],
  { path, until, ...options }: TrialOptions & { path: LaggardPath; leaderRecords: ArrayLike<number> },
): Forecast[] {
  const forecasts: Forecast[] = [];
  const spaced = spacedOnsets(onsets, { path, ...options });
  for (const [k, onset] of spaced.entries()) {
    const day = dayNumber(onset);
    const outcome = regainedWithin(path, lowerBound(path.sessions, day + 1) - 1, { days: options.days, until, from: day });
    // What was known on the onset: trials of earlier cases, each with its base, all seen from that day.
    const then = catchUpTrials(spaced.slice(0, k + 1), { path, until: day, ...options });
    const now: CatchUpTrial | undefined = then.at(-1);
    if (Number.isNaN(outcome) || !now || Number.isNaN(now.base) || Number.isNaN(now.randomWalk)) continue;
    forecasts.push({
      onset,
      forecast: forecastFrom(countedTrials(then.slice(0, -1)), { base: now.base }),
      base: now.base,
      randomWalk: now.randomWalk,
      outcome: outcome as 0 | 1,
    });
  }
  return forecasts;
}
