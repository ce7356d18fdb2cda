import { type Observations, riskSets } from "./survival.ts";

/** The estimate of survival from one time on, up to the next. */
export interface SurvivalStep {
  time: number; // 6
  atRisk: number; // 21
  events: number; // 3
  censored: number; // 1
  survival: number; // 0.857143; share without the event after this time
  standardError: number; // 0.076360; Greenwood's; NaN once survival is zero
}

/**
 * Kaplan-Meier estimate of the share that has had no event, one step for each distinct time. Before the first it is one.
 *
 * Cases censored at the time of an event count as at risk then. Source: Kaplan and Meier 1958; standard error by Greenwood 1926, which
 * is not to be trusted with few cases: see `bpcp`.
 *
 * @param observations event 0 = censored, 1 = the event
 * @throws RangeError as `riskSets`
 *
 * @example
 * import { kaplanMeier } from "lockstep/num";
 * kaplanMeier({ time: [1, 2, 2, 3], event: [1, 1, 0, 1] }).map(({ survival }) => survival); // => [0.75, 0.5, 0]
 */
export function kaplanMeier(observations: Observations): SurvivalStep[] {
  let survival = 1;
  let sum = 0;
  return riskSets(observations, 1).map(({ time, atRisk, events: [events = 0], censored }) => {
    survival *= (atRisk - events) / atRisk;
    sum += events / (atRisk * (atRisk - events));
    return { time, atRisk, events, censored, survival, standardError: survival === 0 ? Number.NaN : survival * Math.sqrt(sum) };
  });
}
