import { type Day, dayNumber, parseDay, toDay } from "../market/day.ts";

/**
 * The first day on which a quotation is certainly known: its own, or that of its publication where that is later. A publication of which only the month or
 * the year is known counts from the last day of it. Undefined when the publication is neither a day, a month nor a year.
 */
export function knownOn(quoted: Day, published: string | null): Day | undefined {
  if (published === null) return quoted;
  const last = lastDay(published);
  if (last === undefined) return undefined;
  return last > quoted ? last : quoted;
}

function lastDay(published: string): Day | undefined {
  if (/^\d{4}$/.test(published)) return `${published}-12-31`;
  if (!/^\d{4}-\d{2}$/.test(published)) return parseDay(published) === undefined ? undefined : published;
  const first = `${published}-01`;
  if (parseDay(first) === undefined) return undefined;
  // Thirty-one days on lies in the next month, whatever the length of this one.
  const next = toDay(dayNumber(first) + 31);
  return toDay(dayNumber(`${next.slice(0, 7)}-01`) - 1);
}
