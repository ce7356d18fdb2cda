import type { Field } from "./field.ts";

/** What a source may say of one session of a market: the fields that records are kept on, and what they are checked and derived from. */
export type BarField = Field | "open" | "volume" | "dividend" | "split" | "value";

/** All fields of a bar, in the order in which they are shown and stored. */
export const BAR_FIELDS = ["open", "high", "low", "close", "totalReturn", "dividend", "split", "volume", "value"] as const satisfies readonly BarField[];

/** Bars of one market as one source gives them: a column for each field that the source speaks of. */
export interface Bars {
  sessions: Int32Array; // days since 1970-01-01, strictly ascending
  columns: Readonly<Partial<Record<BarField, Float64Array>>>; // as long as sessions; NaN = none
}

/** How far a bar is to be trusted: the session is over and nothing speaks against it, it is not over, or something does. */
export type BarStatus = "final" | "provisional" | "quarantined";

/** What a source says of one session. A field that is absent or NaN was not said; `knownAt` where the source itself says since when: ms since 1970 UTC. */
export type BarRow = { session: number; knownAt?: number } & Partial<Record<BarField, number>>;
