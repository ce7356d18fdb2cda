import type { Day } from "../market/index.ts";
import { daysIn, type MonthNumber } from "./contractMonth.ts";
import type { Rule } from "./rule.ts";

/** The rate before and after the meetings of a month, in percent, with the months whose prices say so; null where none does. */
export interface SolvedMonth {
  start: SolvedRate | null;
  end: SolvedRate | null;
}

export interface SolvedRate {
  rate: number; // percent
  from: readonly MonthNumber[]; // the months whose prices it rests on
  leverage: number; // 1.1; the most that it moves when one of these prices moves by one
}

/** What is needed of a curve: the average rate of a month in percent, undefined where it has no price. */
export type AverageOf = (month: MonthNumber) => number | undefined;

/**
 * The rates before and after the meeting of every month that has one.
 *
 * A month without a meeting holds one rate, its average: it pins the end of the month before and the start of the month after. What no such month pins
 * follows from the meeting's own month, whose average is the mean of both by days; of months with meetings in a row the end of one is the start of the next.
 *
 * @param months the meetings of each month that has one
 */
export function solvedMonths(months: ReadonlyMap<MonthNumber, readonly Day[]>, average: AverageOf, rule: Rule): Map<MonthNumber, SolvedMonth> {
  const ordered = [...months.keys()].sort((a, b) => a - b);
  const pinned = (month: MonthNumber): SolvedRate | null => {
    const rate = months.has(month) ? undefined : average(month);
    return rate === undefined ? null : { rate, from: [month], leverage: 1 };
  };
  const solved = new Map<MonthNumber, SolvedMonth>();
  // From the last month back: what comes after a meeting pins its end.
  for (const month of [...ordered].reverse()) {
    const end = pinned(month + 1) ?? solved.get(month + 1)?.start ?? null;
    const before = rule.anchors === "both" ? pinned(month - 1) : null;
    solved.set(month, { start: before ?? (end && fromOwn(month, "start", end)), end });
  }
  // What is still open follows from what came before it.
  for (const month of ordered) {
    const { start: own, end } = solved.get(month)!;
    const start = own ?? pinned(month - 1) ?? solved.get(month - 1)?.end ?? null;
    solved.set(month, { start, end: end ?? (start && fromOwn(month, "end", start)) });
  }
  return solved;

  /** The other rate of a month from one of them and the month's own average. */
  function fromOwn(month: MonthNumber, which: "start" | "end", known: SolvedRate): SolvedRate | null {
    const rate = average(month);
    const [day, ...more] = months.get(month)!;
    // Of two meetings in one month the price tells only the sum.
    if (rate === undefined || day === undefined || more.length > 0) return null;
    const days = daysIn(month);
    const old = dateOf(day) - (rule.daycount === "incl" ? 0 : 1);
    const [own, other] = which === "start" ? [old, days - old] : [days - old, old];
    if (own === 0) return null;
    return { rate: (days * rate - other * known.rate) / own, from: [...known.from, month], leverage: Math.max(days, other * known.leverage) / own };
  }
}

function dateOf(day: Day): number {
  return Number(day.slice(8));
}
