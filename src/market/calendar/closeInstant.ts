import { toDay } from "../day.ts";
import type { Calendar, CloseInstant } from "../instrument.ts";
import { Problem } from "../problem.ts";
import { closureOf, halfDayOf } from "./closures.ts";
import { isSession } from "./sessions.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The instant at which a session closes, in milliseconds since 1970-01-01 00:00 UTC.
 *
 * `close` is the instrument's, in the clock of its zone on that day; "24:00" is the midnight that ends the day. On a half
 * day of XNYS an instrument that closes with the exchange, at 16:00 New York, closes early with it.
 *
 * @throws Problem (data) when the day is no session of the calendar or not covered; RangeError when the time or the zone is none
 *
 * @example
 * import { closeInstant, dayNumber } from "lockstep/market";
 * const close = { time: "16:00", zone: "America/New_York" };
 * new Date(closeInstant(close, "XNYS", dayNumber("2025-11-26"))).toISOString(); // => "2025-11-26T21:00:00.000Z"
 * new Date(closeInstant(close, "XNYS", dayNumber("2025-11-28"))).toISOString(); // => "2025-11-28T18:00:00.000Z"
 */
export function closeInstant(close: CloseInstant, calendar: Calendar, day: number): number {
  if (!isSession(calendar, day)) {
    const why = closureOf(calendar, day)?.name ?? "a weekend";
    throw new Problem("data", `expected a session; received ${toDay(day)}, ${why}`, `calendar ${calendar}`);
  }
  const withExchange = close.time === "16:00" && close.zone === "America/New_York";
  const time = (withExchange ? halfDayOf(calendar, day)?.close : undefined) ?? close.time;
  return instantOf(day * DAY + minutesOf(time) * MINUTE, close.zone);
}

/** The instant at which the clocks of a zone show a time, given as the instant at which those of UTC do. */
function instantOf(shown: number, zone: string): number {
  // The first offset may be that of the other side of a change of clocks; the second is that of the instant itself, as no
  // market closes in an hour that a change skips or repeats.
  const near = shown - offsetAt(shown, zone);
  return shown - offsetAt(near, zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** By how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
  }
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant))!;
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

function minutesOf(time: string): number {
  const minutes = /^\d\d:[0-5]\d$/.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : Number.NaN;
  if (minutes <= 24 * 60) return minutes;
  throw new RangeError(`invalid time: ${time}`);
}
