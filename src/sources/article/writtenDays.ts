import type { Day } from "../../market/index.ts";
import { sessionIn } from "../text/sessionIn.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?`;
const DATE = new RegExp(
  String.raw`(?<![\w./]|[\dA-Za-z]-)${WEEKDAY}(?:(\d{4}-\d{2}-\d{2})(?!\d)|(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?${MONTH},?\s+(\d{4})\b|${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b|(\d{1,2})([/.])(\d{1,2})\9(\d{4})\b)`,
  "gi",
);

/** A day written in a text, and what stands before and after it. */
export interface WrittenDay {
  day: Day;
  before: string;
  after: string;
}

/**
 * The days that a line writes out with their year, in order: "12 December 2025", "Dec. 12, 2025", "2025-12-12". Figures with strokes or points count only
 * where they can be one day alone: 12/11/2025 is taken for neither 12 November nor 11 December.
 */
export function writtenDays(line: string): WrittenDay[] {
  return [...line.matchAll(DATE)].flatMap((match) => {
    const day = dayOf(match);
    return day === undefined ? [] : [{ day, before: line.slice(0, match.index), after: line.slice(match.index + match[0].length) }];
  });
}

/** The day that a mark of a page holds, in its own offset: "2025-12-12T18:30:00-05:00" is 2025-12-12 wherever it is read. */
export function dayOfMark(text: string): Day | undefined {
  const begin = text.trim().slice(0, 60);
  const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(begin)?.[1];
  if (iso !== undefined) return real(iso);
  const [first] = writtenDays(begin);
  return first?.before === "" ? first.day : undefined;
}

function dayOf([, iso, dateA, monthA, yearA, monthB, dateB, yearB, one, , two, year]: RegExpMatchArray): Day | undefined {
  if (iso) return real(iso);
  if (monthA) return dayFrom(yearA, numberOf(monthA), Number(dateA));
  if (monthB) return dayFrom(yearB, numberOf(monthB), Number(dateB));
  const dayFirst = dayFrom(year, Number(two), Number(one));
  const monthFirst = dayFrom(year, Number(one), Number(two));
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return undefined;
  return dayFirst ?? monthFirst;
}

function numberOf(month: string): number {
  return MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
}

function dayFrom(year: string | undefined, month: number, date: number): Day | undefined {
  return real(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}

function real(day: string): Day | undefined {
  return sessionIn(day) === undefined ? undefined : day;
}
