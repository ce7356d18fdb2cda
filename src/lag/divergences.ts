import { type Day, toDay } from "../market/day.ts";
import type { Gauge } from "../market/gauge.ts";
import type { Series } from "../market/series.ts";
import { atLeastBelow } from "../num/atLeastBelow.ts";
import { drawdowns } from "../num/drawdowns.ts";
import { lowerBound } from "../num/lowerBound.ts";
import { recordIndices } from "../num/recordIndices.ts";

/** How a case ended: the laggard set a record, the leader fell away from its own, or neither yet. */
export type Resolution = "catchUp" | "rollOver" | "open";

/** One case of a leader at its record with a laggard far below its own (Dow theory: a non-confirmation). */
export interface Divergence {
  onset: Day; // "2025-12-04"; the session that opened the case
  laggardDistance: number; // -0.2615; the laggard's distance from its own record on that day
  resolution: Resolution; // "rollOver"
  resolvedOn: Day | null; // "2026-03-20"; null while open
  sessions: number; // 72; sessions of the leader after the onset, up to the resolution or the last one held
  tied: boolean; // false; both ends fell on one day, so that the order declared decided
}

/** When a case opens and closes. */
export interface DivergenceOptions {
  laggardBelow: number; // 0.2; the laggard is at least this far below its record
  leaderFalls: number; // 0.1; the leader has fallen at least this far from its record: roll-over
  leaderWithin?: number; // 0; sessions of the leader since its record at which a case may still open; default 0, the record itself
}

/**
 * Every case in which the leader stood at its record while the laggard stood at least `laggardBelow` under its own, one row a case.
 *
 * A case opens on a session at most `leaderWithin` sessions after the leader's record (default: on the record itself) and closes on the first
 * of two events after it: the laggard sets a record, on any day of its own calendar (`catchUp`), or the leader stands `leaderFalls` or more
 * below its record so far (`rollOver`). On the same day roll-over counts, the conservative order, and the case says that it was `tied`.
 * The next case opens only after the one before has closed. A day on which the laggard holds no value opens no case; `missing` says on
 * how many records of the leader, since the laggard's first value and outside a case, that was so. Point in time: without the later
 * sessions a case is open instead of closed, and nothing else changes.
 *
 * @throws RangeError when a distance is not between 0 and 1, or `leaderWithin` is no whole number
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { divergences } from "lockstep/lag";
 * const of = (market, values) => gaugeOf(toSeries({ market, field: "close", unit: "index", source: "hand", sessions: [0, 1, 2, 3], values }));
 * divergences({ leader: of("A", [10, 11, 12, 12]), laggard: of("B", [8, 6, 7, 9]), laggardBelow: 0.2, leaderFalls: 0.1 }).cases;
 * // => [{ onset: "1970-01-02", laggardDistance: -0.25, resolution: "catchUp", resolvedOn: "1970-01-04", sessions: 2, tied: false }]
 */
export function divergences({ leader, laggard, laggardBelow, leaderFalls, leaderWithin = 0 }: { leader: Gauge; laggard: Gauge } & DivergenceOptions): {
  cases: Divergence[];
  missing: number;
} {
  if (!(laggardBelow > 0 && laggardBelow < 1)) throw new RangeError(`invalid laggardBelow: ${laggardBelow}`);
  if (!(leaderFalls > 0 && leaderFalls < 1)) throw new RangeError(`invalid leaderFalls: ${leaderFalls}`);
  if (!Number.isInteger(leaderWithin) || leaderWithin < 0) throw new RangeError(`invalid leaderWithin: ${leaderWithin}`);
  const leaderBelow = drawdowns(leader.level.values, leader.record.values);
  const laggardDistances = drawdowns(laggard.level.values, laggard.record.values);
  const laggardRecords = recordIndices(laggard.record.values).map((index) => laggard.record.sessions[index]!);
  const leaderRecords = recordIndices(leader.record.values);
  const cases: Divergence[] = [];
  const begun = laggardRecords[0] ?? Number.POSITIVE_INFINITY;
  let closed = Number.NEGATIVE_INFINITY;
  let missing = 0;
  for (const [k, record] of leaderRecords.entries()) {
    const last = Math.min(record + leaderWithin, (leaderRecords[k + 1] ?? leaderBelow.length) - 1);
    for (let index = record; index <= last; index++) {
      const session = leader.record.sessions[index]!;
      if (session <= closed || Number.isNaN(leaderBelow[index])) continue;
      const distance = valueOn(laggard.level.sessions, laggardDistances, session);
      if (index === record && Number.isNaN(distance) && session > begun) missing++;
      // A leader that has fallen away already cannot open what its fall would close.
      if (!atLeastBelow(distance, laggardBelow) || atLeastBelow(leaderBelow[index]!, leaderFalls)) continue;
      const rollOver = firstFall(leaderBelow, index, leaderFalls);
      const rollOverOn = leader.level.sessions[rollOver] ?? Number.POSITIVE_INFINITY;
      const catchUpOn = laggardRecords[lowerBound(laggardRecords, session + 1)] ?? Number.POSITIVE_INFINITY;
      closed = Math.min(rollOverOn, catchUpOn);
      const open = closed === Number.POSITIVE_INFINITY;
      cases.push({
        onset: toDay(session),
        laggardDistance: distance,
        resolution: open ? "open" : rollOverOn <= catchUpOn ? "rollOver" : "catchUp",
        resolvedOn: open ? null : toDay(closed),
        sessions: countHeldBetween(leader.level, index, closed),
        tied: !open && rollOverOn === catchUpOn,
      });
    }
  }
  return { cases, missing };
}

function valueOn(sessions: Int32Array, values: Float64Array, session: number): number {
  const at = lowerBound(sessions, session);
  return sessions[at] === session ? values[at]! : Number.NaN;
}

function firstFall(below: Float64Array, after: number, fall: number): number {
  let i = after + 1;
  while (i < below.length && !atLeastBelow(below[i]!, fall)) i++;
  return i;
}

function countHeldBetween(series: Series, after: number, last: number): number {
  let count = 0;
  for (let i = after + 1; i < series.sessions.length && series.sessions[i]! <= last; i++) if (!Number.isNaN(series.values[i])) count++;
  return count;
}
