import { dayNumber } from "../day.ts";

export const MONDAY = 0;
export const TUESDAY = 1;
export const WEDNESDAY = 2;
export const THURSDAY = 3;
export const FRIDAY = 4;
export const SATURDAY = 5;
export const SUNDAY = 6;

/** Day of the week of a day number, 0 Monday to 6 Sunday. */
export function weekdayOf(day: number): number {
  return (((day + THURSDAY) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

/** The n-th (1 = first) of a weekday in a month ("01" to "12"), as a day number. */
export function nthWeekday(year: number, month: string, weekday: number, n: number): number {
  const first = dayNumber(`${year}-${month}-01`);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
}
