import { type Day, dayNumber, type Series, toDay } from "../../../market/index.ts";
import { lowerBound } from "../../../num/lowerBound.ts";
import type { Period } from "../../mention.ts";
import type { Stretch } from "./nearPeriod.ts";

/** The days that a statement means: those of its period as far as they are over, or, where it names none, those since the last session of a series. */
export function stretchOf(on: Period | null, { sessions }: Series, until: Day): Stretch {
  if (on !== null) return { first: on.first, last: on.last < until ? on.last : until, precision: on.precision, relation: on.relation };
  const last = sessions[lowerBound(sessions, dayNumber(until) + 1) - 1];
  return { first: last === undefined ? until : toDay(last), last: until, precision: "day", relation: "in" };
}
