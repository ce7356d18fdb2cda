import type { Day, Measure, Unit } from "../../market/index.ts";
import type { Interval } from "../../num/index.ts";
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
