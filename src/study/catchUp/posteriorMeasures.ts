import { type CatchUpTrial, catchUpPosterior } from "../../lag/index.ts";
import type { Interval } from "../../num/index.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

/** The share of catch-ups that the counted cases and their base rates support together. */
export function posteriorMeasures(counted: readonly CatchUpTrial[], pseudoCases: number, say: SayPair): CatchUp["posterior"] {
  const found = catchUpPosterior(counted, { pseudoCases });
  const n = counted.length;
  const reason = "no case that can be counted";
  const one = (method: string, definition: string, value: number | undefined, interval?: Interval) =>
    say("probability", method, definition, value ?? Number.NaN, { n, interval, reason });
  const posterior = `posterior mean of the share of catch-ups: the base counts for ${pseudoCases} cases`;
  const left = "of the posterior mean when any one case is left out";
  return {
    n: say("cases", "countedTrials", "cases that do not overlap and were followed to the horizon", n, { n }),
    successes: say("cases", "countedTrials", "of these, cases with a record of the laggard within the horizon", found?.successes ?? 0, { n }),
    base: one("catchUpTrials", "mean of the cases' own base rates", found?.base),
    mean: one("catchUpPosterior", posterior, found?.mean, found?.interval90),
    mean80: one("catchUpPosterior", posterior, found?.mean, found?.interval80),
    leaveOneOut: {
      lower: one("catchUpPosterior", `least value ${left}`, found?.leaveOneOut.lower),
      upper: one("catchUpPosterior", `greatest value ${left}`, found?.leaveOneOut.upper),
    },
  };
}
