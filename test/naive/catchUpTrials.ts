import type { CatchUpTrial, Forecast, TrialOptions } from "../../src/lag/index.ts";
import type { Gauge } from "../../src/market/index.ts";
import { type NaiveState, type NaiveYear, naiveCut, naiveRegained, naiveStates } from "./laggard.ts";
import { naiveMatchedBase } from "./likeStates.ts";
import { naiveFirstPassage } from "./statistics.ts";

export interface NaiveTrialOptions extends TrialOptions, NaiveYear {
  leaderRecords: readonly number[];
}

type Trial = Omit<CatchUpTrial, "onset" | "matched"> & { day: number; matched: ReturnType<typeof naiveMatchedBase> };

/** The trials of onsets on sessions of the laggard, from a copy that holds nothing after `until`. */
export function naiveTrials(onsets: readonly number[], gauge: Gauge, options: NaiveTrialOptions): Trial[] {
  const { days, until, sessionsPerYear, leastWindows } = options;
  const held = naiveCut(gauge, until);
  const states = naiveStates(gauge, options);
  const trials: Trial[] = [];
  for (const day of onsets) {
    const at = gauge.level.sessions.indexOf(day);
    // Before its first record a laggard stands nowhere.
    const nowhere = Number.isNaN(states[at]!.below);
    const here = nowhere ? { ...states[at]!, volatility: Number.NaN, drift: Number.NaN } : states[at]!;
    const judged = here.volatility > 0;
    const scaled = judged ? here.below / (here.volatility * Math.sqrt(days / 365)) : Number.NaN;
    const matched = naiveMatchedBase([held], { ...options, scaled, except: { from: day, to: day + days } });
    const randomWalk = walk(here, 0, { days, sessionsPerYear });
    const enough = matched.windows >= leastWindows;
    trials.push({
      day,
      distance: Math.exp(-here.below) - 1,
      volatility: here.volatility,
      scaled,
      age: nowhere ? Number.NaN : here.age,
      outcome: day + days > until ? Number.NaN : naiveRegained(gauge, at) <= day + days ? 1 : 0,
      // One without a base takes no place of one that has.
      overlaps: judged && trials.some((earlier) => earlier.volatility > 0 && !earlier.overlaps && day - earlier.day < days),
      randomWalk,
      randomWalkDrift: walk(here, here.drift, { days, sessionsPerYear }),
      matched,
      // As if half a window more had succeeded, and half a one failed.
      base: enough ? (matched.share * matched.windows + 0.5) / (matched.windows + 1) : randomWalk,
      baseFrom: enough ? "matched" : Number.isNaN(randomWalk) ? "none" : "randomWalk",
    });
  }
  return trials;
}

function walk({ below, volatility }: NaiveState, mu: number, { days, sessionsPerYear }: { days: number; sessionsPerYear: number }): number {
  if (!(volatility > 0) || Number.isNaN(mu)) return Number.NaN;
  // Looked at once a session only, a walk must go further by 0.5826 of a session's deviation.
  const seen = below + 0.5825971579390106 * volatility * Math.sqrt(1 / sessionsPerYear);
  return naiveFirstPassage({ below: seen, sigma: volatility, mu, years: days / 365 });
}

/** Each forecast anew, from a copy of the laggard that ends on the day of the onset. */
export function naiveWalkForward(onsets: readonly number[], gauge: Gauge, options: NaiveTrialOptions): (Omit<Forecast, "onset"> & { day: number })[] {
  const { days, until } = options;
  return naiveTrials(onsets, gauge, options).flatMap(({ day, overlaps }, k) => {
    if (overlaps || day + days > until) return [];
    const then = naiveTrials(onsets.slice(0, k + 1), naiveCut(gauge, day), { ...options, until: day });
    const now = then.pop()!;
    if (now.baseFrom === "none") return [];
    const earlier = then.filter((one) => !one.overlaps && one.day + days <= day && one.baseFrom !== "none");
    const surplus = earlier.map((one) => one.outcome - one.base).reduce((sum, one) => sum + one, 0);
    const forecast = Math.max(0, Math.min(1, now.base + surplus / (8 + earlier.length)));
    const outcome = naiveRegained(gauge, gauge.level.sessions.indexOf(day)) <= day + days ? 1 : 0;
    return [{ day, forecast, base: now.base, randomWalk: now.randomWalk, outcome }];
  });
}
