import { held } from "./held.ts";

/** Positions of values with none on either side: a line through values leaves them out of sight. */
export function loneValues(values: readonly (number | null)[]): number[] {
  return [...values.keys()].filter((k) => held(values[k]) && !held(values[k - 1]) && !held(values[k + 1]));
}
