import { clopperPearson, firstPassage, type Interval } from "../num/index.ts";
import { type LaggardPath, type LaggardState, regainedWithin } from "./laggardPath.ts";
import { type LikeStateOptions, likeStates } from "./likeStates.ts";

/** How often a laggard in a like state regained its record within the horizon. */
export interface MatchedBase {
  share: number; // 0.41; of the matched days; NaN without one
  days: number; // 512; matched days whose horizon has passed; they overlap
  windows: number; // 9; of them, days at least a horizon apart: what the share is worth as evidence
}

/**
 * The first rung: what a random walk at the laggard's own distance and volatility would do, looked at by daily closes.
 *
 * @param options.days horizon in calendar days
 * @param options.drift "none", or "own": the mean log return of the laggard's history so far
 * @returns NaN where the volatility is not known
 *
 * @example
 * import { randomWalkBase } from "lockstep/lag";
 * randomWalkBase({ distance: -0.27, volatility: 0.6, drift: 0.3 }, { days: 180, sessionsPerYear: 365 }).toFixed(4); // => "0.4293"
 */
export function randomWalkBase(
  { distance, volatility, drift }: Pick<LaggardState, "distance" | "volatility" | "drift">,
  { days, sessionsPerYear, drift: which = "none" }: { days: number; sessionsPerYear: number; drift?: "none" | "own" },
): number {
  const mu = which === "own" ? drift : 0;
  if (!(volatility > 0) || Number.isNaN(mu)) return Number.NaN;
  return firstPassage({ distance, sigma: volatility, mu, days: (days * sessionsPerYear) / 365, dailyClose: true, daysPerYear: sessionsPerYear });
}

/**
 * The second and the third rung: the same laggard, or its peers, at a like scaled distance on other days.
 *
 * A day counts when its scaled distance lies within the band around the state's and its horizon has passed by `until`. For the same laggard
 * the leader's record days are given and left out, so that what remains is the laggard's own habit. The share is taken over all such days
 * (they overlap, which leaves a mean unbiased); how much it is worth is said by the windows that do not overlap.
 *
 * @param paths one path, or several as a pool: days add up, windows lie apart on one calendar for all
 * @throws RangeError as `likeStates`
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath, matchedBase } from "lockstep/lag";
 * const values = Array.from({ length: 60 }, (_, i) => 10 + Math.sin(i));
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [...values.keys()], values });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252, window: 10 });
 * matchedBase([path], { scaled: 0.1, band: 0.9, days: 7, until: 59 }).windows; // => 3
 */
export function matchedBase(paths: readonly LaggardPath[], options: LikeStateOptions): MatchedBase {
  const days: number[] = [];
  let regained = 0;
  for (const path of paths) {
    for (const at of likeStates(path, options)) {
      days.push(path.sessions[at]!);
      regained += regainedWithin(path, at, options);
    }
  }
  // Members of a pool share their days: windows are counted on one calendar for all.
  if (paths.length > 1) days.sort((a, b) => a - b);
  let windows = 0;
  let next = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    if (day < next) continue;
    windows++;
    next = day + options.days;
  }
  return { share: regained / days.length, days: days.length, windows };
}

/**
 * Interval of a matched share: Clopper-Pearson as if it had been seen in so many independent windows as do not overlap.
 *
 * @param options.level default 0.9
 *
 * @example
 * import { matchedInterval } from "lockstep/lag";
 * const { lower, upper } = matchedInterval({ share: 0.5, windows: 4 });
 * [lower.toFixed(3), upper.toFixed(3)]; // => ["0.098", "0.902"]
 */
export function matchedInterval({ share, windows }: Pick<MatchedBase, "share" | "windows">, { level = 0.9 }: { level?: number } = {}): Interval {
  return clopperPearson({ successes: windows === 0 ? 0 : share * windows, n: windows, level });
}
