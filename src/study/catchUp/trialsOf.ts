import { type CatchUpTrial, countedTrials, type MatchedBase, matchedInterval } from "../../lag/index.ts";
import type { Measure } from "../../market/index.ts";
import { LEAST_WINDOWS } from "./horizons.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

/** One case as a trial, with its own base rates. */
export function trialOf(trial: CatchUpTrial, say: SayPair): CatchUp["trials"][number] {
  const { onset, outcome, overlaps, randomWalk, randomWalkDrift, matched, base, baseFrom } = trial;
  const short = "less than a year of the laggard's returns held by then";
  const counted = countedTrials([trial]).length === 1;
  return {
    onset,
    regained: say("ratio", "regainedWithin", "1 when the laggard set a record within the horizon, else 0", outcome, { reason: "the horizon has not passed" }),
    counted,
    why: counted ? "counted" : overlaps ? "overlaps" : Number.isNaN(outcome) ? "notPassed" : "noBase",
    randomWalk: say("probability", "randomWalkBase", "a random walk without drift at the laggard's distance and volatility of the onset", randomWalk, {
      reason: short,
    }),
    randomWalkDrift: say("probability", "randomWalkBase", "the same with the laggard's mean return up to the onset", randomWalkDrift, { reason: short }),
    ...matchedMeasures(matched, say),
    base: say("probability", "catchUpTrials", "the probability that the case is held against", base, { reason: short }),
    baseFrom,
  };
}

/** The share of a like state, with the windows that it is worth. */
export function matchedMeasures({ share, days, windows }: MatchedBase, say: SayPair): { matched: Measure; windows: Measure } {
  return {
    matched: say(
      "probability",
      "matchedBase",
      "share of the laggard's own days in a like state, away from the leader's records, on which its record was less than the horizon ahead; the interval takes it for seen in as many windows as do not overlap",
      windows < LEAST_WINDOWS ? Number.NaN : share,
      { n: days, interval: matchedInterval({ share, windows }), reason: windows === 0 ? "no day in a like state" : "fewer than five windows of a like state" },
    ),
    windows: say("cases", "matchedBase", "days in a like state at least a horizon apart", windows),
  };
}
