import { type Day, dayNumber } from "../market/day.ts";
import { lowerBound } from "../num/lowerBound.ts";
import { type MatchedBase, matchedBase, randomWalkBase } from "./baseRates.ts";
import { type LaggardPath, laggardState, regainedWithin, scaledDistance } from "./laggardPath.ts";

/** One case as a trial: did the laggard regain its record within the horizon, and how likely was that anyway. */
export interface CatchUpTrial {
  onset: Day; // "2016-11-14"
  distance: number; // -0.38
  volatility: number; // 0.44 a year; NaN unknown
  scaled: number; // 1.08; distance over the volatility of the horizon; NaN unknown
  age: number; // 1081; sessions of its own since the laggard's record
  outcome: number; // 1 within the horizon, 0 not; NaN while the horizon has not passed
  overlaps: boolean; // its horizon begins before that of the last counted case has passed: the two would not be independent
  randomWalk: number; // 0.24; probability for a random walk; NaN unknown
  randomWalkDrift: number; // 0.4; the same with the laggard's own drift so far
  matched: MatchedBase; // the laggard in a like state when the leader was not at a record
  base: number; // 0.3; the probability that the case is held against; NaN when neither is known
  baseFrom: "matched" | "randomWalk" | "none"; // which it is
}

/** How trials are made of cases. */
export interface TrialOptions {
  days: number; // 180; the horizon, in calendar days
  band: number; // 0.25; scaled distances of like states differ by a factor of at most 1 + band
  leastWindows: number; // 5; fewer windows of a like state are no base: the random walk is taken, and the trial says so
  until: number; // the day from which one looks
  leaderSince?: number; // the day from which the leader's records count: its first ones are records by construction; default all
}

/**
 * The cases of a pair as trials at one horizon, each with its own base probability.
 *
 * Success is a record of the laggard within `days` of the onset, whatever the leader does. Cases follow each other faster than horizons
 * pass: one whose onset lies within the horizon of the last counted one `overlaps` and is not counted, since both would wait for the same record.
 * The base of a trial is the share of like states of the same laggard, away from the leader's records and from the trial's own span, moved by half a
 * window each way so that it is never 0 or 1; where too few windows are held, the random walk's. Uses nothing after `until`.
 *
 * @param onsets days on which the cases opened, ascending
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { catchUpTrials, laggardPath } from "lockstep/lag";
 * const values = Array.from({ length: 60 }, (_, i) => 10 + Math.sin(i) + i / 100);
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [...values.keys()], values });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252, window: 10 });
 * const trials = catchUpTrials(["1970-01-25", "1970-01-27"], { path, leaderRecords: [24, 26], days: 7, band: 0.5, leastWindows: 1, until: 59 });
 * trials.map(({ outcome, overlaps }) => [outcome, overlaps]); // => [[1, false], [1, true]]
 */
export function catchUpTrials(
  onsets: readonly Day[],
  {
    path,
    leaderRecords,
    leaderSince = Number.NEGATIVE_INFINITY,
    days,
    band,
    leastWindows,
    until,
  }: TrialOptions & { path: LaggardPath; leaderRecords: ArrayLike<number> },
): CatchUpTrial[] {
  const spaced = new Set(spacedOnsets(onsets, { path, days, leaderSince }));
  return onsets.map((onset) => {
    const day = dayNumber(onset);
    const state = laggardState(path, day) ?? { below: Number.NaN, distance: Number.NaN, volatility: Number.NaN, drift: Number.NaN, age: Number.NaN };
    const scaled = scaledDistance(state, days);
    const at = lowerBound(path.sessions, day + 1) - 1;
    const random = (drift: "none" | "own") => randomWalkBase(state, { days, sessionsPerYear: path.sessionsPerYear, drift });
    const randomWalk = random("none");
    const matched = matchedBase([path], { scaled, band, days, until, leaderRecords, except: { from: day, to: day + days } });
    const baseFrom = day < leaderSince ? "none" : matched.windows >= leastWindows ? "matched" : Number.isNaN(randomWalk) ? "none" : "randomWalk";
    return {
      onset,
      distance: state.distance,
      volatility: state.volatility,
      scaled,
      age: state.age,
      outcome: at < 0 ? Number.NaN : regainedWithin(path, at, { days, until, from: day }),
      overlaps: baseFrom !== "none" && !spaced.has(onset),
      randomWalk,
      randomWalkDrift: random("own"),
      matched,
      base: baseFrom === "none" ? Number.NaN : baseFrom === "matched" ? heldBase(matched) : randomWalk,
      baseFrom,
    };
  });
}

/** A share seen in a few windows, moved by half a window each way: 0 of 6 is no impossibility. */
function heldBase({ share, windows }: MatchedBase): number {
  return (share * windows + 0.5) / (windows + 1);
}

/**
 * The onsets that can be judged and lie at least a horizon apart: those whose outcomes do not wait for the same record.
 *
 * An onset on which the laggard's volatility was not known yet, or before the leader's records count, has no base, and takes no place of one
 * that has.
 *
 * @param onsets ascending
 * @param options.days the horizon, in calendar days
 * @param options.leaderSince the day from which the leader's records count; default all
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath, spacedOnsets } from "lockstep/lag";
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [0, 1, 2, 3, 4], values: [10, 9, 9.5, 9, 9] });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252, window: 2 });
 * spacedOnsets(["1970-01-01", "1970-01-03", "1970-01-04", "1970-01-05"], { path, days: 2 }); // => ["1970-01-03", "1970-01-05"]
 */
export function spacedOnsets(
  onsets: readonly Day[],
  { path, days, leaderSince = Number.NEGATIVE_INFINITY }: { path: LaggardPath; days: number; leaderSince?: number },
): Day[] {
  let next = Number.NEGATIVE_INFINITY;
  return onsets.filter((onset) => {
    const day = dayNumber(onset);
    const volatility = laggardState(path, day)?.volatility ?? Number.NaN;
    if (day < next || day < leaderSince || !(volatility > 0)) return false;
    next = day + days;
    return true;
  });
}

/**
 * The trials that count: independent of each other, followed to the horizon, and with a base.
 *
 * @example
 * import { countedTrials } from "lockstep/lag";
 * countedTrials([{ outcome: NaN, overlaps: false, base: 0.4 }, { outcome: 1, overlaps: false, base: 0.4 }]).length; // => 1
 */
export function countedTrials<T extends Pick<CatchUpTrial, "outcome" | "overlaps" | "base">>(trials: readonly T[]): T[] {
  return trials.filter(({ outcome, overlaps, base }) => !overlaps && !Number.isNaN(outcome) && !Number.isNaN(base));
}
