import type { Gauge } from "../../src/market/index.ts";
import { average, type NaiveYear, naiveStates } from "./laggard.ts";
import { naiveLikeStates } from "./likeStates.ts";

interface Options extends NaiveYear {
  leaderRecords: readonly number[];
  days: number;
  band: number;
  until: number;
}

/** What followed each case that does not overlap, and what followed its like states on the whole. */
export function naiveForwardReturns(onsets: readonly number[], gauge: Gauge, options: Options): { own: number; like: number }[] {
  const { days, until } = options;
  let over = Number.NEGATIVE_INFINITY;
  return onsets.flatMap((day) => {
    const own = valueBy(gauge, day + days) - valueBy(gauge, day);
    if (day < over || day + days > until || Number.isNaN(own)) return [];
    const here = naiveStates(gauge, options).findLast(({ session }) => session <= day)!;
    const scaled = here.volatility > 0 ? here.below / (here.volatility * Math.sqrt(days / 365)) : Number.NaN;
    const alike = naiveLikeStates(gauge, { ...options, scaled, except: { from: day, to: day + days } });
    const like = average(alike.map((at) => valueBy(gauge, gauge.level.sessions[at]! + days) - valueBy(gauge, gauge.level.sessions[at]!)));
    if (Number.isNaN(like)) return [];
    over = day + days;
    return [{ own, like }];
  });
}

/** Logarithm of the last value on or before a day. */
function valueBy({ level }: Gauge, day: number): number {
  const held = [...level.values].filter((value, k) => level.sessions[k]! <= day && !Number.isNaN(value));
  return Math.log(held.at(-1) ?? Number.NaN);
}
