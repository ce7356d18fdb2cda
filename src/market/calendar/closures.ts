import type { Calendar } from "../instrument.ts";
import { placeOf } from "./covered.ts";
import { type Closure, type HalfDay, sessionTable } from "./sessionTable.ts";

export type { Closure, HalfDay } from "./sessionTable.ts";

/**
 * Why a weekday is no session of a calendar, and who says so; `undefined` on a session and at the weekend.
 *
 * @throws Problem (data) when the calendar does not cover the day
 *
 * @example
 * import { closureOf, dayNumber } from "lockstep/market";
 * closureOf("XNYS", dayNumber("2025-04-18")).name; // => "Good Friday"
 * closureOf("XNYS", dayNumber("2025-04-17")); // => undefined
 */
export function closureOf(calendar: Calendar, day: number): Closure | undefined {
  if (calendar === "24/7") return undefined;
  placeOf(calendar, day);
  return sessionTable(calendar).closures.get(day);
}

/**
 * Why and when (New York time) a session of a calendar ends early, and who says so; `undefined` on every other day.
 *
 * Only XNYS has half days here: what is published of the bond market and the banks does not hang on their early closes.
 *
 * @throws Problem (data) when the calendar does not cover the day
 *
 * @example
 * import { dayNumber, halfDayOf } from "lockstep/market";
 * halfDayOf("XNYS", dayNumber("2025-11-28")).close; // => "13:00"
 * halfDayOf("XNYS", dayNumber("2025-12-01")); // => undefined
 */
export function halfDayOf(calendar: Calendar, day: number): HalfDay | undefined {
  if (calendar === "24/7") return undefined;
  placeOf(calendar, day);
  return sessionTable(calendar).halfDays.get(day);
}
