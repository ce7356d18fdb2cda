import { malformed } from "../failure.ts";

/**
 * The value itself when it is a count: a whole number from 0 up.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function wholeNumber(value: unknown, place: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw malformed(place, "a whole number from 0 up", value);
  return value;
}
