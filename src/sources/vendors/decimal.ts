import { malformed } from "../failure.ts";

const DECIMAL = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * The number that a text says in plain decimal writing, "-12.50" or "1.2e-3": no spaces, no thousands separators, nothing but a number that
 * a double can hold.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function decimal(text: unknown, place: string): number {
  const value = typeof text === "string" && DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw malformed(place, "a decimal number as text", text);
  return value;
}

/**
 * The value itself when it is a finite number.
 *
 * @throws SourceFailure (malformed) naming the place
 */
export function finite(value: unknown, place: string): number {
  // JSON may say 1e400, which is read as Infinity, and Infinity is shown as null.
  if (typeof value !== "number" || !Number.isFinite(value)) throw malformed(place, "a finite number", typeof value === "number" ? String(value) : value);
  return value;
}
