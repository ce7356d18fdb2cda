import { type Day, dayNumber } from "../market/day.ts";
import { billPurchases } from "./billPurchases.ts";
import { planMonths } from "./planMonths.ts";
import { type PurchasePlan, RESERVE_PURCHASES } from "./reservePurchases.ts";
import type { TreasuryOperation } from "./treasuryOperations.ts";

/** What was planned and what was done, month of the plan by month of the plan. */
export interface PlanAgainstDone {
  plan: PurchasePlan;
  asOf: Day;
  months: readonly PlanMonth[]; // ascending, through the one that holds asOf
  notes: readonly string[]; // what must be said beside the figures
}

/** A month of the plan. Amounts are US dollars of this month alone; null = not known, and never zero. */
export interface PlanMonth {
  from: Day; // "2025-12-12"
  to: Day; // "2026-01-13"
  state: "to come" | "running" | "over"; // on asOf
  planned: number | null; // 40000000000
  whyNoPlan: string | null;
  operations: number; // 7
  done: number | null; // 54429000000; bills accepted, whatever for
  whyNotDone: string | null;
  remaining: number | null; // 0; planned less done, and never below zero
  beyond: number | null; // 14429000000; done less planned, and never below zero
}

const NOTES = [
  "the planned amount is that of one month, announced month by month, and no total",
  "operations do not say whether they add to reserves or replace principal of agency securities: both are in what was done, which may exceed the plan",
  "months of the plan are bounded by the rule for its announcements, whose day is no more than approximate",
] as const;

/**
 * The reserve management purchases against their plan, by month of the plan, as known at the close of a day.
 *
 * A month of the plan runs from the announcement of its schedule, about the ninth business day of a calendar month, to the day before the next; the first
 * one from 2025-12-12. Only amounts that are held with their source are planned ones ({@link RESERVE_PURCHASES}); others are null and never carried on
 * from the month before. What was done are the {@link billPurchases} of these days, for reserves and in place of agency principal together, so
 * `remaining` may be too small and `beyond` too large. Empty before the plan was announced.
 *
 * @param operations as `treasuryOperations` returns them
 * @throws RangeError when asOf is no day; Problem (data) when the calendar of the Reserve Banks does not cover it
 *
 * @example
 * import { planAgainstDone, treasuryOperations } from "lockstep/liquidity";
 * const fields = { type: "Outright Bill Purchase", direction: "P", accepted: 8167000000 };
 * const operations = treasuryOperations([{ kind: "treasuryOperation", id: "OR 121225 1", day: "2025-12-12", source: "hand", fields }]);
 * const [month] = planAgainstDone(operations, { asOf: "2025-12-12" }).months;
 * [month.from, month.to, month.state]; // => ["2025-12-12", "2026-01-13", "running"]
 * [month.planned, month.done, month.remaining, month.beyond]; // => [40000000000, 8167000000, 31833000000, 0]
 */
export function planAgainstDone(operations: readonly TreasuryOperation[], { asOf }: { asOf: Day }): PlanAgainstDone {
  dayNumber(asOf);
  const plan = RESERVE_PURCHASES;
  const months = planMonths(plan, { through: asOf }).map(({ from, to }): PlanMonth => {
    const planned = plan.amountsOfMonth[from] ?? null;
    const whyNoPlan = planned === null ? plan.whyNoOther : null;
    if (from > asOf) {
      return { from, to, state: "to come", planned, whyNoPlan, operations: 0, done: null, whyNotDone: `begins on ${from}`, remaining: null, beyond: null };
    }
    const { operations: own, total: done, reason } = billPurchases(operations, { since: from, asOf: to < asOf ? to : asOf });
    const known = planned !== null && done !== null;
    return {
      from,
      to,
      state: to <= asOf ? "over" : "running",
      planned,
      whyNoPlan,
      operations: own.length,
      done,
      whyNotDone: reason,
      remaining: known ? Math.max(0, planned - done) : null,
      beyond: known ? Math.max(0, done - planned) : null,
    };
  });
  return { plan, asOf, months, notes: NOTES };
}
