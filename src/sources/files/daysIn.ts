import { dayNumber, Problem, parseDay } from "../../market/index.ts";
import { shown } from "../text/shown.ts";
import { plainName } from "./barColumns.ts";

/** The order of year, month and day in a date of digits. */
export type DateOrder = "ymd" | "mdy" | "dmy";

/** Reads the days of a column. */
export interface Days {
  /**
   * The session of a cell.
   *
   * @throws Problem (data) naming the line where the cell is no day
   */
  session: (cell: string, line: number) => number;
  notes: string[];
}

// A year is one from 1000 to 2999, so that "0026-09-18" is no day of the year 26.
const YEAR_FIRST = /^([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^([12]\d{3})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2([12]\d{3})$/;
const MONTH_NAMED = /^([a-z]{3,9})\.? (\d{1,2}),? ([12]\d{3})$/i;
const DAY_THEN_NAME = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ]([12]\d{3})$/i;
const CLOCK = /[t ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?: ?[ap]m)?(?: ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;
const MIDNIGHT = /[t ]00:00(?::00(?:\.0+)?)?(?: ?(?:z|utc|gmt|\+00:?00))?$/i;
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const STAMPED: ReadonlySet<string> = new Set(["t", "time", "timestamp", "datetime", "opentime", "unix", "unixtime", "epoch"]);
const STAMP = /^(?:\d{10}|\d{13}|\d{16})$/;
const EARLIEST = dayNumber("1000-01-01");
const LONGEST = 40; // of a cell that can be a day

/**
 * How the days of a column read: ISO days, with a time of day or without, 20260918, 9/18/2026, 18.09.2026, "Sep 18, 2026"; and, where the
 * column's name says that it is a stamp, seconds, milliseconds or microseconds since 1970 by their number of digits, taken as their day in UTC.
 *
 * In dates as 9/8/2026 one row that can only be read one way settles the order for all; with points the day is first. CoinGecko's
 * `snapped_at` is the start of a day: its price is the close of the day before.
 *
 * @param cells the column's cells with their lines
 * @param options.asked the order of day and month, where the file does not tell
 * @throws Problem (data) where no row settles the order, or two contradict each other
 */
export function daysIn(
  cells: Iterable<readonly [cell: string, line: number]>,
  { path, column, asked }: { path: string; column: string; asked: DateOrder | undefined },
): Days {
  const stamped = STAMPED.has(plainName(column));
  const snapped = plainName(column) === "snappedat";
  const seen = survey(cells, stamped);
  const order = asked ?? orderSettled(seen, { path, column });
  const notes: string[] = [];
  if (seen.stamp) notes.push(`${column} holds stamps, taken as their day in UTC`);
  if (seen.zone && !snapped) notes.push(`${column} holds times with a zone, left out; the day is the one written`);
  if (snapped) notes.push(`${column} is the start of a day; its figures were taken as the close of the day before`);
  const refuse = (expected: string, cell: string, line: number) =>
    new Problem("data", `${column}: expected ${expected}; received ${shown(cell)}`, `${path}:${line}`);
  return {
    notes,
    session(cell, line) {
      const day = stamped && STAMP.test(cell) ? stampDay(cell) : dayOf(cell, order);
      if (day === undefined) throw refuse(order === undefined ? "a day like 2025-12-11" : `a day like 2025-12-11 or in the order ${order}`, cell, line);
      if (snapped && !MIDNIGHT.test(cell)) throw refuse("the start of a day, as 2025-12-11 00:00:00 UTC", cell, line);
      if (snapped && day <= EARLIEST) throw refuse("a start of a day after that of 1000-01-01", cell, line);
      return snapped ? day - 1 : day;
    },
  };
}

/** The first cells that tell the order of day and month, that leave it open, that are stamps, that have a zone. */
type Seen = Partial<Record<"mdy" | "dmy" | "open" | "stamp" | "zone", { cell: string; line: number }>>;

function survey(cells: Iterable<readonly [cell: string, line: number]>, stamped: boolean): Seen {
  const seen: Seen = {};
  for (const [cell, line] of cells) {
    if (cell.length > LONGEST) continue;
    if (stamped && STAMP.test(cell)) seen.stamp ??= { cell, line };
    if (CLOCK.exec(cell)?.[1] !== undefined) seen.zone ??= { cell, line };
    const [, a, mark, b] = YEAR_LAST.exec(cell.replace(CLOCK, "")) ?? [];
    if (mark === undefined || mark === "." || Number(a) === Number(b)) continue;
    seen[Number(a) > 12 ? "dmy" : Number(b) > 12 ? "mdy" : "open"] ??= { cell, line };
  }
  return seen;
}

function orderSettled({ mdy, dmy, open }: Seen, { path, column }: { path: string; column: string }): DateOrder | undefined {
  if (mdy && dmy) {
    const [one, other] = mdy.line < dmy.line ? [mdy, dmy] : [dmy, mdy];
    throw new Problem(
      "data",
      `${column}: expected one order of day and month; received ${shown(other.cell)} after ${shown(one.cell)} in line ${one.line}`,
      `${path}:${other.line}`,
    );
  }
  if (!mdy && !dmy && open) {
    throw new Problem(
      "data",
      `${column}: expected a row that tells the order of day and month, or --dates mdy|dmy; received only the like of ${shown(open.cell)}`,
      `${path}:${open.line}`,
    );
  }
  return mdy ? "mdy" : dmy ? "dmy" : undefined;
}

/** The session of a date without a stamp; undefined where it is none. Day and month may be equal where the order is undefined. */
function dayOf(cell: string, order: DateOrder | undefined): number | undefined {
  if (cell.length > LONGEST) return undefined;
  const text = cell.replace(CLOCK, "");
  const compact = COMPACT.exec(text);
  if (compact) return sessionOf(compact[1], compact[2], compact[3]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return sessionOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, a, mark, b, year] = yearLast;
    if (mark === "." || order === "dmy") return sessionOf(year, b, a);
    return order === "ymd" ? undefined : sessionOf(year, a, b);
  }
  const named = MONTH_NAMED.exec(text);
  if (named) return sessionOf(named[3], monthOf(named[1]), named[2]);
  const dayNamed = DAY_THEN_NAME.exec(text);
  return dayNamed ? sessionOf(dayNamed[3], monthOf(dayNamed[2]), dayNamed[1]) : undefined;
}

function sessionOf(year = "", month = "", date = ""): number | undefined {
  return parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

/** The number of an English month as text: its full name, its first three letters, or "Sept". */
function monthOf(name = ""): string {
  const word = name.toLowerCase();
  return String(MONTHS.findIndex((month) => month === word || month.slice(0, 3) === word || (word === "sept" && month === "september")) + 1);
}

function stampDay(cell: string): number {
  const perSecond = 10 ** (cell.length - 10);
  return Math.floor(Number(cell) / (86_400 * perSecond));
}
