import { dayNumber } from "../../market/index.ts";
import type { Ask } from "../source.ts";

const MS_PER_DAY = 86_400_000;

/** Sessions asked for in one request, as day numbers, both included. */
export interface DayWindow {
  first: number;
  last: number;
}

/**
 * The window of a 24/7 market that begins on a day and holds so many at most; undefined when the day lies behind the ask.
 *
 * Days to come (UTC) are not asked for: they hold nothing, and an ask up to a far year would take windows without end.
 */
export function dayWindow(first: number, days: number, ask: Ask): DayWindow | undefined {
  const end = lastDay(ask);
  return first > end ? undefined : { first, last: Math.min(first + days - 1, end) };
}

/** The first window of an ask of a market that has figures since a day; the last day alone when the ask ends before them. */
export function firstWindow(since: number, days: number, ask: Ask): DayWindow {
  const end = lastDay(ask);
  return dayWindow(Math.max(dayNumber(ask.from), since), days, ask) ?? { first: end, last: end };
}

function lastDay(ask: Ask): number {
  return Math.min(dayNumber(ask.to), Math.floor(ask.now / MS_PER_DAY));
}
