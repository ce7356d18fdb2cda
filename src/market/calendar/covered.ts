import { dayNumber, toDay } from "../day.ts";
import type { Calendar } from "../instrument.ts";
import { Problem } from "../problem.ts";

/** A calendar with holidays. */
export type HolidayCalendar = Exclude<Calendar, "24/7">;

const FIRST_YEAR = 1993;
const LAST_YEAR = 2028;

/** The years that calendars with holidays cover: outside them nobody has checked the rules. */
export const COVERED_YEARS: readonly number[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, k) => FIRST_YEAR + k);

/** The first and the last day that calendars with holidays cover. */
export const COVERED = { from: dayNumber(`${FIRST_YEAR}-01-01`), to: dayNumber(`${LAST_YEAR}-12-31`) } as const;

/**
 * How many days after the first covered a day is.
 *
 * @throws Problem (data) when the calendar does not cover the day
 */
export function placeOf(calendar: HolidayCalendar, day: number): number {
  if (Number.isInteger(day) && day >= COVERED.from && day <= COVERED.to) return day - COVERED.from;
  throw new Problem("data", `expected a day from ${toDay(COVERED.from)} to ${toDay(COVERED.to)}; received ${toDay(day)}`, `calendar ${calendar}`);
}
