import { circularCounts, effectiveShifts, lowerBound } from "../num/index.ts";
import { type LaggardPath, regainedWithin } from "./laggardPath.ts";

/** Whether the laggard regained its record more often after the leader's highs than after other days in the same state. */
export interface LeaderShift {
  days: number; // 96; highs of the leader with the laggard so far below, followed to the horizon
  share: number; // 0.61; of these, with a record of the laggard within the horizon
  expected: number; // 0.44; mean of that share over all shifts
  exceed: number; // shifts with at least this share, the observed one among them
  pValue: number; // exceed / shifts
  shifts: number; // shifts that leave the leader a high with the laggard so far below
  effective: number; // how many of the shifts are worth as independent ones
}

/**
 * Circular-shift test of catch-up: the leader's highs are moved around the laggard's own history, which stays as it is.
 *
 * The statistic is the share of divergence days (a high of the leader, the laggard at least `below` under its record) after which the laggard set a
 * record within the horizon. Days overlap, and the laggard far below its record behaves as it does without any leader: both are kept
 * by holding the laggard's path and state and shifting only the leader. Exact over all shifts, one-sided. Treating the days as independent
 * instead rejects a true null every second time.
 *
 * @param options.sessions the leader's sessions on which the laggard holds a value: ascending day numbers
 * @param options.highs positions in `sessions` of the leader's highs
 * @param options.below log distance, above 0
 * @param options.days horizon in calendar days
 * @param options.until the day from which one looks
 * @returns undefined where no high of the leader finds the laggard so far below
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath, leaderShift } from "lockstep/lag";
 * const values = Array.from({ length: 60 }, (_, i) => 10 + Math.sin(i / 3) + i / 100);
 * const sessions = [...values.keys()];
 * const path = laggardPath(gaugeOf(toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions, values })), { sessionsPerYear: 252 });
 * leaderShift({ path, sessions, highs: [18, 30], below: 0.05, days: 7, until: 59 }).share; // => 0.5
 */
export function leaderShift({
  path,
  sessions,
  highs,
  below,
  days,
  until,
}: {
  path: LaggardPath;
  sessions: ArrayLike<number>;
  highs: readonly number[];
  below: number;
  days: number;
  until: number;
}): LeaderShift | undefined {
  if (!(below > 0)) throw new RangeError(`invalid below: ${below}`);
  const state = new Uint8Array(sessions.length);
  const success = new Uint8Array(sessions.length);
  for (let i = 0; i < sessions.length; i++) {
    const at = lowerBound(path.sessions, sessions[i]!);
    if (path.sessions[at] !== sessions[i] || !(path.below[at]! >= below)) continue;
    const outcome = regainedWithin(path, at, { days, until });
    if (Number.isNaN(outcome)) continue;
    state[i] = 1;
    success[i] = outcome;
  }
  const opportunities = circularCounts(highs, state);
  const successes = circularCounts(highs, success);
  const observed = successes[0]! / opportunities[0]!;
  if (!(opportunities[0]! > 0)) return undefined;
  const shares = Array.from(opportunities, (count, s) => (count === 0 ? Number.NaN : successes[s]! / count)).filter((share) => !Number.isNaN(share));
  const exceed = shares.filter((share) => share >= observed - 1e-12).length;
  return {
    days: opportunities[0]!,
    share: observed,
    expected: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    exceed,
    pValue: exceed / shares.length,
    shifts: shares.length,
    effective: effectiveShifts(shares),
  };
}
