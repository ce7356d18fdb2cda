import type { Changes } from "./changesTogether.ts";

const MONDAY = 4; // 1970-01-05

/**
 * Changes summed over weeks, Monday to Sunday: for exchanges, those that end on Friday. Point in time but for the last week, which may go on.
 *
 * Closes at different hours, and prices that follow late, share more of a week than of a day. A week holds whatever days are there.
 *
 * @returns `since` of the first and `sessions` of the last change of each week
 *
 * @example
 * import { weeklyChanges } from "lockstep/rates";
 * const [since, sessions] = [Int32Array.of(4, 5, 8), Int32Array.of(5, 8, 11)];
 * const changes = { market: "A", since, sessions, returns: Float64Array.of(0.25, 0.5, 1), changesBp: Float64Array.of(1, 2, 4), leftOut: 0 };
 * const weeks = weeklyChanges(changes);
 * [...weeks.sessions, ...weeks.returns, ...weeks.changesBp]; // => [8, 11, 0.75, 1, 3, 4]
 */
export function weeklyChanges(changes: Changes): Changes {
  const { since, sessions, returns, changesBp } = changes;
  const weeks: { week: number; since: number; session: number; sum: number; sumBp: number }[] = [];
  for (const [k, session] of sessions.entries()) {
    const week = Math.floor((session - MONDAY) / 7);
    const open = weeks.at(-1);
    if (open?.week !== week) weeks.push({ week, since: since[k]!, session, sum: returns[k]!, sumBp: changesBp[k]! });
    else {
      open.session = session;
      open.sum += returns[k]!;
      open.sumBp += changesBp[k]!;
    }
  }
  return {
    ...changes,
    since: Int32Array.from(weeks, (week) => week.since),
    sessions: Int32Array.from(weeks, ({ session }) => session),
    returns: Float64Array.from(weeks, ({ sum }) => sum),
    changesBp: Float64Array.from(weeks, ({ sumBp }) => sumBp),
  };
}
