import { dayNumber } from "../../market/index.ts";
import { malformed } from "../failure.ts";

const EARLIEST = -10_000_000_000; // in the year 1653, before any exchange
const LATEST = 100_000_000_000; // in the year 5138; a stamp in milliseconds lies beyond

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The day, as a day number, and the hour that the clocks of a zone showed at a stamp in seconds since 1970, by the rules in force then.
 *
 * @throws SourceFailure (malformed) naming the place, when the stamp is no second of any exchange's history
 */
export function exchangeTime(seconds: number, clock: Intl.DateTimeFormat, place: string): { day: number; hour: number } {
  if (!Number.isInteger(seconds) || seconds < EARLIEST || seconds > LATEST) throw malformed(place, "whole seconds since 1970", seconds);
  const parts = new Map(clock.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
  return { day: dayNumber(`${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`), hour: Number(parts.get("hour")) };
}

/**
 * The clock of a zone, to read stamps by.
 *
 * @throws SourceFailure (malformed) naming the place, when there is no such zone
 */
export function clockOf(zone: unknown, place: string): Intl.DateTimeFormat {
  const known = typeof zone === "string" ? (clocks.get(zone) ?? newClock(zone)) : undefined;
  if (typeof zone !== "string" || !known) throw malformed(place, "a time zone as America/New_York", zone);
  clocks.set(zone, known);
  return known;
}

function newClock(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
    });
  } catch {
    return undefined;
  }
}
