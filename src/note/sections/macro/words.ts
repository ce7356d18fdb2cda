import type { Measure } from "../../../market/index.ts";
import { signed, whole } from "../../format.ts";
import { number, prose, type Text } from "../../prose.ts";

/** A sum of changes in words: "56 basis points of cuts", "no change". */
export function basisPoints(measure: Measure): Text {
  const { value } = measure;
  if (value === null) return prose`an ${number(measure, "unknown")} change`;
  const size = whole({ value: Math.abs(value) });
  if (size === "0") return prose`${number(measure, "no")} change`;
  const points = size === "1" ? prose`basis point` : prose`basis points`;
  return prose`${number(measure, size)} ${points} of ${value < 0 ? prose`cuts` : prose`hikes`}`;
}

/** A decision in words: "cut by 25 basis points", "left as it was". */
export function decision(measure: Measure): Text {
  const { value } = measure;
  if (value === null) return prose`not held`;
  if (value === 0) return prose`left as it was`;
  return prose`${value < 0 ? prose`cut` : prose`raised`} by ${number(measure, whole({ value: Math.abs(value) }))} basis points`;
}

/** A change in basis points, with its sign, or a dash. */
export function bpCell(measure: Measure): Text {
  return prose`${number(measure, measure.value === null ? "\u2013" : signed(measure, { decimals: Number.isInteger(measure.value) ? 0 : 1 }))}`;
}
