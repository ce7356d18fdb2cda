/** A calendar day as ISO text, "2025-12-11". Days order as text orders. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days since 1970-01-01 of an ISO day; `undefined` when the text is no day of the Gregorian calendar.
 *
 * @example
 * import { parseDay } from "lockstep/market";
 * parseDay("1970-01-02"); // => 1
 * parseDay("2025-02-29"); // => undefined
 */
export function parseDay(text: string): number | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return undefined;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const number = ms / MS_PER_DAY;
  // Date.UTC rolls 02-29 of a common year into March and reads the years 0 to 99 as 1900 to 1999: only a round trip proves the day.
  return toDay(number) === text ? number : undefined;
}

/**
 * Days since 1970-01-01 of an ISO day.
 *
 * @throws RangeError when the text is no day
 *
 * @example
 * import { dayNumber } from "lockstep/market";
 * dayNumber("2025-12-11") - dayNumber("2025-10-06"); // => 66
 */
export function dayNumber(day: Day): number {
  const number = parseDay(day);
  if (number === undefined) throw new RangeError(`invalid day: ${day}`);
  return number;
}

/**
 * ISO day of a number of days since 1970-01-01.
 *
 * @example
 * import { toDay } from "lockstep/market";
 * toDay(20433); // => "2025-12-11"
 */
export function toDay(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}
