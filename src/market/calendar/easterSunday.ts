import { dayNumber } from "../day.ts";
import { weekdayOf } from "./weekday.ts";

/** Easter Sunday of the Gregorian calendar, as a day number: the Sunday after the full moon that the church reckons on or after March 21. */
export function easterSunday(year: number): number {
  const century = Math.floor(year / 100);
  const yearOfMoon = year % 19;
  const droppedLeapDays = century - Math.floor(century / 4);
  const driftOfMoon = Math.floor((8 * century + 13) / 25);
  const reckoned = (19 * yearOfMoon + droppedLeapDays - driftOfMoon + 15) % 30;
  // So that no two years of one cycle of the moon share a full moon, and none falls after April 18.
  const early = reckoned === 29 || (reckoned === 28 && yearOfMoon > 10) ? 1 : 0;
  const fullMoon = dayNumber(`${year}-03-21`) + reckoned - early;
  return fullMoon + 7 - ((weekdayOf(fullMoon) + 1) % 7);
}
