import type { Day, Measure, Series, Unit } from "../../market/index.ts";
import type { Interval } from "../../num/index.ts";
import { measured, unknown } from "../measures.ts";
import { measuredOfPair, type Pair } from "../pair.ts";

/** Makes a measure of the pair; NaN is unknown, for the reason given. */
export type SayPair = (
  unit: Unit,
  method: string,
  definition: string,
  value: number,
  more?: { n?: number; interval?: Interval | undefined; reason?: string },
) => Measure;

/** How the numbers of a pair are said, as of a day. */
export function sayOfPair(pair: Pair, asOf: Day): SayPair {
  return (unit, method, definition, value, more = {}) => measuredOfPair(pair, { unit, asOf, method, definition }, value, more);
}

/** How the numbers of other series are said: those of several pairs, of peers, of other clocks. */
export function sayFrom(from: readonly Series[], asOf: Day): SayPair {
  return (unit, method, definition, value, { reason = "not enough figures held", ...more } = {}) => {
    const description = { unit, asOf, method, definition };
    return !Number.isFinite(value) || from.length === 0 ? unknown(description, reason) : measured(description, value, from, more);
  };
}
