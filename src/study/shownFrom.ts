import { type Day, dayNumber, toDay } from "../market/index.ts";
import type { Definitions } from "./group.ts";
import { earliest } from "./measures.ts";

// Five years: a chart of fewer days says little, whatever the group file asks for.
const LEAST_SHOWN = 1826;

/** The first day of charts and lists that do not go back to the beginning. */
export function shownFrom({ showFrom }: Pick<Definitions, "showFrom">, asOf: Day): Day {
  return earliest([showFrom, toDay(dayNumber(asOf) - LEAST_SHOWN)])!;
}
