import { type Calendar, Problem } from "../market/index.ts";
import { type Described, sourceOf, sourceRef } from "../sources/index.ts";
import { READINGS } from "./readings.ts";
import type { Target } from "./subject.ts";

/** A market as something to fetch. */
export function marketTarget({ instrument, sources, earlier }: Described): Target {
  const { id, kind, calendar, close } = instrument;
  return { id, subject: { kind, calendar, close }, sources, ...(earlier ? { earlier } : {}) };
}

/** The readings of the macro picture as things to fetch: each by its sources, in order of preference. */
export function readingTargets(): Target[] {
  return READINGS.map(({ id, sources }) => {
    const refs = sources.map(sourceRef);
    const about = refs.map((ref) => sourceOf(ref).about(ref.symbol))[0];
    if (!about) throw new Problem("usage", `expected a reading that its source knows; received ${sources[0]}`);
    const calendar: Calendar = about.calendar;
    return { id, subject: { kind: "reading", calendar, close: about.close, weekly: about.every === "week" }, sources: refs };
  });
}
