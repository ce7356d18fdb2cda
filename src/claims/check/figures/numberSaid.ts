import { decimalsOf, grouped } from "../../grouped.ts";

/**
 * A ratio as a percentage without its sign, with one digit more than a claim's own precision: what rounds to the claim can be seen to.
 *
 * @param ratio decimal; -0.258 is said as "25.8 %"
 * @param step one unit of the last place that the claim says, as a decimal; default a hundredth
 */
export function percentSaid(ratio: number, step = 0.01): string {
  return `${grouped(Math.abs(ratio * 100).toFixed(Math.min(6, decimalsOf(step * 100) + 1)))} %`;
}

/** Cents where six significant digits reach them, as many as sources carry; else none. */
function decimalsHeld(amount: number): number {
  const decimals = 5 - Math.floor(Math.log10(amount));
  return decimals >= 2 ? 2 : 0;
}

/**
 * An amount with one digit more than a claim's own precision, and its unit.
 *
 * @param step one unit of the last place that the claim says; without one cents, below 10,000
 */
export function amountSaid(amount: number, unit: string, step?: number): string {
  if (step === undefined) return `${grouped(amount.toFixed(decimalsHeld(amount)))} ${unit}`;
  const finer = step / 10;
  const decimals = Math.min(8, decimalsOf(finer));
  const text = (finer >= 1 ? Math.round(amount / finer) * finer : amount).toFixed(decimals);
  // A source carries cents: a zero after them would claim more.
  return `${grouped(decimals > 0 && text.endsWith("0") ? text.slice(0, -1).replace(/\.$/, "") : text)} ${unit}`;
}
