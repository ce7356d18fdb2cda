import { billPurchases, RESERVE_PURCHASES, type TreasuryOperation, treasuryOperations } from "../../../liquidity/index.ts";
import { type Day, dayNumber } from "../../../market/index.ts";
// A file, not the room: figures that cannot be used are a reason, as in the study.
import { orReason } from "../../../study/macro/orReason.ts";
import type { Row } from "../../verdict.ts";
import type { World } from "../world.ts";

/** Treasury operations up to a day, and which purchases of bills are among them. */
export interface BillsKnown {
  asOf: Day;
  operations: readonly TreasuryOperation[]; // all, ascending
  bills: readonly TreasuryOperation[]; // those that count as purchases of bills
}

// Over the turn of the year nothing is bought for fifteen days; a silence longer than three weeks is one of the figures.
const SILENT = 21; // days

/** The purchases of Treasury bills that are held up to a day, or what would be needed. */
export function billsKnown({ macro }: Pick<World, "macro">, asOf: Day): BillsKnown | { needed: string } {
  const found = orReason(() => {
    const operations = treasuryOperations(macro.operations.filter(({ day }) => day <= asOf));
    return { asOf, operations, bills: billPurchases(operations, { since: FIRST, asOf }).operations };
  });
  if ("reason" in found) return { needed: `operations of the New York Fed that can be used: ${found.reason}` };
  if (found.bills.length === 0) return { needed: `operations of the New York Fed up to ${asOf}: none are held` };
  return found;
}

const FIRST: Day = "1900-01-01";

/**
 * From when a sum over some days counts, or what would be needed for it: part of a sum is none.
 *
 * Operations that are held from the start of the reserve purchases on are whole, also for days before.
 */
export function covered({ operations, bills, asOf }: BillsKnown, first: Day, last: Day): { from: Day } | { needed: string } {
  const begun = bills[0]!.day;
  const from = begun <= first ? first : begun <= RESERVE_PURCHASES.start ? RESERVE_PURCHASES.start : null;
  const needed = (why: string) => ({ needed: `operations of the New York Fed from ${first} to ${last}: ${why}` });
  if (from === null || from > last) return needed(`those held begin on ${begun}`);
  const end = last < asOf ? last : asOf;
  const days = operations.map(({ day }) => day).filter((day) => day <= asOf);
  // A day on which nothing is held is one without an operation only where later ones are held.
  if (first === last && !days.includes(first) && !days.some((day) => day > last)) return needed(`those held up to the publication end on ${days.at(-1)}`);
  const points = [from, ...days.filter((day) => day > from && day < end), end];
  const gap = points.findIndex((day, k) => k > 0 && dayNumber(day) - dayNumber(points[k - 1]!) > SILENT);
  return gap < 0 ? { from } : needed(`none are held between ${points[gap - 1]} and ${points[gap]}`);
}

/** The rows of operations. */
export function operationRows(operations: readonly TreasuryOperation[]): Row[] {
  return operations.flatMap(({ id, day, accepted, source }) =>
    accepted === null ? [] : [{ market: id, on: day, field: "accepted", value: accepted, unit: "USD", source }],
  );
}

/** An amount in words: "8.167 billion dollars". */
export function dollarsSaid(amount: number): string {
  return amount >= 1e9 ? `${Number((amount / 1e9).toFixed(3))} billion dollars` : `${Number((amount / 1e6).toFixed(1))} million dollars`;
}
