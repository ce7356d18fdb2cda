import type { Quantity } from "../mention.ts";

/** A number without its unit as one of percent, which it is beside a record or a word of movement: "down 77". Any other as it is. */
export function asShare(size: Quantity): Quantity {
  if (size.unit !== "none") return size;
  return { ...size, value: size.value / 100, step: size.step / 100, unit: "ratio", ...(size.upper === undefined ? {} : { upper: size.upper / 100 }) };
}
