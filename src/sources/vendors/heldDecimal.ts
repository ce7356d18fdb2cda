import { decimal } from "./decimal.ts";

/**
 * The decimal number that a text says; undefined for null and for the texts with which the source says that it holds none.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function heldDecimal(value: unknown, place: string, missing: readonly unknown[]): number | undefined {
  return value === null || missing.includes(value) ? undefined : decimal(value, place);
}
