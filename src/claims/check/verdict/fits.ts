import type { Quantity } from "../../mention.ts";
import type { Judged } from "../../verdict.ts";

// The next number that could have been written: beyond it a number is wrong and not loose.
const NEIGHBOUR = 1.5; // steps

// "About 30 %" is said of 28: a round number that is hedged claims its fives.
const ROUND = 5;

/**
 * Whether a recomputed value is what a number says.
 *
 * Supported when the value rounds to the number at the number's own precision; imprecise when it rounds to its neighbour. A hedge widens or turns the
 * number: "about" doubles the step, or takes a round number by its fives; "almost" takes what lies up to two steps below; "above" and "below" are
 * bounds, met or not; of a range the value lies within it, rounded.
 *
 * @param value in the unit of the quantity; both are taken without their sign's meaning: a fall of 27 % is held against 0.27
 *
 * @example
 * import { fits } from "lockstep/claims";
 * const quantity = { kind: "quantity", from: 0, to: 4, value: 0.27, unit: "ratio", step: 0.01, bound: "exact" };
 * [0.2734, 0.258, 0.24].map((value) => fits(quantity, value)); // => ["supported", "imprecise", "contradicted"]
 */
export function fits({ value: said, step, bound, upper = said }: Pick<Quantity, "value" | "step" | "bound" | "upper">, value: number): Judged["verdict"] {
  if (!Number.isFinite(value)) return "not-checkable";
  // Decimal fractions have no exact double: half a step is reached within a billionth of it.
  const slack = step * 1e-9;
  const within = (below: number, above: number) => value >= said - below - slack && value <= upper + above + slack;
  switch (bound) {
    case "above":
      return value > said - slack ? "supported" : value >= said - step / 2 - slack ? "imprecise" : "contradicted";
    case "below":
      return value < upper + slack ? "supported" : value <= upper + step / 2 + slack ? "imprecise" : "contradicted";
    case "almost":
      return within(2 * step, step / 2) ? "supported" : within(3 * step, NEIGHBOUR * step) ? "imprecise" : "contradicted";
    case "about": {
      const wide = aboutStep(said, step);
      return within(wide / 2, wide / 2) ? "supported" : within(wide, wide) ? "imprecise" : "contradicted";
    }
    case "exact":
      return within(step / 2, step / 2) ? "supported" : within(NEIGHBOUR * step, NEIGHBOUR * step) ? "imprecise" : "contradicted";
    default:
      throw new RangeError(`invalid bound: ${String(bound satisfies never)}`);
  }
}

function aboutStep(said: number, step: number): number {
  const fives = ROUND * step;
  const round = Math.abs(said / fives - Math.round(said / fives)) < 1e-9;
  return round ? fives : 2 * step;
}
