import { malformed } from "../failure.ts";

/**
 * The currency that an answer names, as "USD" or "GBp" (pence); undefined when it names none.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function currencyCode(value: unknown, place: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string" || !/^[A-Za-z]{3,4}$/.test(value)) throw malformed(place, "a currency as USD", value);
  return value;
}
