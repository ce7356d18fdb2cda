import type { Quantity } from "../../mention.ts";

// How many basis points one of a unit is: a share is a decimal; a bare number beside a rate is one of basis points.
const BP: Readonly<Partial<Record<Quantity["unit"], number>>> = { bp: 1, none: 1, points: 100, ratio: 10_000 };

/** A number in basis points; undefined in a unit that measures no rate. */
export function basisPointsOf(quantity: Quantity): Quantity | undefined {
  const factor = BP[quantity.unit];
  if (factor === undefined) return undefined;
  // A decimal share has no exact double: a billionth of a basis point is rounding.
  const scaled = (value: number) => Math.round(value * factor * 1e9) / 1e9;
  const { value, step, upper } = quantity;
  return { ...quantity, unit: "bp", value: scaled(value), step: scaled(step), ...(upper === undefined ? {} : { upper: scaled(upper) }) };
}
