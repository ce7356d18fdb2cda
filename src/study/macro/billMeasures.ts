import type { TreasuryOperation } from "../../liquidity/index.ts";
import type { Day, Measure } from "../../market/index.ts";
import { type Description, provenance, unknown } from "../measures.ts";

export const ACCEPTED = "par of the Treasury bills accepted";
export const PURCHASES = "purchases of Treasury bills";

export function billsSaid(unit: string, definition: string, asOf: Day): Description {
  return { unit, asOf, method: "billPurchases", definition };
}

/** A number of some operations; unknown where there is none, and why. */
export function ofOperations(
  unit: string,
  definition: string,
  value: number | null,
  from: readonly TreasuryOperation[],
  asOf: Day,
  reason: string | null = null,
): Measure {
  const about = billsSaid(unit, definition, asOf);
  return value === null ? unknown(about, reason ?? "an operation does not say its amount") : { value, ...operationsProvenance(about, from) };
}

export function operationsProvenance(about: Description, from: readonly TreasuryOperation[]): Omit<Measure, "value"> {
  return {
    ...provenance(about, []),
    n: from.length,
    from: from[0]?.day ?? null,
    to: from.at(-1)?.day ?? null,
    sources: [...new Set(from.map(({ source }) => source))],
  };
}
