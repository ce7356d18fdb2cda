import { type Beta, betaInterval, type Interval } from "../num/index.ts";
import { meanBase, successesOf, type Trial } from "./trials.ts";

/** The share of catch-ups that the cases and their base rates support together. */
export interface CatchUpPosterior {
  n: number; // 8
  successes: number; // 4
  base: number; // 0.45; mean of the trials' base probabilities
  pseudoCases: number; // 8; how many cases the base counts for
  mean: number; // 0.475
  interval80: Interval;
  interval90: Interval;
  leaveOneOut: { lower: number; upper: number }; // range of the mean when any one case is left out; NaN with fewer than two
}

/**
 * Beta-binomial posterior of the share of cases that end in catch-up, shrunk to the base rate of these very cases.
 *
 * The prior is Beta(m p, m (1 - p)) with p the mean base and m = 8 pseudo-cases; n cases move it by n / (n + 8) of the way. A base of 0 or 1 is
 * moved in by half a case in n + 1, so that it can be contradicted. Four of four on a base of 0.45 give 0.63.
 *
 * @param trials outcome 1 or 0, base in 0..1
 * @param options.pseudoCases default 8
 * @returns undefined without a trial
 *
 * @example
 * import { catchUpPosterior } from "lockstep/lag";
 * const { mean, interval90 } = catchUpPosterior([1, 1, 1, 1].map((outcome) => ({ outcome, base: 0.45 })));
 * [mean, interval90.lower, interval90.upper].map((value) => value.toFixed(4)); // => ["0.6333", "0.4004", "0.8400"]
 */
export function catchUpPosterior(trials: readonly Trial[], { pseudoCases = 8 }: { pseudoCases?: number } = {}): CatchUpPosterior | undefined {
  const n = trials.length;
  if (n === 0) return undefined;
  const beta = posteriorOf(trials, { pseudoCases });
  const means = trials.map((_, left) => meanOf(posteriorOf(trials.toSpliced(left, 1), { pseudoCases })));
  return {
    n,
    successes: successesOf(trials),
    base: meanBase(trials),
    pseudoCases,
    mean: meanOf(beta),
    interval80: betaInterval(beta, { level: 0.8 }),
    interval90: betaInterval(beta, { level: 0.9 }),
    leaveOneOut: n < 2 ? { lower: Number.NaN, upper: Number.NaN } : { lower: Math.min(...means), upper: Math.max(...means) },
  };
}

/**
 * Forecast for a new case with its own base, from earlier ones that each had theirs: the earlier cases move the base by as much as their
 * successes exceeded what their own bases promised.
 *
 * With one base for all it is the posterior mean. Without earlier cases it is the base.
 *
 * @example
 * import { forecastFrom } from "lockstep/lag";
 * forecastFrom([{ outcome: 1, base: 0.25 }, { outcome: 1, base: 0.75 }], { base: 0.5 }); // => 0.6
 */
export function forecastFrom(earlier: readonly Trial[], { base, pseudoCases = 8 }: { base: number; pseudoCases?: number }): number {
  const surplus = earlier.reduce((sum, trial) => sum + trial.outcome - trial.base, 0);
  return Math.max(0, Math.min(1, base + surplus / (pseudoCases + earlier.length)));
}

/**
 * The posterior itself: a beta distribution. Without trials nothing is known but what Jeffreys' prior says.
 *
 * @example
 * import { posteriorOf } from "lockstep/lag";
 * posteriorOf([{ outcome: 1, base: 0.5 }], { pseudoCases: 8 }); // => { a: 5, b: 4 }
 */
export function posteriorOf(trials: readonly Trial[], { pseudoCases = 8 }: { pseudoCases?: number } = {}): Beta {
  const n = trials.length;
  if (n === 0) return { a: 0.5, b: 0.5 };
  const successes = successesOf(trials);
  const edge = 0.5 / (n + 1);
  const given = meanBase(trials);
  const base = given === 0 ? edge : given === 1 ? 1 - edge : given;
  return { a: pseudoCases * base + successes, b: pseudoCases * (1 - base) + n - successes };
}

function meanOf({ a, b }: Beta): number {
  return a / (a + b);
}
