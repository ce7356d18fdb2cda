import type { Quantity } from "../../../src/claims/mention.ts";
import type { Way } from "./ways.ts";

/** Whether a value is what a number says: "When a number is right" of docs/claims.md. */
export function numberFits(value: number | undefined, said: Quantity): Way {
  return value === undefined ? undefined : rangeFits(value, value, said);
}

/** Whether one of the values between two is what a number says. */
export function rangeFits(low: number, high: number, said: Quantity): Way {
  const { step, bound, value, upper = value } = said;
  const slack = step * 1e-9; // decimals are no doubles
  const within = (down: number, up: number) => high >= value - down - slack && low <= upper + up + slack;
  const judge = (right: boolean, close: boolean): Way => (right ? "supported" : close ? "imprecise" : "contradicted");
  if (bound === "above") return judge(high > value - slack, high >= value - 0.5 * step - slack);
  if (bound === "below") return judge(low < upper + slack, low <= upper + 0.5 * step + slack);
  if (bound === "almost") return judge(within(2 * step, 0.5 * step), within(3 * step, 1.5 * step));
  if (bound === "exact") return judge(within(0.5 * step, 0.5 * step), within(1.5 * step, 1.5 * step));
  const fives = Math.abs(value / (5 * step) - Math.round(value / (5 * step))) < 1e-6;
  const unit = fives ? 5 * step : 2 * step;
  return judge(within(unit / 2, unit / 2), within(unit, unit));
}
