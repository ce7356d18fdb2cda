import type { Series } from "../../../market/index.ts";

const WEEKS_52 = 364; // days

/**
 * The days on which a series stood strictly below every value of the 52 weeks before; none before so much history is held.
 *
 * In days and not in sessions: a market that trades every day has more of them in a year.
 */
export function yearLows({ sessions, values }: Series): number[] {
  const found: number[] = [];
  // Candidates for the lowest value of the window, lowest first: a later and lower one ends an earlier one's chance.
  const lowest: number[] = [];
  let head = 0;
  let begun = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sessions.length; i++) {
    const [session, value] = [sessions[i]!, values[i]!];
    if (Number.isNaN(value)) continue;
    if (begun === Number.POSITIVE_INFINITY) begun = session;
    while (head < lowest.length && sessions[lowest[head]!]! < session - WEEKS_52) head++;
    if (session - begun >= WEEKS_52 && (head === lowest.length || value < values[lowest[head]!]!)) found.push(session);
    while (lowest.length > head && values[lowest.at(-1)!]! >= value) lowest.pop();
    lowest.push(i);
  }
  return found;
}
