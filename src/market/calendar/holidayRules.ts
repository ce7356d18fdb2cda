import { dayNumber } from "../day.ts";
import { easterSunday } from "./easterSunday.ts";
import { MONDAY, nthWeekday, SATURDAY, SUNDAY, THURSDAY, weekdayOf } from "./weekday.ts";

/** A holiday of every year. One that falls on a Sunday is kept on the Monday after it. */
export interface HolidayRule {
  name: string; // "Juneteenth"
  day: (year: number) => number; // the day itself, wherever in the week it falls
  saturday: "the Friday before" | "not kept";
  since?: number; // 2022, the first year in which it is kept
}

/** The same day of every year, "07-04". */
export const fixed = (monthAndDate: string) => (year: number) => dayNumber(`${year}-${monthAndDate}`);

export const thanksgiving = (year: number): number => nthWeekday(year, "11", THURSDAY, 4);

const holiday = (name: string, day: (year: number) => number): HolidayRule => ({ name, day, saturday: "not kept" });

const NEW_YEAR = holiday("New Year's Day", fixed("01-01"));
const KING = holiday("Martin Luther King Jr. Day", (year) => nthWeekday(year, "01", MONDAY, 3));
const WASHINGTON = holiday("Washington's Birthday", (year) => nthWeekday(year, "02", MONDAY, 3));
const GOOD_FRIDAY = holiday("Good Friday", (year) => easterSunday(year) - 2);
const MEMORIAL = holiday("Memorial Day", (year) => nthWeekday(year, "06", MONDAY, 1) - 7);
const JUNETEENTH = { ...holiday("Juneteenth", fixed("06-19")), since: 2022 };
const INDEPENDENCE = holiday("Independence Day", fixed("07-04"));
const LABOR = holiday("Labor Day", (year) => nthWeekday(year, "09", MONDAY, 1));
const COLUMBUS = holiday("Columbus Day", (year) => nthWeekday(year, "10", MONDAY, 2));
const VETERANS = holiday("Veterans Day", fixed("11-11"));
const THANKSGIVING = holiday("Thanksgiving Day", thanksgiving);
const CHRISTMAS = holiday("Christmas Day", fixed("12-25"));

const orFriday = (rule: HolidayRule): HolidayRule => ({ ...rule, saturday: "the Friday before" });

/** The New York Stock Exchange. A New Year's Day on a Saturday is not kept: the Friday ends the year of the books. */
export const NYSE_HOLIDAYS: readonly HolidayRule[] = [
  NEW_YEAR,
  { ...KING, since: 1998 },
  WASHINGTON,
  GOOD_FRIDAY,
  MEMORIAL,
  orFriday(JUNETEENTH),
  orFriday(INDEPENDENCE),
  LABOR,
  THANKSGIVING,
  orFriday(CHRISTMAS),
];

/** The US bond market, by the recommendations of its association: the exchange's and two of the banks'. */
export const BOND_HOLIDAYS: readonly HolidayRule[] = [
  NEW_YEAR,
  KING,
  WASHINGTON,
  GOOD_FRIDAY,
  MEMORIAL,
  orFriday(JUNETEENTH),
  orFriday(INDEPENDENCE),
  LABOR,
  COLUMBUS,
  VETERANS,
  THANKSGIVING,
  orFriday(CHRISTMAS),
];

/** The Federal Reserve Banks: open on Good Friday, and on the Friday before a holiday that falls on a Saturday. */
export const FED_HOLIDAYS: readonly HolidayRule[] = [
  NEW_YEAR,
  KING,
  WASHINGTON,
  MEMORIAL,
  JUNETEENTH,
  INDEPENDENCE,
  LABOR,
  COLUMBUS,
  VETERANS,
  THANKSGIVING,
  CHRISTMAS,
];

/** The weekday on which a holiday is kept in a year, as a day number; `undefined` where it is not. */
export function keptOn(rule: HolidayRule, year: number): number | undefined {
  if (rule.since !== undefined && year < rule.since) return undefined;
  const day = rule.day(year);
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY) return day + 1;
  if (weekday !== SATURDAY) return day;
  return rule.saturday === "the Friday before" ? day - 1 : undefined;
}
