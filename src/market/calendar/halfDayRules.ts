import { fixed, thanksgiving } from "./holidayRules.ts";
import { FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, weekdayOf } from "./weekday.ts";

/** A session of every year that ends early when it falls on one of some weekdays. */
export interface HalfDayRule {
  name: string; // "Christmas Eve"
  day: (year: number) => number;
  weekdays: readonly number[];
  since: number; // 1996, the first year in which it was one
  until?: number; // 2012, the last
}

/** When the New York Stock Exchange closes early by rule. */
export const HALF_DAY_CLOSE = "13:00";

/** The half days of the New York Stock Exchange that return every year; it closed at 14:00 on such days before 1993. */
export const NYSE_HALF_DAYS: readonly HalfDayRule[] = [
  { name: "Eve of Independence Day", day: fixed("07-03"), weekdays: [MONDAY, TUESDAY, THURSDAY], since: 1995 },
  // A holiday on a Thursday had its half day on the Friday after it, until the exchange moved it to the eve.
  { name: "Day after Independence Day", day: fixed("07-05"), weekdays: [FRIDAY], since: 1996, until: 2012 },
  { name: "Eve of Independence Day", day: fixed("07-03"), weekdays: [WEDNESDAY], since: 2013 },
  { name: "Day after Thanksgiving", day: (year) => thanksgiving(year) + 1, weekdays: [FRIDAY], since: 1993 },
  { name: "Christmas Eve", day: fixed("12-24"), weekdays: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY], since: 1996 },
];

/** The day on which a half day falls in a year, as a day number; `undefined` where there is none. */
export function halfDayOn(rule: HalfDayRule, year: number): number | undefined {
  if (year < rule.since || (rule.until !== undefined && year > rule.until)) return undefined;
  const day = rule.day(year);
  return rule.weekdays.includes(weekdayOf(day)) ? day : undefined;
}
