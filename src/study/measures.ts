import { countHeld, type Day, type Dropped, type Measure, type Reading, type Series, span, type Unit } from "../market/index.ts";
import type { Interval } from "../num/index.ts";

/** What is said of a number before it is computed. */
export interface Description {
  unit: Unit;
  asOf: Day;
  method: string;
  definition: string;
}

/** A description that also says at which instants the values stand. */
export function withClocks(description: Description, clocks: string): Description {
  return { ...description, definition: `${description.definition}; ${clocks}` };
}

/** What a number was computed from. */
type From = Series | Reading;

// A study says a thousand numbers of a few series: each is counted once.
const counted = new WeakMap<From, number>();

function heldIn(series: From): number {
  const known = counted.get(series) ?? countHeld(series.values);
  counted.set(series, known);
  return known;
}

/** What a measure says of itself beside its value: n, span and sources are those of the series that it was computed from. */
export function provenance({ unit, asOf, method, definition }: Description, from: readonly From[], dropped: Dropped[] = []): Omit<Measure, "value" | "on"> {
  const spans = from.flatMap((series) => span(series) ?? []);
  return {
    unit,
    n: from.reduce((sum, series) => sum + heldIn(series), 0),
    from: earliest(spans.map((one) => one.from)),
    to: latest(spans.map((one) => one.to)),
    asOf,
    method,
    definition,
    sources: [...new Set(from.map((series) => series.source))],
    dropped,
  };
}

/** What may be said of a measure beside its value and the series that it came from. */
export interface More {
  on?: Day | undefined;
  dropped?: Dropped[];
  n?: number; // observations, where these are not the sessions of the series
  interval?: Interval | undefined;
}

/** A measure computed from series that end at `asOf`; an interval without bounds is none. */
export function measured(description: Description, value: number, from: readonly From[], { on, dropped, n, interval }: More = {}): Measure {
  return {
    value,
    ...(on === undefined ? {} : { on }),
    ...(interval === undefined || !Number.isFinite(interval.lower) || !Number.isFinite(interval.upper)
      ? {}
      : { interval: { lower: interval.lower, upper: interval.upper, level: interval.level } }),
    ...provenance(description, from, dropped),
    ...(n === undefined ? {} : { n }),
  };
}

/** A measure without a value: unknown, and why. */
export function unknown(description: Description, reason: string): Measure {
  return { value: null, ...provenance(description, []), reason };
}

/** A number that was chosen, not computed: a definition of the group, or one that the program fixes for all. */
export function chosen(value: number, unit: Unit, asOf: Day, definition: string, by: "group" | "fixed" = "group"): Measure {
  return { value, ...provenance({ unit, asOf, method: "chosen", definition }, []), sources: [by] };
}

/** The latest of some days; null when there is none. */
export function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** The earliest of some days; null when there is none. */
export function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}
