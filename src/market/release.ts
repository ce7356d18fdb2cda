import { isSession, nextSession } from "./calendar/sessions.ts";
import type { Calendar } from "./instrument.ts";

/** When the value of a day becomes public: so many sessions of a calendar after it, at a time of New York. */
export interface Release {
  calendar: Calendar; // "US-FED"
  after: number; // 1; sessions after the day; 0 = the day itself
  time: string; // "16:15"
}

// A study looks from the close of the New York Stock Exchange.
const CLOSE = "16:00";

/**
 * The first day at whose close in New York (16:00) the value of a day is public. Days are numbers since 1970-01-01.
 *
 * What is published at the close or after it is known from the next day on: the balance sheet of a Wednesday appears on Thursday
 * at 16:30 and can be used on Friday.
 *
 * @throws Problem (data) when the calendar does not cover the day
 *
 * @example
 * import { dayNumber, publicOn, toDay } from "lockstep/market";
 * const release = { calendar: "US-FED", after: 1, time: "16:30" };
 * toDay(publicOn(dayNumber("2025-12-10"), release)); // => "2025-12-12"
 */
export function publicOn(day: number, { calendar, after, time }: Release): number {
  let released = day;
  for (let k = 0; k < after; k++) released = nextSession(calendar, released);
  // On a day without a session nothing is published.
  if (after === 0 && !isSession(calendar, released)) released = nextSession(calendar, released);
  return time < CLOSE ? released : released + 1;
}
