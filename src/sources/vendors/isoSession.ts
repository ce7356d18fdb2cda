import { toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import { isoDay } from "./isoDay.ts";

const MS_PER_DAY = 86_400_000;

/**
 * The session of a day written as 2025-12-11.
 *
 * A day to come would only fall out of the range asked for, and figures that were not understood would pass for none: it is refused.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function isoSession(day: unknown, place: string, now: number): number {
  const session = isoDay(day, place);
  const today = Math.floor(now / MS_PER_DAY);
  // A day of grace, since the clock here may be behind the source's.
  if (session > today + 1) throw malformed(place, `a day up to ${toDay(today)}`, day);
  return session;
}
