import type { ScanPairs } from "./scanResult.ts";

/** The columns of a pair that hang on the pair alone: all but those that its family adds. */
export type PairNumbers = Omit<ScanPairs, "familyP" | "found">;

const WHOLE = ["first", "second", "sessions", "events", "marked", "hits", "reached", "marketHits", "before", "same", "after", "apart"] as const;
const REAL = ["expected", "variance", "lift", "z", "pValue", "marketExpected", "beyond"] as const;

/** One pair. */
export type PairRow = { [K in keyof PairNumbers]: number };

/** Rows as columns. */
export function columnsOf(rows: readonly PairRow[]): PairNumbers {
  const whole = WHOLE.map((key) => [key, Int32Array.from(rows, (row) => row[key])] as const);
  const real = REAL.map((key) => [key, Float64Array.from(rows, (row) => row[key])] as const);
  return Object.fromEntries([...whole, ...real]);
}
