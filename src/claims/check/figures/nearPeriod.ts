import { type Day, dayNumber, toDay } from "../../../market/index.ts";
import type { Period } from "../../mention.ts";
import type { Days } from "./sessionsIn.ts";

/** A stretch of days, with the fineness in which it was said. */
export type Stretch = Pick<Period, "first" | "last" | "precision" | "relation">;

/**
 * The days just outside a period that come close to it: as many on either side as the period is long. None for a day: a day is right or wrong.
 *
 * The end of "since November 2024" is not said, so its length is that of November.
 */
export function nearPeriod(period: Stretch): Days[] {
  const length = lengthOf(period);
  if (length === 0) return [];
  const [first, last] = [dayNumber(period.first), dayNumber(period.last)];
  return [
    { first: toDay(first - length), last: toDay(first - 1) },
    { first: toDay(last + 1), last: toDay(last + length) },
  ];
}

/** How long the period is that the text names, in days; 0 for a day, which has no outside that comes close. */
export function lengthOf(period: Stretch): number {
  if (period.precision === "day") return 0;
  const last = period.relation === "since" ? endNamed(period) : period.last;
  return dayNumber(last) - dayNumber(period.first) + 1;
}

/**
 * The last day of the stretch that a period names at its beginning: of "since October" the end of October.
 *
 * A part of a year is taken for one of a month where it begins as one does, the shorter of the two.
 */
export function endNamed({ first, precision }: Pick<Period, "first" | "precision">): Day {
  switch (precision) {
    case "day":
    case "years":
      return first;
    case "week":
      return toDay(dayNumber(first) + 6);
    case "part":
      return Number(first.slice(8)) > 20 ? beforeMonth(first, 1) : toDay(dayNumber(first) + 9);
    case "month":
      return beforeMonth(first, 1);
    case "quarter":
      return beforeMonth(first, 3);
    case "year":
      return beforeMonth(first, 12);
    default:
      throw new RangeError(`invalid precision: ${String(precision satisfies never)}`);
  }
}

/** The last day before the month that comes so many months after that of a day. */
function beforeMonth(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, "0");
  const month = String((count % 12) + 1).padStart(2, "0");
  return toDay(dayNumber(`${year}-${month}-01`) - 1);
}
