import { dayNumber } from "../day.ts";
import { BOND_CLOSURES, BOND_OPENINGS } from "./bondExceptions.ts";
import { COVERED, COVERED_YEARS, type HolidayCalendar } from "./covered.ts";
import type { Exception } from "./exception.ts";
import { HALF_DAY_CLOSE, halfDayOn, NYSE_HALF_DAYS } from "./halfDayRules.ts";
import { BOND_HOLIDAYS, FED_HOLIDAYS, type HolidayRule, keptOn, NYSE_HOLIDAYS } from "./holidayRules.ts";
import { NYSE_CLOSURES, NYSE_EARLY_CLOSES } from "./nyseExceptions.ts";
import { SATURDAY, weekdayOf } from "./weekday.ts";

/** Why a weekday is no session, and who says so. */
export interface Closure {
  name: string; // "Good Friday"
  source: string; // "NYSE, Holidays and Trading Hours, https://www.nyse.com/markets/hours-calendars"
}

/** A session that ends early. */
export interface HalfDay extends Closure {
  close: string; // "13:00", New York time
}

/** The sessions of a calendar over the years that it covers. */
export interface SessionTable {
  sessions: Int32Array; // ascending
  before: Int32Array; // by days since the first covered: how many sessions lie before; one more entry than days
  closures: ReadonlyMap<number, Closure>;
  halfDays: ReadonlyMap<number, HalfDay>;
}

const NYSE_HOURS = "NYSE, Holidays and Trading Hours, https://www.nyse.com/markets/hours-calendars";
const NYSE_EARLY_HOURS = `${NYSE_HOURS}; before 2011 the exchange's list of special closings since 1885`;

interface CalendarRules {
  holidays: readonly HolidayRule[];
  source: string; // of the rules
  closures: readonly Exception[]; // beside the holidays
  openings: readonly Exception[]; // despite a holiday
}

const RULES: Readonly<Record<HolidayCalendar, CalendarRules>> = {
  XNYS: { holidays: NYSE_HOLIDAYS, source: NYSE_HOURS, closures: NYSE_CLOSURES, openings: [] },
  "US-BOND": {
    holidays: BOND_HOLIDAYS,
    source: "SIFMA, Holiday Schedule, https://www.sifma.org/resources/general/holiday-schedule/",
    closures: BOND_CLOSURES,
    openings: BOND_OPENINGS,
  },
  "US-FED": {
    holidays: FED_HOLIDAYS,
    source: "Federal Reserve Bank of Richmond, Holiday Schedule, https://richmondfed.org/about_us/holiday_schedule",
    closures: [],
    openings: [],
  },
};

const tables = new Map<HolidayCalendar, SessionTable>();

/** The table of a calendar, made when it is first asked for. */
export function sessionTable(calendar: HolidayCalendar): SessionTable {
  const held = tables.get(calendar);
  if (held) return held;
  const closures = closuresOf(calendar);
  const before = new Int32Array(COVERED.to - COVERED.from + 2);
  const sessions: number[] = [];
  for (let day = COVERED.from; day <= COVERED.to; day++) {
    if (weekdayOf(day) < SATURDAY && !closures.has(day)) sessions.push(day);
    before[day - COVERED.from + 1] = sessions.length;
  }
  const table = { sessions: Int32Array.from(sessions), before, closures, halfDays: calendar === "XNYS" ? nyseHalfDays() : new Map<number, HalfDay>() };
  tables.set(calendar, table);
  return table;
}

function closuresOf(calendar: HolidayCalendar): Map<number, Closure> {
  const { holidays, source, closures, openings } = RULES[calendar];
  const closed = new Map<number, Closure>();
  for (const year of COVERED_YEARS) {
    for (const rule of holidays) {
      const day = keptOn(rule, year);
      if (day !== undefined) closed.set(day, { name: rule.name, source });
    }
  }
  for (const { day, name, source } of closures) closed.set(dayNumber(day), { name, source });
  for (const { day } of openings) closed.delete(dayNumber(day));
  return closed;
}

function nyseHalfDays(): Map<number, HalfDay> {
  const early = new Map<number, HalfDay>();
  for (const year of COVERED_YEARS) {
    for (const rule of NYSE_HALF_DAYS) {
      const day = halfDayOn(rule, year);
      if (day !== undefined) early.set(day, { name: rule.name, source: NYSE_EARLY_HOURS, close: HALF_DAY_CLOSE });
    }
  }
  for (const { day, name, source, close } of NYSE_EARLY_CLOSES) early.set(dayNumber(day), { name, source, close });
  return early;
}
