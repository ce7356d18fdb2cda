import type { Day } from "./day.ts";

/** A record that is more than a number per session: an operation of the New York Fed, a quoted forecast. */
export interface Fact {
  kind: string; // "treasuryOperation"
  id: string; // "OR 121225 1"
  day: Day; // "2025-12-12"
  fields: Readonly<Record<string, string | number | null>>;
}

/** A fact with where it came from. */
export interface SourcedFact extends Fact {
  source: string; // "nyfed:operations"
}
