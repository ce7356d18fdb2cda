import type { Measure } from "../../market/index.ts";
import { decimal, percent, percentRange, whole } from "../format.ts";
import { number, prose, type Text } from "../prose.ts";

// In a table a number that is not known leaves a dash; the reason stands in the measure.
const dashed = (measure: Measure, text: string): Text => prose`${number(measure, measure.value === null ? "\u2013" : text)}`;

/** A whole percentage, or a dash. */
export function percentCell(measure: Measure): Text {
  return dashed(measure, percent(measure, { decimals: 0 }));
}

/** A percentage with one decimal, or a dash. */
export function tenthCell(measure: Measure): Text {
  return dashed(measure, percent(measure, { decimals: 1 }));
}

/** A whole percentage with its interval, where it has one, or a dash. */
export function rangedCell(measure: Measure): Text {
  return dashed(measure, `${percent(measure, { decimals: 0 })}${measure.interval ? ` (${percentRange(measure)})` : ""}`);
}

/** A number with so many decimals, or a dash. */
export function decimalCell(measure: Measure, decimals: number): Text {
  return dashed(measure, decimal(measure, { decimals }));
}

/** A count. */
export function wholeCell(measure: Measure): Text {
  return prose`${number(measure, whole(measure))}`;
}
