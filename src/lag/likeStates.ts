import { lowerBound } from "../num/lowerBound.ts";
import type { LaggardPath } from "./laggardPath.ts";

/** Which days are like a state. */
export interface LikeStateOptions {
  scaled: number; // 0.52; the state's scaled distance
  band: number; // 0.25; like it when the scaled distances differ by a factor of at most 1 + band
  days: number; // 180; horizon in calendar days
  until: number; // the day from which one looks; horizons that end later are not used
  /** Days on which the leader stands at a record do not count: ascending day numbers of its records. */
  leaderRecords?: ArrayLike<number>;
  /** Days whose horizon would overlap this span are left out: a case must not be its own base. */
  except?: { from: number; to: number };
}

// A week after a record the leader still counts as being at it.
const AWAY_AFTER = 7;

/**
 * Positions at which a laggard stood in a like state: as far below its record against its own volatility, the leader away from its records,
 * the horizon passed.
 *
 * @throws RangeError when band is not above 0, or scaled is negative
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath, likeStates } from "lockstep/lag";
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [0, 1, 2, 3, 4], values: [10, 9, 9.5, 9, 9] });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252, window: 2 });
 * likeStates(path, { scaled: 0.6, band: 0.4, days: 1, until: 4 }); // => [2]
 */
export function likeStates(path: LaggardPath, { scaled, band, days, until, leaderRecords = [], except }: LikeStateOptions): number[] {
  if (!(band > 0)) throw new RangeError(`invalid band: ${band}`);
  if (scaled < 0) throw new RangeError(`invalid scaled: ${scaled}`);
  const positions: number[] = [];
  // The path is scaled by the volatility of a year, the state by that of the horizon.
  const year = scaled * Math.sqrt(days / 365);
  const least = year / (1 + band);
  const most = year * (1 + band);
  for (let at = 0; at < path.sessions.length; at++) {
    const session = path.sessions[at]!;
    if (session + days > until) break;
    if (!(path.scaled[at]! >= least && path.scaled[at]! <= most)) continue;
    if (except && session + days > except.from && session < except.to) continue;
    const last = lowerBound(leaderRecords, session + 1) - 1;
    if (last >= 0 && session - leaderRecords[last]! <= AWAY_AFTER) continue;
    positions.push(at);
  }
  return positions;
}
