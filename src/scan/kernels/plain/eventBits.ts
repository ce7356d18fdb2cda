import { drawdowns, windowRecords } from "../../../num/index.ts";
import { setBit } from "./row.ts";

/** Sets the bits of highs and lows of a trailing window, and of closes at least `below` under the highest so far. */
export function eventBits(
  closes: Float64Array,
  { window, below, highs, lows, under }: { window: number; below: number; highs: Uint32Array; lows: Uint32Array; under: Uint32Array },
): void {
  for (const row of [highs, lows, under]) row.fill(0);
  for (const at of windowRecords(closes, { window })) setBit(highs, at);
  for (const at of windowRecords(closes, { window, of: "lows" })) setBit(lows, at);
  for (const [at, drawdown] of drawdowns(closes).entries()) if (drawdown <= -below) setBit(under, at);
}
