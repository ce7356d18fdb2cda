import { type Day, dayNumber, type Reading, readingKnown, span } from "../../market/index.ts";
import type { Known } from "../known.ts";
import type { MacroFigures } from "./figures.ts";

/**
 * What was public of a reading at the close of a day, or the reason why it is unknown.
 *
 * @param options.within how many days before the day its last value may lie: beyond, it says nothing about the day
 */
export function knownReading({ readings }: MacroFigures, ids: readonly string[], { asOf, within }: { asOf: Day; within: number }): Known<Reading> {
  const id = ids.find((one) => Object.hasOwn(readings, one));
  if (id === undefined) return { reason: `no figures held of ${ids.join(" or ")}` };
  const held = readingKnown(readings[id]!, asOf);
  const known = span(held);
  if (!known) return { reason: `no figure of ${id} was public by ${asOf}` };
  if (dayNumber(asOf) - dayNumber(known.to) > within) return { reason: `the figures of ${id} that were public by ${asOf} end on ${known.to}` };
  return { held };
}
