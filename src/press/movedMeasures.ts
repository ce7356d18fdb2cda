import { measurePaths } from "../note/binding/measurePaths.ts";

/** A measure that has another value than before. */
export interface MovedMeasure {
  path: string; // "markets.6.distance"
  before: number | null | undefined; // undefined = it was not there
  after: number | null | undefined;
}

/** The measures of two records that differ in value or are in one of them only, in the order of their places. */
export function movedMeasures(before: unknown, after: unknown): MovedMeasure[] {
  const [then, now] = [valuesIn(before), valuesIn(after)];
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((path) => then.get(path) !== now.get(path))
    .map((path) => ({ path, before: then.get(path), after: now.get(path) }));
}

function valuesIn(record: unknown): Map<string, number | null> {
  return new Map([...measurePaths(record)].map(([{ value }, path]) => [path, value]));
}
