import { countHeld, type Day, type Dropped, type Measure, type Series, span, type Unit } from "../market/index.ts";

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

/** A measure computed from series that end at `asOf`: n, span and sources are theirs. */
export function measured(
  description: Description,
  value: number,
  from: readonly Series[],
  { on, dropped = [] }: { on?: Day; dropped?: Dropped[] } = {},
): Measure {
  const spans = from.flatMap((series) => span(series) ?? []);
  return {
    value,
    unit: description.unit,
    n: from.reduce((sum, series) => sum + countHeld(series.values), 0),
    from: earliest(spans.map((one) => one.from)),
    to: latest(spans.map((one) => one.to)),
    asOf: description.asOf,
    ...(on === undefined ? {} : { on }),
    method: description.method,
    definition: description.definition,
    sources: [...new Set(from.map((series) => series.source))],
    dropped,
  };
}

/** A measure without a value: unknown, and why. */
export function unknown(description: Description, reason: string): Measure {
  const { unit, asOf, method, definition } = description;
  return { value: null, unit, n: 0, from: null, to: null, asOf, method, definition, sources: [], dropped: [], reason };
}

/** A number that was chosen, not computed: a definition. */
export function chosen(value: number, unit: Unit, asOf: Day, definition: string): Measure {
  return { value, unit, n: 0, from: null, to: null, asOf, method: "chosen", definition, sources: ["group file"], dropped: [] };
}

/** The latest of some days; null when there is none. */
export function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** The earliest of some days; null when there is none. */
export function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}
