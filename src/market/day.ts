/** A calendar day as ISO text, "2025-12-11". Days order as text orders. */
export type Day = string;

const DAYS_PER_ERA = 146_097; // of 400 Gregorian years
const EPOCH = 719_468; // days from 0000-03-01 to 1970-01-01

/**
 * Days since 1970-01-01 of an ISO day; `undefined` when the text is no day of the Gregorian calendar.
 *
 * @example
 * import { parseDay } from "lockstep/market";
 * parseDay("1970-01-02"); // => 1
 * parseDay("2025-02-29"); // => undefined
 */
export function parseDay(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  if (Number.isNaN(year)) return undefined;
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month))) return undefined;
  // Years begin in March here, so that the leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH;
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
 * @throws RangeError when the number is not whole or its year lies outside 0..9999
 *
 * @example
 * import { toDay } from "lockstep/market";
 * toDay(20433); // => "2025-12-11"
 */
export function toDay(number: number): Day {
  const days = number + EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!Number.isInteger(number) || year < 0 || year > 9999) throw new RangeError(`invalid day number: ${number}`);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;
}

/** How many days a month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The decimal digits of a part of a text as a number; NaN when there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
