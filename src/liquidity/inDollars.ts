import { Problem } from "../market/problem.ts";
import type { Reading } from "../market/reading.ts";

/** Dollars in one of a unit. */
const DOLLARS: ReadonlyMap<string, number> = new Map([
  ["USD", 1],
  ["millions of USD", 1e6],
  ["billions of USD", 1e9],
]);

/**
 * A reading in US dollars, from one in dollars, millions or billions of them as its unit says.
 *
 * Millions and billions come out as whole dollars; missing values stay missing. The unit is never taken from the size of the values: the same
 * balance is published in three units (dollars by the New York Fed, millions by the H.4.1 release, billions for reverse repos on FRED).
 *
 * @throws Problem (data) naming the reading and its unit when that is none of the three
 *
 * @example
 * import { inDollars } from "lockstep/liquidity";
 * import { toReading } from "lockstep/market";
 * const release = { calendar: "US-BOND", after: 0, time: "13:15" };
 * const billions = { id: "RRPONTSYD", name: "reverse repo", unit: "billions of USD", source: "hand", release };
 * const { unit, values } = inDollars(toReading({ ...billions, sessions: [20432, 20433], values: [5.045, NaN] }));
 * [unit, [...values]]; // => ["USD", [5045000000, NaN]]
 */
export function inDollars(reading: Reading): Reading {
  const dollars = DOLLARS.get(reading.unit);
  if (dollars === undefined) {
    throw new Problem("data", `expected ${[...DOLLARS.keys()].join(", ")}; received ${JSON.stringify(reading.unit)}`, `${reading.id}, ${reading.source}`);
  }
  // Decimals of a billion have no exact double; without rounding they would leave cents that nobody published.
  return dollars === 1 ? reading : { ...reading, unit: "USD", values: reading.values.map((value) => Math.round(value * dollars)) };
}
