import { type Day, dayNumber } from "../market/day.ts";
import { bootstrapInterval, type Interval, lowerBound, mean, quantile, type Uniform } from "../num/index.ts";
import { type LaggardPath, laggardState, scaledDistance } from "./laggardPath.ts";
import { likeStates } from "./likeStates.ts";

/** What a market returned after the onsets, one value a case, against like states. */
export interface ForwardReturn {
  days: number; // 180
  n: number; // 8; cases that do not overlap, were followed to the end, and have a like state to compare with
  mean: number; // 0.31; log return; NaN without a case
  median: number; // 0.22
  matchedMean: number; // 0.12; mean over the cases of the mean log return after days in a like state, without the leader's records
  excess: number; // 0.19; mean of each case's return less that of its like states; NaN without a case
  interval: Interval; // of the excess; NaN bounds with fewer than eight cases: the tails of bootstrap-t rest on too few resamples then
}

const LEAST_FOR_INTERVAL = 8;

/**
 * Forward log returns of a market after the onsets of cases, one for each case, less what followed like states of its own.
 *
 * Daily windows that overlap count one event many times; here a case whose span begins before the last counted one is over is left out. The
 * interval is bootstrapped over cases (bootstrap-t). A case's return and its like states' share a market, so it is a measure of spread, not a test.
 *
 * @param onsets ascending days
 * @param options.days span in calendar days, from the last value on or before its first day to that on or before its last
 * @param options.leaderRecords day numbers of the leader's records: like states near them are left out
 * @param options.band scaled distances of like states differ by a factor of at most 1 + band
 * @param options.until the day from which one looks
 * @param options.uniform chance, seeded by the caller
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { forwardReturns, laggardPath } from "lockstep/lag";
 * import { seeded } from "lockstep/num";
 * const values = Array.from({ length: 60 }, (_, i) => 10 + Math.sin(i));
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [...values.keys()], values });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252, window: 10 });
 * const options = { path, leaderRecords: [], days: 10, band: 0.25, until: 59, reps: 99, uniform: seeded(1) };
 * const { n, mean, matchedMean } = forwardReturns(["1970-01-25", "1970-01-27", "1970-02-10"], options);
 * [n, mean.toFixed(3), matchedMean.toFixed(3)]; // => [2, "0.024", "-0.010"]
 */
export function forwardReturns(
  onsets: readonly Day[],
  {
    path,
    leaderRecords,
    days,
    band,
    until,
    reps,
    uniform,
    level = 0.9,
  }: {
    path: LaggardPath;
    leaderRecords: ArrayLike<number>;
    days: number;
    band: number;
    until: number;
    reps: number;
    uniform: Uniform;
    level?: number;
  },
): ForwardReturn {
  let next = Number.NEGATIVE_INFINITY;
  const returns: number[] = [];
  const matched: number[] = [];
  for (const onset of onsets) {
    const day = dayNumber(onset);
    if (day < next || day + days > until) continue;
    const own = returnFrom(path, day, days);
    const state = laggardState(path, day);
    const scaled = state ? scaledDistance(state, days) : Number.NaN;
    const like = likeStates(path, { scaled, band, days, until, leaderRecords, except: { from: day, to: day + days } });
    const usual = mean(like.map((at) => returnFrom(path, path.sessions[at]!, days)).filter((one) => !Number.isNaN(one)));
    // A case with nothing to compare with takes no place of one that has.
    if (Number.isNaN(own) || Number.isNaN(usual)) continue;
    next = day + days;
    returns.push(own);
    matched.push(usual);
  }
  const excess = returns.map((own, k) => own - matched[k]!);
  const few = { lower: Number.NaN, upper: Number.NaN, level };
  return {
    days,
    n: returns.length,
    mean: mean(returns),
    median: quantile(returns, 0.5),
    matchedMean: mean(matched),
    excess: mean(excess),
    interval: excess.length < LEAST_FOR_INTERVAL ? few : bootstrapInterval(excess, { level, reps, uniform }),
  };
}

function returnFrom({ sessions, logLevel }: LaggardPath, day: number, days: number): number {
  const by = (last: number): number => logLevel[lowerBound(sessions, last + 1) - 1] ?? Number.NaN;
  return by(day + days) - by(day);
}
