import { type Day, dayNumber, type Gauge, type Series, toDay } from "../../../market/index.ts";
import { lowerBound } from "../../../num/index.ts";
// A file, not the room: it says for all rooms when figures are too old to speak of a day.
import { type Known, knownGauge } from "../../../study/known.ts";
import type { Period } from "../../mention.ts";
import { isClosed } from "../figures/heldIn.ts";
import type { World } from "../world.ts";

/** What a market returned over a period, and the two values it was computed from. */
export interface ReturnOver {
  value: number; // 0.05; decimal
  change: number; // 12.31; in the unit of the series
  from: { on: Day; level: number };
  to: { on: Day; level: number };
  series: Series;
}

/**
 * The return of a market over a period, on its own sessions: the last value in the period, up to a day, over the last one before the period.
 *
 * A day is held against the session before; "since Monday" starts from Monday's value itself, "since October" from the last one of September. Unknown,
 * with the reason, where one of the two is not held or the market was closed.
 *
 * @param basis on which values: total returns put dividends back
 */
export function returnOver(world: World, id: string, basis: "close" | "total-return", over: Period, until: Day): Known<ReturnOver> {
  const { markets, group } = world;
  const last = over.last < until ? over.last : until;
  if (over.first > last) return { reason: `figures of ${id} from ${over.first} on: that is after the publication` };
  const look = { asOf: last, staleAfter: group.definitions.staleAfter };
  const known: Known<Gauge> = knownGauge(markets, id, basis, look);
  if (!known.held) return known;
  const { level: series } = known.held;
  const sinceDay = over.relation === "since" && over.precision === "day";
  const startBy = dayNumber(over.first) - (sinceDay ? 0 : 1);
  const end = heldBy(series, dayNumber(last));
  const start = heldBy(series, startBy);
  if (start === undefined) return { reason: `the history held of ${id} begins on ${toDay(series.sessions[0]!)}` };
  const [from, to] = [series.sessions[start]!, series.sessions[end!]!];
  if (startBy - from > look.staleAfter) return { reason: `figures of ${id} before ${over.first}: the last held is of ${toDay(from)}` };
  const wholeDay = over.precision === "day" && !sinceDay;
  if (to <= from || (wholeDay && to !== dayNumber(last))) {
    const days = { first: over.first, last };
    return {
      reason: `a session of ${id} ${wholeDay ? `on ${last}` : `after ${toDay(from)}`}: ${isClosed(world, id, days) ? "there was none" : "none is held"}`,
    };
  }
  const [before, after] = [series.values[start]!, series.values[end!]!];
  return {
    held: { value: after / before - 1, change: after - before, from: { on: toDay(from), level: before }, to: { on: toDay(to), level: after }, series },
  };
}

/** Position of the last value held on or before a day. */
function heldBy({ sessions, values }: Series, day: number): number | undefined {
  let at = lowerBound(sessions, day + 1) - 1;
  while (at >= 0 && Number.isNaN(values[at])) at--;
  return at < 0 ? undefined : at;
}
