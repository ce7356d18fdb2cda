import { billPurchases, planAgainstDone, RESERVE_PURCHASES, type TreasuryOperation, treasuryOperations } from "../../liquidity/index.ts";
import { type Day, dayNumber } from "../../market/index.ts";
import { provenance, unknown } from "../measures.ts";
import { ACCEPTED, billsSaid, ofOperations, operationsProvenance, PURCHASES } from "./billMeasures.ts";
import type { MacroFigures } from "./figures.ts";
import { orReason } from "./orReason.ts";
import { planMonthOf } from "./planMonthOf.ts";
import type { Macro } from "./schema.ts";

type Bills = Macro["bills"];

// Over the turn of the year nothing is bought for fifteen days; a silence longer than three weeks is one of the figures.
const SILENT = 21; // days

/** Purchases of Treasury bills since the plan began: each operation, by month, and against what was planned of a month. */
export function billsOf({ operations: facts }: MacroFigures, asOf: Day): Bills {
  const { name, announced, start, sources } = RESERVE_PURCHASES;
  const plan = asOf < announced ? null : { name, announced, start, sources: sources.map((one) => ({ ...one })), notes: [] };
  if (plan === null) return nothing("no purchases for reserves had been announced", plan, asOf);
  const found = orReason(() => {
    const operations = treasuryOperations(facts.filter(({ day }) => day <= asOf));
    const gap = gapIn(operations, start, asOf);
    if (gap !== undefined) return { reason: gap };
    return { bought: billPurchases(operations, { since: start, asOf }), against: planAgainstDone(operations, { asOf }) };
  });
  if ("reason" in found) return nothing(found.reason, plan, asOf);
  const { bought, against } = found;
  const why = asOf < start ? `they begin on ${start}` : bought.reason;
  return {
    ...(why === null ? {} : { reason: why }),
    plan: { ...plan, notes: [...against.notes] },
    planMonths: against.months.map((month) => planMonthOf(month, bought.operations, asOf)),
    months: bought.months.map(({ month, operations: count, accepted: sum }) => {
      const own = bought.operations.filter(({ day }) => day.startsWith(month));
      return {
        month,
        operations: ofOperations("operations", `${PURCHASES} in the calendar month`, count, own, asOf),
        accepted: ofOperations("USD", `${ACCEPTED} in the calendar month, from ${start} on`, sum, own, asOf),
      };
    }),
    total: ofOperations("USD", `${ACCEPTED} since ${start}, reinvested agency principal included`, bought.total, bought.operations, asOf, why),
    count: ofOperations("operations", `${PURCHASES} since ${start}`, bought.total === null ? null : bought.operations.length, bought.operations, asOf, why),
    operations: {
      ids: bought.operations.map(({ id }) => id),
      days: bought.operations.map(({ day }) => day),
      accepted: bought.operations.map((one) => one.accepted),
      ...operationsProvenance(billsSaid("USD", `${ACCEPTED} by operation`, asOf), bought.operations),
    },
    excluded: bought.excluded.map(({ operation, why }) => ({
      id: operation.id,
      day: operation.day,
      accepted: ofOperations("USD", "par accepted", operation.accepted, [operation], asOf),
      why,
    })),
  };
}

function nothing(reason: string, plan: Bills["plan"], asOf: Day): Bills {
  const none = billsSaid("USD", ACCEPTED, asOf);
  return {
    reason,
    plan,
    planMonths: [],
    months: [],
    total: unknown(none, reason),
    count: unknown(billsSaid("operations", PURCHASES, asOf), reason),
    operations: { ids: [], days: [], accepted: [], ...provenance(none, []), reason },
    excluded: [],
  };
}

/** Why the operations held do not cover the time from the start of the plan to a day: part of a sum is none. */
function gapIn(operations: readonly TreasuryOperation[], start: Day, asOf: Day): string | undefined {
  const [first] = operations;
  if (!first || asOf < start) return undefined;
  if (first.day > start) return `the operations held begin on ${first.day}, after the plan's start on ${start}`;
  const days = [...operations.map(({ day }) => day).filter((day) => day >= start), asOf];
  const k = days.findIndex((day, i) => i > 0 && dayNumber(day) - dayNumber(days[i - 1]!) > SILENT);
  if (k < 0) return undefined;
  return k === days.length - 1 ? `the operations held end on ${days[k - 1]}` : `no operation is held between ${days[k - 1]} and ${days[k]}`;
}
