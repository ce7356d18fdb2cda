import { type Observations, riskSets } from "./survival.ts";

/** The estimates from one time on, up to the next. */
export interface IncidenceStep {
  time: number; // 41
  atRisk: number; // 11
  events: number[]; // [0, 1]; of each kind
  censored: number; // 0
  incidence: number[]; // [0.0833, 0.0833]; cumulative incidence of each kind, up to and including this time
  survival: number; // 0.8333; share without any event; with the incidences it sums to one
}

/**
 * Aalen-Johansen estimate of cumulative incidence with competing kinds of event, one step for each distinct time.
 *
 * Ties are exact: events of different kinds at one time share one risk set, whatever their order. Unlike one minus Kaplan-Meier
 * with the other kinds censored, it does not overstate. Source: Aalen and Johansen 1978.
 *
 * @param observations event 0 = censored, 1, 2, … = the kind
 * @param observations.kinds how many kinds there are; default the highest that occurs
 * @throws RangeError as `riskSets`
 *
 * @example
 * import { aalenJohansen } from "lockstep/num";
 * const steps = aalenJohansen({ time: [1, 2, 3, 4, 5, 6], event: [0, 1, 1, 2, 2, 0] });
 * steps.at(-1).incidence; // => [0.4, 0.4]
 */
export function aalenJohansen({ time, event, kinds = Math.max(1, ...Array.from(event)) }: Observations & { kinds?: number }): IncidenceStep[] {
  let survival = 1;
  let incidence = Array.from({ length: kinds }, () => 0);
  return riskSets({ time, event }, kinds).map(({ time: at, atRisk, events, censored }) => {
    const before = survival;
    incidence = incidence.map((sum, kind) => sum + (before * events[kind]!) / atRisk);
    survival *= (atRisk - events.reduce((sum, count) => sum + count, 0)) / atRisk;
    return { time: at, atRisk, events, censored, incidence, survival };
  });
}
