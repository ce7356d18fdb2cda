import { toDay } from "../day.ts";
import type { Calendar } from "../instrument.ts";
import { Problem } from "../problem.ts";
import { type HolidayCalendar, placeOf } from "./covered.ts";
import { sessionTable } from "./sessionTable.ts";

/**
 * Whether a day is a session of a calendar. Days are numbers since 1970-01-01.
 *
 * Calendars with holidays cover 1993 to 2028: beyond, nobody has checked their rules. US-BOND has a session when Treasury
 * yields are published, US-FED when the Federal Reserve Banks are open.
 *
 * @throws Problem (data) when the calendar does not cover the day
 *
 * @example
 * import { dayNumber, isSession } from "lockstep/market";
 * isSession("XNYS", dayNumber("2025-11-11")); // => true
 * isSession("US-BOND", dayNumber("2025-11-11")); // => false
 * isSession("24/7", dayNumber("2025-12-25")); // => true
 */
export function isSession(calendar: Calendar, day: number): boolean {
  if (calendar === "24/7") return true;
  const place = placeOf(calendar, day);
  const { before } = sessionTable(calendar);
  return before[place + 1]! > before[place]!;
}

/**
 * The sessions of a calendar from one day to another, both included; ascending, none when the second is before the first.
 *
 * @throws Problem (data) when the calendar does not cover a day
 *
 * @example
 * import { dayNumber, sessionsBetween, toDay } from "lockstep/market";
 * [...sessionsBetween("XNYS", dayNumber("2025-12-24"), dayNumber("2025-12-28"))].map(toDay); // => ["2025-12-24", "2025-12-26"]
 */
export function sessionsBetween(calendar: Calendar, from: number, to: number): Int32Array {
  if (calendar === "24/7") return Int32Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
  const first = placeOf(calendar, from);
  const last = placeOf(calendar, to);
  const { sessions, before } = sessionTable(calendar);
  return sessions.slice(before[first], before[last + 1]);
}

/**
 * The first session of a calendar after a day.
 *
 * @throws Problem (data) when the calendar covers no such session
 *
 * @example
 * import { dayNumber, nextSession, toDay } from "lockstep/market";
 * toDay(nextSession("XNYS", dayNumber("2025-01-08"))); // => "2025-01-10"
 */
export function nextSession(calendar: Calendar, day: number): number {
  if (calendar === "24/7") return day + 1;
  const { sessions, before } = sessionTable(calendar);
  const next = sessions[before[placeOf(calendar, day) + 1]!];
  if (next === undefined) throw noSession(calendar, `before ${toDay(sessions.at(-1)!)}, the last session covered`, day);
  return next;
}

/**
 * The last session of a calendar before a day.
 *
 * @throws Problem (data) when the calendar covers no such session
 *
 * @example
 * import { dayNumber, previousSession, toDay } from "lockstep/market";
 * toDay(previousSession("XNYS", dayNumber("2025-01-10"))); // => "2025-01-08"
 */
export function previousSession(calendar: Calendar, day: number): number {
  if (calendar === "24/7") return day - 1;
  const { sessions, before } = sessionTable(calendar);
  const previous = sessions[before[placeOf(calendar, day)]! - 1];
  if (previous === undefined) throw noSession(calendar, `after ${toDay(sessions[0]!)}, the first session covered`, day);
  return previous;
}

function noSession(calendar: HolidayCalendar, expected: string, day: number): Problem {
  return new Problem("data", `expected a day ${expected}; received ${toDay(day)}`, `calendar ${calendar}`);
}
