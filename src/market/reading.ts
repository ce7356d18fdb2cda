import { lowerBound } from "../num/lowerBound.ts";
import { type Day, dayNumber, toDay } from "./day.ts";
import { Problem } from "./problem.ts";
import { publicOn, type Release } from "./release.ts";

/** What is read off an institution day by day, and is no price: a rate, a yield, a balance. */
export interface Reading {
  id: string; // "DGS2"
  name: string; // "two-year Treasury yield, constant maturity"
  unit: string; // "percent"; "millions of USD"
  sessions: Int32Array; // days since 1970-01-01, strictly ascending
  values: Float64Array; // as long as sessions; may be zero or negative; NaN = none
  source: string; // "small-caps-and-bitcoin/rates.csv"
  release: Release; // when the value of a day becomes public
}

/** What {@link toReading} takes. */
export type ReadingInput = Omit<Reading, "sessions" | "values"> & { sessions: ArrayLike<number>; values: ArrayLike<number> };

/**
 * A reading from days and values, checked: equal lengths, whole ascending days, finite values or NaN = none.
 *
 * @throws Problem (data) naming the reading, the day and what came
 *
 * @example
 * import { toReading } from "lockstep/market";
 * const release = { calendar: "US-FED", after: 1, time: "16:15" };
 * toReading({ id: "DGS2", name: "yield", unit: "percent", source: "hand", release, sessions: [1, 2], values: [3.5, -0.1] }).values[1]; // => -0.1
 */
export function toReading(input: ReadingInput): Reading {
  const place = `${input.id}, ${input.source}`;
  if (input.sessions.length !== input.values.length) {
    throw new Problem("data", `expected as many values as days; received ${input.values.length} and ${input.sessions.length}`, place);
  }
  for (let i = 0; i < input.sessions.length; i++) {
    const day = input.sessions[i]!;
    const value = input.values[i]!;
    if (!Number.isInteger(day)) throw new Problem("data", `a day must be a whole number; received ${day}`, place);
    if (i > 0 && day <= input.sessions[i - 1]!) {
      throw new Problem("data", `days must ascend; received ${toDay(day)} after ${toDay(input.sessions[i - 1]!)}`, place);
    }
    if (!Number.isNaN(value) && !Number.isFinite(value))
      throw new Problem("data", `expected a finite number or none; received ${value} on ${toDay(day)}`, place);
  }
  return { ...input, sessions: Int32Array.from(input.sessions), values: Float64Array.from(input.values) };
}

/**
 * The part of a reading that was public at the close of a day in New York, from its first value to its last. A view, no copy.
 *
 * @example
 * import { readingKnown, toReading, toDay } from "lockstep/market";
 * const release = { calendar: "US-FED", after: 1, time: "16:15" };
 * const [tuesday, wednesday] = [20431, 20432];
 * const reading = toReading({ id: "DGS2", name: "yield", unit: "percent", source: "hand", release, sessions: [tuesday, wednesday], values: [3.6, 3.5] });
 * [...readingKnown(reading, "2025-12-11").sessions].map(toDay); // => ["2025-12-09"]
 */
export function readingKnown(reading: Reading, asOf: Day): Reading {
  const day = dayNumber(asOf);
  let to = lowerBound(reading.sessions, day + 1);
  // Later values are published later: from the end back, the first that is public settles it.
  while (to > 0 && (Number.isNaN(reading.values[to - 1]) || publicOn(reading.sessions[to - 1]!, reading.release) > day)) to--;
  let from = 0;
  while (from < to && Number.isNaN(reading.values[from])) from++;
  return { ...reading, sessions: reading.sessions.subarray(from, to), values: reading.values.subarray(from, to) };
}
