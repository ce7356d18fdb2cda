import { aalenJohansen, bpcp, clopperPearson, type Interval, kaplanMeier } from "../num/index.ts";
import type { Divergence } from "./divergences.ts";
import { endingTimes, KIND } from "./endingTimes.ts";

/** How many of the cases had ended by one time after their onset, and in what. */
export interface EndingAt {
  days: number; // 180
  atRisk: number; // 3; cases neither ended nor lost from sight before
  censored: number; // 0; cases still open and followed for less
  catchUp: number; // 0.5; cumulative incidence (Aalen-Johansen)
  rollOver: number; // 0.25
  open: number; // 0.25; share without any ending yet
  /** Exact interval of the incidence of catch-up: only where no case was censored before. */
  catchUpInterval: Interval | null;
  rollOverInterval: Interval | null;
  /** Interval of the share without an ending: Clopper-Pearson where uncensored, else beta product. */
  openInterval: Interval;
}

/** Cumulative incidence of both endings over time, and at fixed horizons. */
export interface Endings {
  steps: { days: number; catchUp: number; rollOver: number; open: number }[]; // one for each distinct time
  at: EndingAt[];
  /** Days until half the cases have ended; null where the upper bound of the share without an ending never falls below one half. */
  medianDays: number | null;
}

// A product of shares that comes to one half may miss it by as much.
const ROUNDING = 1e-12;

/**
 * How long cases take to end, and in which of their two competing ends: cumulative incidence by Aalen and Johansen, ties exact.
 *
 * Times are calendar days from the onset. An open case is censored at `until`. One minus Kaplan-Meier with the other ending censored would overstate
 * both. Intervals are exact for few cases: Clopper-Pearson at horizons that every case was followed to, beta product (BPCP)
 * for the share without an ending otherwise; for an incidence with censored cases none is given.
 *
 * @param cases as `divergences` returns them
 * @param options.horizons calendar days
 * @param options.until the last session held: day number
 * @param options.level default 0.9
 *
 * @example
 * import { endings } from "lockstep/lag";
 * const of = (onset, resolution, resolvedOn) => ({ onset, resolution, resolvedOn });
 * const cases = [of("2020-01-01", "catchUp", "2020-01-11"), of("2020-02-01", "rollOver", "2020-03-02"), of("2020-04-01", "open", null)];
 * const { at: [first] } = endings(cases, { horizons: [20], until: 18400 });
 * [first.catchUp.toFixed(3), first.rollOver, first.atRisk]; // => ["0.333", 0, 2]
 */
export function endings(
  cases: readonly Pick<Divergence, "onset" | "resolution" | "resolvedOn">[],
  { horizons, until, level = 0.9 }: { horizons: readonly number[]; until: number; level?: number },
): Endings {
  const { time, event } = endingTimes(cases, until);
  const steps = aalenJohansen({ time, event, kinds: 2 }).map(({ time: days, incidence: [catchUp = 0, rollOver = 0], survival }) => ({
    days,
    catchUp,
    rollOver,
    open: survival,
  }));
  const any = event.map((kind) => (kind === 0 ? 0 : 1));
  const at = cases.length === 0 ? [] : horizons.map((days) => endingAt(days, { time, event, any, steps, level }));
  return { steps, at, medianDays: medianOf({ time, event: any }, level) };
}

interface Times {
  time: number[];
  event: number[];
  any: number[];
  steps: Endings["steps"];
  level: number;
}

function endingAt(days: number, { time, event, any, steps, level }: Times): EndingAt {
  const step = steps.findLast((one) => one.days <= days) ?? { catchUp: 0, rollOver: 0, open: 1 };
  const count = (kind: number): number => time.filter((one, i) => event[i] === kind && one <= days).length;
  const censored = time.filter((one, i) => event[i] === 0 && one < days).length;
  const exact = (kind: number): Interval | null => (censored > 0 ? null : clopperPearson({ successes: count(kind), n: time.length, level }));
  // Who was followed to the very horizon was not lost before it.
  const seen = time.map((one, i) => (one === days && event[i] === 0 ? days + 1 : one));
  const { lower, upper } = bpcp({ time: seen, event: any, at: days, level });
  return {
    days,
    atRisk: time.filter((one) => one >= days).length,
    censored,
    catchUp: step.catchUp,
    rollOver: step.rollOver,
    open: step.open,
    catchUpInterval: exact(KIND.catchUp),
    rollOverInterval: exact(KIND.rollOver),
    openInterval: { lower, upper, level },
  };
}

function medianOf(observations: { time: number[]; event: number[] }, level: number): number | null {
  const half = kaplanMeier(observations).find(({ survival }) => survival <= 0.5 + ROUNDING);
  if (!half) return null;
  // A median is only as good as the bound: unless that falls below one half somewhere, "half have ended" is not shown.
  const bounded = observations.time.some((at) => bpcp({ ...observations, at, level }).upper < 0.5);
  return bounded ? half.time : null;
}
