import type { Day } from "../market/index.ts";
import type { Changes } from "./changesTogether.ts";
import { changesWithin } from "./changesWithin.ts";
import { type MoreSensitive, moreSensitive } from "./moreSensitive.ts";
import { pairedChanges } from "./pairedChanges.ts";
import type { PolicyEra } from "./policyEras.ts";
import { type HacSlope, type RateSlope, resampledSlope, type SlopeOptions, slopeOfChanges } from "./slopeOfChanges.ts";
import { weeklyChanges } from "./weeklyChanges.ts";

/** Small and large caps on the same days. */
export interface PairSensitivity extends MoreSensitive {
  small: string; // "IWM"
  large: string; // "SPY"
  difference: RateSlope; // of the returns of small less large
  average: RateSlope; // of the average of the two returns
  leftOut: number; // 0; changes of one that the other lacks
}

/** How markets moved with a yield over one span of time. */
export interface SpanSensitivity {
  from: Day | null; // null = since the first change
  to: Day | null; // null = to the last one
  markets: HacSlope[]; // in the order given
  pair: PairSensitivity | null; // null = none was asked for
}

/** How markets moved with a yield, era by era. */
export interface RateSensitivity {
  eras: (SpanSensitivity & Pick<PolicyEra, "direction">)[];
  whole: SpanSensitivity; // all changes given
}

/**
 * Slopes of markets on a yield for each era of monetary policy and overall: log return for ten basis points more, with a Newey-West interval;
 * for a pair also the slopes of difference and average, with the interval of a stationary bootstrap beside it, and what may be said of them.
 *
 * Every era stands by itself, since the sign of the slope changes between eras. A change belongs to the day on which it ends. Of an era with fewer than three
 * changes, or a yield that stood still, slope and bounds are NaN. Chance is drawn era by era, the whole last: a later era changes no earlier one.
 *
 * @param input.changes of each market against one yield
 * @param input.eras as from `policyEras`
 * @param input.pair which of the markets are the small caps and which the large ones
 * @param input.every "week" sums changes over weeks within each era first: a check on closes at different hours
 * @param input.level of the intervals
 * @param input.reps resamples of each bootstrap of the pair
 * @param input.uniform chance, seeded by the caller
 * @throws RangeError when a market of the pair is not among the changes, or an option is out of range
 *
 * @example
 * import { seeded } from "lockstep/num";
 * import { rateSensitivity } from "lockstep/rates";
 * const sessions = Int32Array.from({ length: 200 }, (_, k) => k + 1);
 * const changesBp = Float64Array.from(sessions, (day) => 5 * Math.sin(day * day));
 * const of = (market, beta) => ({
 *   market, since: sessions.map((day) => day - 1), sessions, changesBp, leftOut: 0,
 *   returns: changesBp.map((change, k) => (beta * change) / 10 + 0.01 * Math.cos(k * k * k)),
 * });
 * const { whole } = rateSensitivity({
 *   changes: [of("IWM", -0.02), of("SPY", -0.01)], eras: [], pair: { small: "IWM", large: "SPY" }, every: "day", level: 0.95, reps: 199, uniform: seeded(1),
 * });
 * whole.pair.difference.slope.toFixed(4); // => "-0.0100"
 * whole.pair.answer; // => "small caps more"
 */
export function rateSensitivity({
  changes,
  eras,
  pair,
  every,
  ...options
}: SlopeOptions & {
  changes: readonly Changes[];
  eras: readonly PolicyEra[];
  pair?: { small: string; large: string };
  every: "day" | "week";
}): RateSensitivity {
  const named = (market: string): Changes => {
    const found = changes.find((one) => one.market === market);
    if (!found) throw new RangeError(`invalid pair: ${market}`);
    return found;
  };
  const paired = pair && pairedChanges(named(pair.small), named(pair.large));
  const over = (span: { from: Day; to: Day | null } | undefined): SpanSensitivity => {
    const own = (all: Changes): Changes => {
      const within = span ? changesWithin(all, span) : all;
      return every === "week" ? weeklyChanges(within) : within;
    };
    const markets = changes.map((one) => slopeOfChanges(own(one), options));
    if (!pair || !paired) return { from: span?.from ?? null, to: span?.to ?? null, markets, pair: null };
    const [difference, average] = [resampledSlope(own(paired.difference), options), resampledSlope(own(paired.average), options)];
    const said = moreSensitive({ difference, average });
    return { from: span?.from ?? null, to: span?.to ?? null, markets, pair: { ...pair, difference, average, leftOut: paired.leftOut, ...said } };
  };
  return { eras: eras.map((era) => ({ direction: era.direction, ...over(era) })), whole: over(undefined) };
}
