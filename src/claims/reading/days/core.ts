import { dayNumber } from "../../../market/index.ts";
import type { Period } from "../../mention.ts";
import { monthOf, type Stretch } from "./civil.ts";

/** From where a name of the calendar without its year is resolved, and to which side. */
export interface Anchor {
  at: number; // day number; the day of publication, or the other end of a range
  forward: boolean;
}

/** A day or period that is named, without what stands before it ("on", "since"). */
export interface Core {
  next: number; // position of the token behind it
  /** Undefined where there is no such day, and where it is not resolved here. */
  stretch: Stretch | undefined;
  precision: Period["precision"];
  /** Whether its year or week follows from the anchor. */
  anchored: boolean;
  /** Whether it names a date, whose digits count nothing: not "the past five years". */
  dated: boolean;
  /** How it stands, where its own words say so: "the past three months". */
  relation?: Period["relation"];
  future?: boolean;
  /** Whether it joins two names: "from Monday to Wednesday". */
  range?: true;
  /** Whether it is the end of a period, from which its last day counts: "since the end of 2024". */
  atEnd?: true;
}

const LEAP_CYCLE = 8; // years; 29 February may be so far away

/** The last of the yearly recurring stretches that has begun by the anchor; looking forward the next that has not ended. */
export function recurring(inYear: (year: number) => Stretch | undefined, { at, forward }: Anchor): Stretch | undefined {
  const { year } = monthOf(at);
  for (let k = 0; k <= LEAP_CYCLE; k++) {
    const stretch = inYear(forward ? year + k : year - k);
    if (stretch !== undefined && (forward ? stretch.last >= at : stretch.first <= at)) return stretch;
  }
  return undefined;
}

/** A single day as a stretch. */
export function oneDay(day: number | undefined): Stretch | undefined {
  return day === undefined ? undefined : { first: day, last: day };
}

/** The whole of a year. */
export function yearStretch(year: number): Stretch {
  return { first: dayNumber(`${year}-01-01`), last: dayNumber(`${year}-12-31`) };
}
