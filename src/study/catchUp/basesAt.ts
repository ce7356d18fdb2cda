import { type CatchUpTrial, catchUpTrials, type LaggardPath, type TrialOptions } from "../../lag/index.ts";
import type { Day, Measure } from "../../market/index.ts";
import type { SayPair } from "./sayPair.ts";

interface Asked {
  path: LaggardPath | undefined;
  onsets: readonly Day[];
  options: Omit<TrialOptions, "days"> & { leaderRecords: ArrayLike<number> };
}

/** How often records were to be expected anyway within so many days, from the very states in which the cases opened: the means of the cases' own bases. */
export function basesAt(days: number, { path, onsets, options }: Asked, say: SayPair): { base: Measure; randomWalk: Measure } {
  const trials = path ? catchUpTrials(onsets, { path, ...options, days }) : [];
  const mean = (pick: (trial: CatchUpTrial) => number) => {
    const values = trials.filter(({ baseFrom }) => baseFrom !== "none").flatMap((trial) => (Number.isNaN(pick(trial)) ? [] : [pick(trial)]));
    return { n: values.length, value: values.reduce((sum, value) => sum + value, 0) / values.length };
  };
  const measure = (method: string, definition: string, { value, n }: { value: number; n: number }) =>
    say("probability", method, definition, value, { n, reason: "no case has a base rate" });
  return {
    base: measure(
      "catchUpTrials",
      `mean over the cases of their own base rates of a record within ${days} days, whatever the leader does`,
      mean(({ base }) => base),
    ),
    randomWalk: measure(
      "randomWalkBase",
      `mean over the cases of the probability of a record within ${days} days for a random walk without drift from the distance and volatility of the onset`,
      mean(({ randomWalk }) => randomWalk),
    ),
  };
}
