import { type Day, dayNumber, toDay } from "../market/index.ts";

const LEAST_STEP = 42; // days; from one meeting to the next there are about six weeks

/** The days on which the rate may change, and the end of the last step: as far beyond the last meeting as that is beyond the one before. */
export function stepDays(meetings: readonly Day[], asOf: Day): Day[] {
  const last = dayNumber(meetings.at(-1)!);
  return [...meetings, toDay(last + Math.max(LEAST_STEP, last - dayNumber(meetings.at(-2) ?? asOf)))];
}

/** Where the past begins that is drawn: the path is the message, so the past takes at most so many times its room. */
export function firstShown(first: Day, { asOf, last, most }: { asOf: Day; last: Day; most: number }): Day {
  const earliest = dayNumber(asOf) - Math.round((dayNumber(last) - dayNumber(asOf)) * most);
  return toDay(Math.min(dayNumber(asOf), Math.max(dayNumber(first), earliest)));
}

/** The rate on its days of change from one day through another: between them a step says all, in a fraction of the bytes. */
export function changesOf(
  { days, values }: { days: readonly Day[]; values: readonly (number | null)[] },
  { from, through }: { from: Day; through: Day },
): { day: Day; value: number | null }[] {
  const known = days.map((day, k) => ({ day, value: values[k] ?? null })).filter(({ day }) => day <= through);
  // What held on the first day shown may have been set before it.
  const before = known.findLast(({ day }) => day <= from);
  const shown = [...(before ? [{ ...before, day: from }] : []), ...known.filter(({ day }) => day > from)];
  const last = shown.at(-1);
  const changes = shown.filter(({ value }, k) => k === 0 || value !== shown[k - 1]!.value);
  return last && last.day < through ? [...changes, { day: through, value: last.value }] : changes;
}
