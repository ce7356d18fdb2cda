import { lowerBound } from "../../../num/lowerBound.ts";

/**
 * How many sessions lie from one day to another on one calendar; 0 for the same session.
 *
 * A day without a session there (a weekend of a market that trades every day) belongs to the sessions on either side of it, the nearer one counting.
 *
 * @param sessions ascending day numbers of the calendar
 */
export function sessionsApart(sessions: Int32Array, one: number, other: number): number {
  const [a, b] = [placeOf(sessions, one), placeOf(sessions, other)];
  return Math.max(0, a.from - b.to, b.from - a.to);
}

function placeOf(sessions: Int32Array, day: number): { from: number; to: number } {
  const to = lowerBound(sessions, day);
  return { from: sessions[to] === day ? to : to - 1, to };
}
