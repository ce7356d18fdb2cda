import { nextSession } from "../market/calendar/sessions.ts";
import { type Day, dayNumber, toDay } from "../market/day.ts";
import type { PurchasePlan } from "./reservePurchases.ts";

/** A month of a plan: from one announcement to the day before the next. */
export interface PlanPeriod {
  from: Day; // "2025-12-12"
  to: Day; // "2026-01-13"; by rule, as the day of an announcement is no more than about so
}

/**
 * The months of a plan through the one that holds a day; none before the day on which the plan is announced.
 *
 * The first begins with the purchases, each later one on the business day of a calendar month on which its schedule is announced. @throws Problem (data)
 * when the calendar does not cover them
 */
export function planMonths({ announced, start, announcedOnBusinessDay }: PurchasePlan, { through }: { through: Day }): PlanPeriod[] {
  if (through < announced) return [];
  const periods: PlanPeriod[] = [];
  for (let from = dayNumber(start); periods.length === 0 || from <= dayNumber(through); ) {
    const next = businessDay(monthAfter(toDay(from)), announcedOnBusinessDay);
    periods.push({ from: toDay(from), to: toDay(next - 1) });
    from = next;
  }
  return periods;
}

/** The n-th day of a month on which the Reserve Banks are open. */
function businessDay(firstOfMonth: Day, n: number): number {
  let day = dayNumber(firstOfMonth) - 1;
  for (let k = 0; k < n; k++) day = nextSession("US-FED", day);
  return day;
}

function monthAfter(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
