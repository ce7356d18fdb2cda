import { type PlanMonth, RESERVE_PURCHASES, type TreasuryOperation } from "../../liquidity/index.ts";
import type { Day, Measure } from "../../market/index.ts";
import { unknown } from "../measures.ts";
import { ACCEPTED, billsSaid, ofOperations, operationsProvenance, PURCHASES } from "./billMeasures.ts";
import type { Macro } from "./schema.ts";

/** One month of the plan: what was planned of it alone, and what was done. */
export function planMonthOf(month: PlanMonth, bought: readonly TreasuryOperation[], asOf: Day): Macro["bills"]["planMonths"][number] {
  const { from, to, state, planned, whyNoPlan, operations, done, whyNotDone, remaining, beyond } = month;
  const own = bought.filter(({ day }) => day >= from && day <= to);
  const compared = planned === null ? whyNoPlan : whyNotDone;
  return {
    from,
    to,
    state,
    planned: plannedOf(planned, whyNoPlan, asOf),
    // That there was none so far is a count of all that is held.
    operations: ofOperations(
      "operations",
      PURCHASES,
      state === "to come" || bought.length === 0 ? null : operations,
      own.length > 0 ? own : bought,
      asOf,
      whyNotDone,
    ),
    done: ofOperations("USD", `${ACCEPTED} in this month of the plan`, done, own, asOf, whyNotDone),
    remaining: ofOperations("USD", "planned less done, not below zero", remaining, own, asOf, compared),
    beyond: ofOperations("USD", "done less planned, not below zero; reinvested agency principal is part of what was done", beyond, own, asOf, compared),
  };
}

function plannedOf(planned: number | null, whyNot: string | null, asOf: Day): Measure {
  const about = billsSaid("USD", "planned purchases of this month of the plan alone", asOf);
  if (planned === null) return unknown(about, whyNot ?? "not held");
  return { value: planned, ...operationsProvenance(about, []), n: 1, sources: RESERVE_PURCHASES.sources.map(({ url }) => url) };
}
