import { type Divergence, endingIntervals, endings } from "../../lag/index.ts";
import type { Day, Measure } from "../../market/index.ts";
import { seeded } from "../../num/index.ts";
import { chosen, provenance, withClocks } from "../measures.ts";
import type { Pair } from "../pair.ts";
import { rounded } from "../rounded.ts";
import { HORIZONS, LEVEL } from "./horizons.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

const REPS = 999;

interface Asked {
  cases: readonly Divergence[];
  pair: Pair;
  until: number; // day number
  asOf: Day;
  seed: number;
  basesAt: (days: number) => { base: Measure; randomWalk: Measure };
}

/** How soon cases ended, and in what, beside how often the laggard set a record anyway. */
export function endingsOf({ cases, pair, until, asOf, seed, basesAt }: Asked, say: SayPair): CatchUp["endings"] {
  const found = endings(cases, { horizons: HORIZONS, until, level: LEVEL });
  const resampled = endingIntervals(cases, { horizons: HORIZONS, until, level: LEVEL, reps: REPS, uniform: seeded(seed) });
  const n = cases.length;
  return {
    at: found.at.map((one, k) => ({
      horizon: chosen(one.days, "days", asOf, "calendar days after the onset", "fixed"),
      atRisk: say("cases", "endings", "cases neither ended nor lost from sight before", one.atRisk, { n }),
      censored: say("cases", "endings", "cases still open and followed for less", one.censored, { n }),
      catchUp: say("probability", "aalenJohansen", "cumulative incidence of catch-up; exact interval only where no case is censored before", one.catchUp, {
        n,
        interval: one.catchUpInterval ?? undefined,
      }),
      rollOver: say("probability", "aalenJohansen", "cumulative incidence of roll-over; exact interval only where no case is censored before", one.rollOver, {
        n,
        interval: one.rollOverInterval ?? undefined,
      }),
      resampled: {
        catchUp: say("probability", "endingIntervals", "cumulative incidence of catch-up; interval by resampling cases, unstable with few", one.catchUp, {
          n,
          interval: resampled[k]!.catchUp,
        }),
        rollOver: say("probability", "endingIntervals", "cumulative incidence of roll-over; interval by resampling cases, unstable with few", one.rollOver, {
          n,
          interval: resampled[k]!.rollOver,
        }),
      },
      ...basesAt(one.days),
      open: say("probability", "bpcp", "share of cases not ended yet, with the beta product interval", one.open, { n, interval: one.openInterval }),
    })),
    steps: {
      days: found.steps.map(({ days }) => days),
      catchUp: found.steps.map(({ catchUp }) => rounded(catchUp)!),
      rollOver: found.steps.map(({ rollOver }) => rounded(rollOver)!),
      ...provenance(
        withClocks(
          { unit: "probability", asOf, method: "aalenJohansen", definition: "cumulative incidence of both endings, rounded to six decimals" },
          pair.known ? pair.clocks : pair.reason,
        ),
        pair.known ? pair.shared : [],
      ),
      n,
    },
    median: say("days", "kaplanMeier", "days until half of the cases had ended", found.medianDays ?? Number.NaN, {
      n,
      reason: "the upper bound of the share not ended does not fall below one half",
    }),
  };
}
