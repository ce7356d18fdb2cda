import { type Day, toDay } from "../market/day.ts";
import type { Gauge } from "../market/gauge.ts";
import { type State, stateOf } from "../market/state.ts";
import { drawdowns } from "../num/drawdowns.ts";
import { recordIndices } from "../num/recordIndices.ts";

/** Where the laggard stood on a session on which the leader set a record. */
export interface LaggardAtRecord {
  session: Day; // "2025-10-06"
  distance: number; // 0; the laggard's value over its own record so far, minus one
  state: State; // "record"
}

/**
 * For each record high of the leader since the laggard has a history: how far the laggard was below its own record that day.
 *
 * Both are judged on their own calendar and record; only the day is shared. A day on which the laggard holds no
 * value is left out, never counted as a record: `missing` says how many. Point in time.
 *
 * @param options.near decimal; less than this below its record the laggard counts as near
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardAtRecords } from "lockstep/lockstep";
 * const of = (market, values) => gaugeOf(toSeries({ market, field: "close", unit: "index", source: "hand", sessions: [0, 1, 2], values }));
 * laggardAtRecords({ leader: of("A", [1, 2, 3]), laggard: of("B", [NaN, 4, 3]), near: 0.1 });
 * // => { days: [{ session: "1970-01-02", distance: 0, state: "record" }, { session: "1970-01-03", distance: -0.25, state: "apart" }], missing: 0 }
 */
export function laggardAtRecords({ leader, laggard, near }: { leader: Gauge; laggard: Gauge; near: number }): {
  days: LaggardAtRecord[];
  missing: number;
} {
  const { sessions } = laggard.level;
  const below = drawdowns(laggard.level.values, laggard.record.values);
  const laggardRecords = new Set(recordIndices(laggard.record.values));
  const days: LaggardAtRecord[] = [];
  let missing = 0;
  let at = 0;
  let begun = false;
  for (const index of recordIndices(leader.record.values)) {
    const session = leader.record.sessions[index]!;
    for (; at < sessions.length && sessions[at]! < session; at++) begun ||= !Number.isNaN(below[at]);
    const distance = sessions[at] === session ? below[at]! : Number.NaN;
    if (!Number.isNaN(distance)) {
      begun = true;
      days.push({ session: toDay(session), distance, state: stateOf({ atRecord: laggardRecords.has(at), distance, near }) });
    } else if (begun) missing++;
  }
  return { days, missing };
}
