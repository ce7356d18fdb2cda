import { aalenJohansen, type Interval, quantile, type Uniform } from "../num/index.ts";
import { requireLevel } from "../num/interval.ts";
import type { Divergence } from "./divergences.ts";
import { endingTimes } from "./endingTimes.ts";

/** Intervals of the cumulative incidence of both endings by one time after the onset. */
export interface EndingInterval {
  days: number; // 180
  catchUp: Interval; // { lower: 0.25, upper: 0.75, level: 0.9 }
  rollOver: Interval;
}

/**
 * Intervals of the cumulative incidence of both endings, by resampling whole cases: for where a case is censored before, so that no exact interval exists.
 *
 * Cases are drawn with replacement, the incidence is estimated anew (Aalen and Johansen), and the interval lies between the quantiles. With a dozen cases it is
 * unstable and too narrow close to 0 and 1: to be shown as such. Bounds are NaN without cases. Source: Efron and Tibshirani 1993, chapter 13.
 *
 * @param options.horizons calendar days
 * @param options.until the last session held: day number
 * @param options.reps how many resamples
 * @param options.uniform chance, seeded by the caller
 * @throws RangeError when level or reps is out of range
 *
 * @example
 * import { endingIntervals } from "lockstep/lag";
 * import { seeded } from "lockstep/num";
 * const cases = ["2020-01-11", "2020-01-21"].map((resolvedOn) => ({ onset: "2020-01-01", resolution: "catchUp", resolvedOn }));
 * const [{ catchUp }] = endingIntervals(cases, { horizons: [15], until: 18400, level: 0.9, reps: 99, uniform: seeded(1) });
 * [catchUp.lower, catchUp.upper]; // => [0, 1]
 */
export function endingIntervals(
  cases: readonly Pick<Divergence, "onset" | "resolution" | "resolvedOn">[],
  { horizons, until, level, reps, uniform }: { horizons: readonly number[]; until: number; level: number; reps: number; uniform: Uniform },
): EndingInterval[] {
  requireLevel(level);
  if (!Number.isInteger(reps) || reps < 1) throw new RangeError(`invalid reps: ${reps}`);
  const n = cases.length;
  const { time, event } = endingTimes(cases, until);
  const shares = horizons.map(() => ({ catchUp: [] as number[], rollOver: [] as number[] }));
  for (let rep = 0; rep < (n > 0 ? reps : 0); rep++) {
    const drawn = Array.from({ length: n }, () => Math.floor(uniform() * n));
    const steps = aalenJohansen({ time: drawn.map((k) => time[k]!), event: drawn.map((k) => event[k]!), kinds: 2 });
    for (const [k, days] of horizons.entries()) {
      const [catchUp = 0, rollOver = 0] = steps.findLast((step) => step.time <= days)?.incidence ?? [];
      shares[k]!.catchUp.push(catchUp);
      shares[k]!.rollOver.push(rollOver);
    }
  }
  const tail = (1 - level) / 2;
  const interval = (values: number[]): Interval => ({ lower: quantile(values, tail), upper: quantile(values, 1 - tail), level });
  return horizons.map((days, k) => ({ days, catchUp: interval(shares[k]!.catchUp), rollOver: interval(shares[k]!.rollOver) }));
}
