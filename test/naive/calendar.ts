import { Temporal } from "temporal-polyfill";

/** The calendars that the twin knows by rule. */
export type RuledCalendar = "XNYS" | "US-BOND" | "US-FED";

// The table of the Book of Common Prayer for 1900 to 2199: the church's full moon by golden number, 1 to 19.
const FULL_MOONS = "04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27".split(" ");

/** Easter Sunday of a year from 1900 to 2199, by table. */
export function naiveEaster(year: number): string {
  let day = Temporal.PlainDate.from(`${year}-${FULL_MOONS[year % 19]}`);
  do day = day.add({ days: 1 });
  while (day.dayOfWeek !== 7);
  return day.toString();
}

/** Whether a day is a holiday by rule, asked of the day alone: its month, its date and its weekday. Special days are not known. */
export function naiveHoliday(calendar: RuledCalendar, iso: string): boolean {
  const day = Temporal.PlainDate.from(iso);
  if (day.dayOfWeek > 5) return false;
  const monday = day.dayOfWeek === 1;
  const between = (month: number, from: number, to: number) => day.month === month && day.day >= from && day.day <= to;
  const yesterday = day.subtract({ days: 1 });
  const tomorrow = day.add({ days: 1 });
  const is = (date: Temporal.PlainDate, text: string) => date.toString().endsWith(text);
  const fixed = (text: string, early: boolean) => is(day, text) || (monday && is(yesterday, text)) || (early && day.dayOfWeek === 5 && is(tomorrow, text));
  const early = calendar !== "US-FED";
  return (
    fixed("-01-01", false) ||
    (monday && between(1, 15, 21) && (calendar !== "XNYS" || day.year >= 1998)) ||
    (monday && between(2, 15, 21)) ||
    (early && day.add({ days: 2 }).toString() === naiveEaster(day.year)) ||
    (monday && between(5, 25, 31)) ||
    (day.year >= 2022 && fixed("-06-19", early)) ||
    fixed("-07-04", early) ||
    (monday && between(9, 1, 7)) ||
    (calendar !== "XNYS" && ((monday && between(10, 8, 14)) || fixed("-11-11", false))) ||
    (day.dayOfWeek === 4 && between(11, 22, 28)) ||
    fixed("-12-25", early)
  );
}

/** The instant at which clocks of a zone show a time on a day, by another implementation of the zones. */
export function naiveInstant(iso: string, time: string, zone: string): number {
  const midnight = time === "24:00";
  const day = Temporal.PlainDate.from(iso).add({ days: midnight ? 1 : 0 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(midnight ? "00:00" : time) }).epochMilliseconds;
}
