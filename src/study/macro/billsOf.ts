import { billPurchases, planAgainstDone, RESERVE_PURCHASES, type TreasuryOperation, treasuryOperations } from "../../liquidity/index.ts";
import { type Day, dayNumber, type Measure } from "../../market/index.ts";
import { type Description, provenance, unknown } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { orReason } from "./orReason.ts";
import type { Macro } from "./schema.ts";

type Bills = Macro["bills"];

// Between two schedules nothing is bought for some ten days; a longer silence is one of the figures.
const SILENT = 21; // days

/** Purchases of Treasury bills since the plan began: each operation, by month, and against what was planned of a month. */
export function billsOf({ operations: facts }: MacroFigures, asOf: Day): Bills {
  const { name, announced, start, sources } = RESERVE_PURCHASES;
  const plan = asOf < announced ? null : { name, announced, start, sources: sources.map((one) => ({ ...one })), notes: [] };
  if (plan === null) return nothing("no purchases for reserves had been announced", plan, asOf);
  const found = orReason(() => {
    const operations = treasuryOperations(facts);
    const gap = gapIn(operations, start, asOf);
    if (gap !== undefined) return { reason: gap };
    return { bought: billPurchases(operations, { since: start, asOf }), against: planAgainstDone(operations, { asOf }) };
  });
  if ("reason" in found) return nothing(found.reason, plan, asOf);
  const { bought, against } = found;
  const measure = (unit: string, definition: string, value: number | null, from: readonly TreasuryOperation[], reason: string | null): Measure =>
    value === null
      ? unknown(say(unit, definition, asOf), reason ?? "an operation does not say its amount")
      : { value, ...of(say(unit, definition, asOf), from) };
  const between = (from: Day, to: Day) => bought.operations.filter(({ day }) => day >= from && day <= to);
  const accepted = "par of the Treasury bills accepted";
  return {
    ...(bought.reason === null ? {} : { reason: asOf < start ? `they begin on ${start}` : bought.reason }),
    plan: { ...plan, notes: [...against.notes] },
    planMonths: against.months.map(({ from, to, state, planned, whyNoPlan, operations: count, done, whyNotDone, remaining, beyond }) => {
      const own = between(from, to);
      const compared = planned === null ? whyNoPlan : whyNotDone;
      return {
        from,
        to,
        state,
        planned:
          planned === null
            ? unknown(say("USD", "planned purchases of this month of the plan alone", asOf), whyNoPlan ?? "not held")
            : {
                value: planned,
                ...of(say("USD", "planned purchases of this month of the plan alone", asOf), []),
                n: 1,
                sources: sources.map(({ url }) => url),
              },
        // None so far is a count of all that is held.
        operations: measure(
          "operations",
          "purchases of Treasury bills",
          state === "to come" ? null : count,
          own.length > 0 ? own : bought.operations,
          whyNotDone,
        ),
        done: measure("USD", `${accepted} in this month of the plan`, done, own, whyNotDone),
        remaining: measure("USD", "planned less done, not below zero", remaining, own, compared),
        beyond: measure("USD", "done less planned, not below zero; reinvested agency principal is part of what was done", beyond, own, compared),
      };
    }),
    months: bought.months.map(({ month, operations: count, accepted: sum }) => {
      const own = bought.operations.filter(({ day }) => day.startsWith(month));
      return {
        month,
        operations: measure("operations", "purchases of Treasury bills in the calendar month", count, own, null),
        accepted: measure("USD", `${accepted} in the calendar month, from ${start} on`, sum, own, null),
      };
    }),
    total: measure("USD", `${accepted} since ${start}, reinvested agency principal included`, bought.total, bought.operations, bought.reason),
    count: measure(
      "operations",
      `purchases of Treasury bills since ${start}`,
      bought.total === null ? null : bought.operations.length,
      bought.operations,
      bought.reason,
    ),
    operations: {
      ids: bought.operations.map(({ id }) => id),
      days: bought.operations.map(({ day }) => day),
      accepted: bought.operations.map((one) => one.accepted),
      ...of(say("USD", `${accepted} by operation`, asOf), bought.operations),
    },
    excluded: bought.excluded.map(({ operation, why }) => ({
      id: operation.id,
      day: operation.day,
      accepted: measure("USD", "par accepted", operation.accepted, [operation], null),
      why,
    })),
  };
}

function nothing(reason: string, plan: Bills["plan"], asOf: Day): Bills {
  const none = say("USD", "par of the Treasury bills accepted", asOf);
  return {
    reason,
    plan,
    planMonths: [],
    months: [],
    total: unknown(none, reason),
    count: unknown(say("operations", "purchases of Treasury bills", asOf), reason),
    operations: { ids: [], days: [], accepted: [], ...provenance(none, []), reason },
    excluded: [],
  };
}

/** Why the operations held do not cover the time from the start of the plan to a day: part of a sum is none. */
function gapIn(operations: readonly TreasuryOperation[], start: Day, asOf: Day): string | undefined {
  const [first] = operations;
  if (!first || asOf < start) return undefined;
  if (first.day > start) return `the operations held begin on ${first.day}, after the plan's start on ${start}`;
  const days = [...operations.map(({ day }) => day).filter((day) => day >= start && day <= asOf), asOf];
  const k = days.findIndex((day, i) => i > 0 && dayNumber(day) - dayNumber(days[i - 1]!) > SILENT);
  if (k < 0) return undefined;
  return k === days.length - 1 ? `the operations held end on ${days[k - 1]}` : `no operation is held between ${days[k - 1]} and ${days[k]}`;
}

function say(unit: string, definition: string, asOf: Day): Description {
  return { unit, asOf, method: "billPurchases", definition };
}

function of(about: Description, from: readonly TreasuryOperation[]): Omit<Measure, "value"> {
  return {
    ...provenance(about, []),
    n: from.length,
    from: from[0]?.day ?? null,
    to: from.at(-1)?.day ?? null,
    sources: [...new Set(from.map(({ source }) => source))],
  };
}
