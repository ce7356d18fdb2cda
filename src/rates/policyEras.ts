import { type Day, dayNumber, toDay } from "../market/index.ts";

/** A change of the policy rate, as decided. */
export interface PolicyMove {
  day: Day; // "2015-12-16"; of the decision
  changeBp: number; // 25; basis points; 0 = left as it was
}

/** The time from one change of direction of the policy rate to the next. */
export interface PolicyEra {
  direction: "hikes" | "cuts" | "unknown";
  from: Day; // "2015-12-16"; the day of the first move, or where the view begins
  to: Day | null; // "2019-07-30"; the last day, the one before the next era; null = it goes on where the view ends
}

/**
 * Eras of monetary policy: the first hike after cuts opens one of hikes, the first cut after hikes one of cuts. Point in time.
 *
 * A pause belongs to the era before it. Where the view begins the direction is that of the last move until then, unknown without one. Moves after the
 * view play no part.
 *
 * @param moves ascending in time; decisions without a change may be among them
 * @param options.from first day of the view
 * @param options.to last day of the view
 * @returns eras without gaps from the first day of the view to its last; none when that is before the first
 * @throws RangeError when days do not ascend or a change is no finite number
 *
 * @example
 * import { policyEras } from "lockstep/rates";
 * const moves = [{ day: "2015-12-16", changeBp: 25 }, { day: "2018-12-19", changeBp: 25 }, { day: "2019-07-31", changeBp: -25 }];
 * const [hikes, cuts] = policyEras(moves, { from: "2016-01-04", to: "2019-12-31" });
 * hikes; // => { direction: "hikes", from: "2016-01-04", to: "2019-07-30" }
 * cuts; // => { direction: "cuts", from: "2019-07-31", to: null }
 */
export function policyEras(moves: readonly PolicyMove[], { from, to }: { from: Day; to: Day }): PolicyEra[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const turns: { direction: PolicyEra["direction"]; on: number }[] = [{ direction: "unknown", on: first }];
  let before = Number.NEGATIVE_INFINITY;
  for (const { day, changeBp } of moves) {
    const on = dayNumber(day);
    if (on <= before) throw new RangeError(`invalid moves: ${day} after ${toDay(before)}`);
    if (!Number.isFinite(changeBp)) throw new RangeError(`invalid changeBp: ${changeBp} on ${day}`);
    before = on;
    const direction = changeBp > 0 ? "hikes" : "cuts";
    if (changeBp === 0 || on > last || direction === turns.at(-1)!.direction) continue;
    if (on <= first) turns.length = 0;
    turns.push({ direction, on: Math.max(on, first) });
  }
  if (last < first) return [];
  return turns.map(({ direction, on }, k) => {
    const next = turns[k + 1];
    return { direction, from: toDay(on), to: next ? toDay(next.on - 1) : null };
  });
}
