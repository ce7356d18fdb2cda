import { malformed } from "../failure.ts";
import type { Candle } from "./candle.ts";

/**
 * Refuses a candle whose open or close lies outside low and high: where columns have no names, that is how it shows that they came in another order.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function columnsInOrder({ open, high, low, close }: Candle, place: string): void {
  for (const [field, value] of [["open", open] as const, ["close", close] as const]) {
    if (value === undefined) continue;
    if (low !== undefined && low > value) throw malformed(place, `low <= ${field}`, { low, [field]: value });
    if (high !== undefined && high < value) throw malformed(place, `${field} <= high`, { [field]: value, high });
  }
}
