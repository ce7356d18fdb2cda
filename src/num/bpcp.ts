import { type Beta, betaCdf, quantileOf } from "./beta.ts";
import { type Interval, requireLevel } from "./interval.ts";
import { kaplanMeier } from "./kaplanMeier.ts";
import type { Observations } from "./survival.ts";

/**
 * Beta product interval of the share without the event at a time, for few and censored cases.
 *
 * Without censoring it is the Clopper-Pearson interval; with it, it holds its level where Greenwood's fails. The product of the
 * betas is approximated by the beta with its mean and variance, as the authors' program does by default. Source: Fay, Brittain and
 * Proschan 2013 (Biostatistics 14:723-736); mid-p after Fay and Brittain 2016.
 *
 * @param options.time with `options.event` (0 = censored, 1 = the event), one for each case
 * @param options.at the time looked at
 * @param options.level default 0.95
 * @param options.midP shorter intervals that hold their level on average only; default false
 * @returns the Kaplan-Meier estimate at that time with the interval
 * @throws RangeError when there is no case, `at` is negative or missing, and as `riskSets`
 *
 * @example
 * import { bpcp } from "lockstep/num";
 * const { estimate, lower, upper } = bpcp({ time: [12, 30, 45, 60, 90], event: [1, 1, 1, 0, 0], at: 75 });
 * [estimate, lower, upper].map((value) => value.toFixed(3)); // => ["0.400", "0.013", "0.853"]
 */
export function bpcp({ time, event, at, level = 0.95, midP = false }: Observations & { at: number; level?: number; midP?: boolean }): Interval & {
  estimate: number;
} {
  requireLevel(level);
  if (!(at >= 0)) throw new RangeError(`invalid at: ${at}`);
  if (time.length === 0) throw new RangeError("invalid time: no case");
  const steps = kaplanMeier({ time, event }).filter((step) => step.time <= at);
  // The upper bound knows of the events only; the lower one also that those still followed could fail the next moment.
  const high = steps.reduce<Beta>((product, { atRisk, events }) => (events === 0 ? product : times(product, { a: atRisk - events + 1, b: events })), ONE);
  const last = steps.at(-1);
  const followed = last ? last.atRisk - last.events - last.censored : time.length;
  const low = times(high, { a: followed, b: 1 });
  const tail = (1 - level) / 2;
  const cdf = (beta: Beta) => (x: number) => betaCdf(x, beta);
  const both = (x: number) => 0.5 * betaCdf(x, low) + 0.5 * betaCdf(x, high);
  return {
    estimate: last?.survival ?? 1,
    lower: quantileOf(midP ? both : cdf(low), tail),
    upper: quantileOf(midP ? both : cdf(high), 1 - tail),
    level,
  };
}

const ONE: Beta = { a: 1, b: 0 };

/** The beta with the mean and the variance of a product of two independent ones. */
function times(one: Beta, other: Beta): Beta {
  if (one.b === 0) return other;
  if (other.b === 0) return one;
  if (other.a === 0) return other;
  const mean = (one.a / (one.a + one.b)) * (other.a / (other.a + other.b));
  const square = second(one) * second(other);
  const factor = (mean - square) / (square - mean * mean);
  return { a: mean * factor, b: (1 - mean) * factor };
}

function second({ a, b }: Beta): number {
  return (a * (a + 1)) / ((a + b) * (a + b + 1));
}
