import type { Period } from "../../../src/claims/mention.ts";

/** The day so many days after a day. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** How many days a stretch has, both ends included. */
export function daysIn(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}

/** The first day after the day, week, third of a month, month, quarter or year that begins on a day. */
export function endOf(first: string, precision: Period["precision"]): string {
  const toMonth = (count: number) => new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + count, 1)).toISOString().slice(0, 10);
  const ends: Record<Period["precision"], string> = {
    day: plusDays(first, 1),
    week: plusDays(first, 7),
    part: first.endsWith("21") ? toMonth(1) : plusDays(first, 10),
    month: toMonth(1),
    quarter: toMonth(3),
    year: toMonth(12),
    years: plusDays(first, 1),
  };
  return ends[precision];
}

/** How far outside a period an event still comes close: the length of what is named; nothing of a day. */
export function lengthNamed({ first, last, precision, relation }: Period): number {
  if (precision === "day") return 0;
  return daysIn(first, relation === "since" ? plusDays(endOf(first, precision), -1) : last);
}

/** Whether a period is one day, which is judged by its own session. */
export function isDay({ precision, relation }: Period): boolean {
  return precision === "day" && relation === "in";
}

/** The days as of which a claim is judged: the end of a time that is over or is one day; else the day before P, then P. */
export function asOfDays(on: Period | null, published: string): string[] {
  if (on && on.last < published) return [on.last];
  return on && isDay(on) ? [published] : [plusDays(published, -1), published];
}
