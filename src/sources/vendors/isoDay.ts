import { parseDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";

/**
 * The session number of an ISO day.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function isoDay(value: unknown, place: string): number {
  const session = typeof value === "string" ? parseDay(value) : undefined;
  if (session === undefined) throw malformed(place, "a day like 2025-12-11", value);
  return session;
}
