import type { Quantity } from "../../mention.ts";

/**
 * The value of a range that comes closest to a level: the level itself where the range holds it.
 *
 * Of a bound ("more than 126,000") the value that goes furthest its way.
 */
export function bestLevel({ value, upper = value, bound }: Pick<Quantity, "value" | "upper" | "bound">, { low, high }: { low: number; high: number }): number {
  if (bound === "above") return high;
  if (bound === "below") return low;
  if (high < value) return high;
  return low > upper ? low : Math.max(low, value);
}
