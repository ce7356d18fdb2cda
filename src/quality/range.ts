import type { History } from "./history.ts";
import type { Raise } from "./raise.ts";
import { shownLevel } from "./shown.ts";

/**
 * How far a close may lie outside its range, relative to it. Sources round the fields of one bar differently: whole histories of the index
 * of volatility are off by 6e-8, while the slips among them start at 6e-4.
 */
const ROUNDING = 1e-4;

/** A high below the low, or an open or close outside of them: swapped columns, or a tick in one field. Also a range without a close. */
export function range({ columns, present, level }: History, raise: Raise): void {
  const { open, high, low, close } = columns;
  if (!high && !low) return;
  for (let i = 0; i < present.length; i++) {
    if (present[i] === 0) continue;
    const top = high?.[i] ?? Number.NaN;
    const bottom = low?.[i] ?? Number.NaN;
    const slack = ROUNDING * Math.abs(level[i]!);
    // Comparisons with NaN are false: what is not held is not compared.
    if (top < bottom - slack) raise(i, "range", `expected a high of at least the low, ${shownLevel(bottom)}; received ${shownLevel(top)}`);
    else if (outside(close?.[i], top, bottom, slack)) raise(i, "range", message("close", close![i]!, bottom, top));
    else if (outside(open?.[i], top, bottom, slack)) raise(i, "range", message("open", open![i]!, bottom, top));
    else if (Number.isNaN(level[i]) && !(Number.isNaN(top) && Number.isNaN(bottom))) raise(i, "range", "expected a close beside high and low; received none");
  }
}

function outside(value: number | undefined, top: number, bottom: number, slack: number): boolean {
  return value !== undefined && (value > top + slack || value < bottom - slack);
}

function message(field: string, value: number, bottom: number, top: number): string {
  return `expected ${field} between low and high, ${shownLevel(bottom)} and ${shownLevel(top)}; received ${shownLevel(value)}`;
}
