import type { BarField } from "../market/index.ts";
import type { History } from "./history.ts";
import type { JudgeContext } from "./judgement.ts";
import type { Raise } from "./raise.ts";

const PRICES = ["open", "high", "low", "close", "totalReturn", "value"] as const satisfies readonly BarField[];

/**
 * A price that is zero, negative or infinite. No threshold: prices are positive, and zero is how many sources write "none".
 *
 * A reading may have any sign (yields have been negative) and must only be finite.
 */
export function nonPositive({ columns, present }: History, kind: JudgeContext["kind"], raise: Raise): void {
  const least = kind === "reading" ? Number.NEGATIVE_INFINITY : 0;
  const expected = kind === "reading" ? "a finite number" : "a positive number";
  for (const field of PRICES) {
    const column = columns[field];
    if (!column) continue;
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!;
      // NaN is none.
      if ((value <= least || value === Number.POSITIVE_INFINITY) && present[i] === 1)
        raise(i, "nonPositive", `${field}: expected ${expected}; received ${value}`);
    }
  }
}
