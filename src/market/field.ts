/** What one number of a bar says. */
export type Field = "close" | "high" | "low" | "totalReturn";

/** All bases, in the order in which they are shown. */
export const BASES = ["close", "intraday", "total-return"] as const;

/** On which number a record is kept. */
export type Basis = (typeof BASES)[number];

const FIELD_OF: Readonly<Record<Basis, Field>> = { close: "close", intraday: "high", "total-return": "totalReturn" };

/**
 * The field on which records of a basis are kept: intraday records are records of the session's high.
 *
 * @example
 * import { fieldOf } from "lockstep/market";
 * fieldOf("intraday"); // => "high"
 */
export function fieldOf(basis: Basis): Field {
  return FIELD_OF[basis];
}
