import { malformed } from "../failure.ts";

/**
 * The value itself when it is an object of named values.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function record(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed(place, "an object", value);
  return value as Record<string, unknown>;
}

/**
 * The value itself when it is a list.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function list(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) throw malformed(place, "a list", value);
  return value;
}
