import { type Day, dayNumber, type Reading, readingKnown, span, toDay } from "../../market/index.ts";
import type { Known } from "../known.ts";
import type { MacroFigures } from "./figures.ts";

/** From which day, how old the last value may be, and what a value can be. */
export interface ReadingLook {
  asOf: Day;
  within: number; // days; an older value says nothing about the day
  possible?: { unit: string; least: number; most: number }; // what the reading must be in, and between what it must lie
}

/** What a rate or a yield can be. */
export const PERCENT = { unit: "percent", least: -5, most: 25 } as const;

/** What was public of the first of some readings that says something of a day, or the reason why none does. */
export function knownReading({ readings }: MacroFigures, ids: readonly string[], look: ReadingLook): Known<Reading> {
  const held = ids.filter((id) => Object.hasOwn(readings, id)).map((id) => readingOf(readings[id]!, look));
  return held.find((one) => one.held) ?? held[0] ?? { reason: `no figures held of ${ids.join(" or ")}` };
}

function readingOf(reading: Reading, { asOf, within, possible }: ReadingLook): Known<Reading> {
  const { id, unit, source } = reading;
  const held = readingKnown(reading, asOf);
  const known = span(held);
  if (!known) return { reason: `no figure of ${id} was public by ${asOf}` };
  if (dayNumber(asOf) - dayNumber(known.to) > within) return { reason: `the figures of ${id} that were public by ${asOf} end on ${known.to}` };
  if (!possible) return { held };
  if (unit !== possible.unit) return { reason: `${id}, ${source}: expected ${possible.unit}; received ${unit}` };
  const far = held.values.findIndex((value) => value < possible.least || value > possible.most);
  if (far < 0) return { held };
  const range = `${possible.least} to ${possible.most} ${possible.unit}`;
  return { reason: `${id}, ${source}: expected ${range}; received ${held.values[far]} on ${toDay(held.sessions[far]!)}` };
}
