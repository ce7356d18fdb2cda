import { type CatchUpTrial, countedTrials, forecastFrom, LEAST_CASES } from "../../lag/index.ts";
import { type Day, dayNumber, toDay } from "../../market/index.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

interface Asked {
  trials: readonly CatchUpTrial[];
  now: CatchUp["now"];
  horizon: number; // days
  pseudoCases: number;
  asOf: Day;
  open: boolean;
}

/** The probability of a record of the laggard within the horizon from the day of the study, while a case is open: to be held against what comes. */
export function forecastOf({ trials, now, horizon, pseudoCases, asOf, open }: Asked, say: SayPair): CatchUp["forecast"] {
  const rung = now?.rungs.find((one) => one.horizon.value === horizon);
  if (!open || !rung) return null;
  const counted = countedTrials(trials);
  const matched = rung.matched.value !== null;
  const base = matched ? rung.matched : rung.randomWalk;
  const few = counted.length < LEAST_CASES;
  const value = few || base.value === null ? Number.NaN : forecastFrom(counted, { base: base.value, pseudoCases });
  return {
    from: asOf,
    due: toDay(dayNumber(asOf) + horizon),
    probability: say(
      "probability",
      "forecastFrom",
      `a record of the laggard within ${horizon} days of ${asOf}: the base rate moved by the cases so far`,
      value,
      {
        n: counted.length,
        reason: few ? "fewer than five cases that can be counted" : (base.reason ?? "no base rate"),
      },
    ),
    base,
    baseFrom: matched ? "matched" : "randomWalk",
  };
}
