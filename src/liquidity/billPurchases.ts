import { type Day, dayNumber } from "../market/day.ts";
import type { TreasuryOperation } from "./treasuryOperations.ts";

/** The New York Fed's outright purchases of Treasury bills over some days. */
export interface BillPurchases {
  since: Day; // "2025-12-12"
  asOf: Day; // "2026-08-20"
  operations: readonly TreasuryOperation[]; // those counted, ascending by day
  excluded: readonly { operation: TreasuryOperation; why: string }[]; // of the same days
  months: readonly MonthSum[]; // calendar months with an operation counted, ascending
  total: number | null; // 346427000000; US dollars accepted; null = not known
  reason: string | null; // why there is no total
}

/** What was accepted in a calendar month. */
export interface MonthSum {
  month: string; // "2025-12"
  operations: number; // 5
  accepted: number | null; // 38099000000; null where an operation does not say its amount
}

const COUNTED = "Outright Bill Purchase";

// The most that the New York Fed has said of a small-value purchase of Treasuries (2016-02-18); the smallest purchases that were meant are in billions.
const EXERCISE = 250e6;

/**
 * Purchases of Treasury bills by the New York Fed from a day to a day, both included: each operation, the sum by calendar month, and the sum of all.
 *
 * Counted are operations of type "Outright Bill Purchase". Small-value exercises are not: they test the systems and carry out no plan. One is known by
 * its note, or by an amount of at most 250 million dollars. All other operations of these days are returned as excluded, with the reason. An operation is
 * known on its day; later ones are left out, so that the answer of a day does not change afterwards. Purchases for reserves and those that replace
 * principal of agency securities are not told apart by the source.
 *
 * US dollars of par. The sum is null where an amount is not said, and where no operation is held: none held is not zero. Only what is passed is summed;
 * whether it begins with the first operation shows in `operations`.
 *
 * @param operations as `treasuryOperations` returns them
 * @throws RangeError when since or asOf is no day
 *
 * @example
 * import { billPurchases, treasuryOperations } from "lockstep/liquidity";
 * const fact = (id, day, accepted) => ({ kind: "treasuryOperation", id, day, source: "hand", fields: { type: "Outright Bill Purchase", direction: "P", accepted } });
 * const operations = treasuryOperations([fact("A", "2025-12-12", 8167000000), fact("B", "2025-12-15", 6801000000), fact("C", "2025-12-16", 75000000)]);
 * const { total, months, excluded } = billPurchases(operations, { since: "2025-12-12", asOf: "2025-12-31" });
 * total; // => 14968000000
 * months; // => [{ month: "2025-12", operations: 2, accepted: 14968000000 }]
 * excluded.map(({ operation, why }) => [operation.id, why]); // => [["C", "small-value exercise: at most 250 million dollars accepted"]]
 */
export function billPurchases(operations: readonly TreasuryOperation[], { since, asOf }: { since: Day; asOf: Day }): BillPurchases {
  dayNumber(since);
  dayNumber(asOf);
  const known = operations.filter(({ day }) => day >= since && day <= asOf).map((operation) => ({ operation, why: excludedAs(operation) }));
  const counted = known.flatMap(({ operation, why }) => (why === null ? [operation] : []));
  const months = [...new Set(counted.map(monthOf))].map((month) => {
    const own = counted.filter((operation) => monthOf(operation) === month);
    return { month, operations: own.length, accepted: sumOf(own) };
  });
  const total = counted.length === 0 ? null : sumOf(counted);
  return {
    since,
    asOf,
    operations: counted,
    excluded: known.flatMap(({ operation, why }) => (why === null ? [] : [{ operation, why }])),
    months,
    total,
    reason: total === null ? reasonOf(counted, { since, asOf }) : null,
  };
}

function monthOf({ day }: TreasuryOperation): string {
  return day.slice(0, 7);
}

function excludedAs({ type, note, accepted }: TreasuryOperation): string | null {
  if (/\bsmall[\s-]value\b/i.test(note ?? "")) return "small-value exercise: its note says so";
  if (type !== COUNTED) return `no outright bill purchase: ${type}`;
  if (accepted !== null && accepted <= EXERCISE) return `small-value exercise: at most ${EXERCISE / 1e6} million dollars accepted`;
  return null;
}

function sumOf(operations: readonly TreasuryOperation[]): number | null {
  let sum = 0;
  for (const { accepted } of operations) {
    if (accepted === null) return null;
    sum += accepted;
  }
  return sum;
}

function reasonOf(operations: readonly TreasuryOperation[], { since, asOf }: { since: Day; asOf: Day }): string {
  const silent = operations.find(({ accepted }) => accepted === null);
  return silent ? `operation ${silent.id} does not say what was accepted` : `no bill purchase held from ${since} to ${asOf}`;
}
