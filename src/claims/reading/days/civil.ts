import { dayNumber, parseDay, toDay } from "../../../market/index.ts";

/** A stretch of days as day numbers since 1970-01-01; both ends included. */
export interface Stretch {
  first: number;
  last: number;
}

/** The years of which a market article can speak. */
export const YEARS = { first: 1900, last: 2100 } as const;

/** Whether a year is one of which an article can speak. */
export function isYear(year: number): boolean {
  return year >= YEARS.first && year <= YEARS.last;
}

/** Day number of a date; undefined where there is no such day, as on 31 November. */
export function dayOf(year: number, month: number, date: number): number | undefined {
  if (!isYear(year)) return undefined;
  return parseDay(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}

/** Year and month of a day number; months count from 1. */
export function monthOf(day: number): { year: number; month: number; date: number } {
  const text = toDay(day);
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), date: Number(text.slice(8)) };
}

/** Some months of a year, from the first to the last; a month beyond December is one of the next year. */
export function monthsOf(year: number, from: number, count = 1): Stretch {
  const first = addMonths(dayNumber(`${String(year).padStart(4, "0")}-01-01`), from - 1);
  return { first, last: addMonths(first, count) - 1 };
}

/** The same date so many months on, or the last of its month where it has no such date. */
export function addMonths(day: number, count: number): number {
  const { year, month, date } = monthOf(day);
  const months = year * 12 + month - 1 + count;
  const toYear = Math.min(Math.max(Math.floor(months / 12), 0), 9999);
  const toMonth = (((months % 12) + 12) % 12) + 1;
  for (let last = date; ; last--) {
    const found = parseDay(`${String(toYear).padStart(4, "0")}-${String(toMonth).padStart(2, "0")}-${String(last).padStart(2, "0")}`);
    if (found !== undefined) return found;
  }
}

/** The Monday of the week of a day. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}
