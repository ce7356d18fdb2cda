import { dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";

const SECONDS_PER_DAY = 86_400;
const FIRST_BLOCK = dayNumber("2009-01-03"); // of Bitcoin: no coin had a price before

/**
 * The session of a 24/7 market whose day of UTC begins at a stamp in seconds since 1970.
 *
 * A stamp that no such day begins at (milliseconds, another zone, a day to come) would only fall out of the range asked for, and figures that
 * were not understood would pass for none: it is refused.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function utcSession(seconds: number, place: string, now: number): number {
  const session = seconds / SECONDS_PER_DAY;
  const today = Math.floor(now / 1000 / SECONDS_PER_DAY);
  // A day of grace, since the clock here may be behind the venue's.
  if (Number.isInteger(session) && session >= FIRST_BLOCK && session <= today + 1) return session;
  throw malformed(place, `the second at which a day of UTC begins, from ${toDay(FIRST_BLOCK)} to ${toDay(today)}`, seconds);
}
