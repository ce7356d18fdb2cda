import { type Divergence, endings } from "../../lag/index.ts";
import type { Day } from "../../market/index.ts";
import { chosen } from "../measures.ts";
import { HORIZONS, LEVEL } from "./horizons.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

/** How soon cases ended, and in what. */
export function endingsOf(cases: readonly Divergence[], until: number, asOf: Day, say: SayPair): CatchUp["endings"] {
  const found = endings(cases, { horizons: HORIZONS, until, level: LEVEL });
  const n = cases.length;
  return {
    at: found.at.map((one) => ({
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
      open: say("probability", "bpcp", "share of cases not ended yet, with the beta product interval", one.open, { n, interval: one.openInterval }),
    })),
    median: say("days", "kaplanMeier", "days until half of the cases had ended", found.medianDays ?? Number.NaN, {
      n,
      reason: "the upper bound of the share not ended does not fall below one half",
    }),
  };
}
