import { daysInMonth } from "../market/day.ts";
import { type Day, Problem } from "../market/index.ts";

/** Months since January of the year 0: 24311 is December 2025. */
export type MonthNumber = number;

const LETTERS = "FGHJKMNQUVXZ";
const CODE = /^ZQ([FGHJKMNQUVXZ])(\d\d)$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/**
 * The month of delivery of a 30-day federal funds future, from its code or as text.
 *
 * @param text "ZQZ25" (years 2000 to 2099) or "2025-12"
 * @throws Problem (usage) for anything else
 *
 * @example
 * import { contractMonth } from "lockstep/rates";
 * contractMonth("ZQZ25"); // => "2025-12"
 */
export function contractMonth(text: string): string {
  return monthText(monthNumber(text));
}

/**
 * The code of the future of a month: ZQ, the letter of the month, the year.
 *
 * @param month "2025-12"
 * @throws Problem (usage) for anything else
 *
 * @example
 * import { contractCode } from "lockstep/rates";
 * contractCode("2025-12"); // => "ZQZ25"
 */
export function contractCode(month: string): string {
  const number = monthNumber(month);
  return `ZQ${LETTERS[number % 12]}${String(Math.floor(number / 12) % 100).padStart(2, "0")}`;
}

export function monthNumber(text: string): MonthNumber {
  const [, letter, short] = CODE.exec(text) ?? [];
  if (letter !== undefined) return (2000 + Number(short)) * 12 + LETTERS.indexOf(letter);
  const [, year, month] = MONTH.exec(text) ?? [];
  if (year === undefined) throw new Problem("usage", `expected a month as 2025-12 or a contract as ZQZ25; received ${JSON.stringify(text)}`, "prices");
  return Number(year) * 12 + Number(month) - 1;
}

export function monthText(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** The month of a day that is one. */
export function monthOf(day: Day): MonthNumber {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

export function daysIn(month: MonthNumber): number {
  return daysInMonth(Math.floor(month / 12), (month % 12) + 1);
}
