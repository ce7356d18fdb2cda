import { toDay } from "../market/day.ts";
import { Problem } from "../market/problem.ts";
import type { Reading } from "../market/reading.ts";
import { inDollars } from "./inDollars.ts";

/** What net liquidity is made of. */
export type LiquidityPart = "assets" | "treasuryAccount" | "reverseRepo";

interface Possible {
  from: number; // dollars
  to: number;
  zero?: true; // zero as well
  said: string;
}

/**
 * Between the least and the greatest lies room for any crisis, and none for a figure a thousand times too large or too small. The least reverse repo
 * but zero is the million that a counterparty has to offer; no week's average of the account has been under three billion since 2002.
 */
const POSSIBLE: Readonly<Record<LiquidityPart, Possible>> = {
  assets: { from: 0.5e12, to: 50e12, said: "total assets of 0.5 to 50 trillion dollars" },
  treasuryAccount: { from: 0.5e9, to: 10e12, said: "a Treasury account of half a billion to 10 trillion dollars" },
  reverseRepo: { from: 1e6, to: 10e12, zero: true, said: "a reverse repo of none, or of a million to 10 trillion dollars" },
};

/**
 * A reading in US dollars ({@link inDollars}) of which every value is a possible one of its part of net liquidity.
 *
 * Total assets of the Federal Reserve are possible from 0.5 to 50 trillion dollars, the Treasury's account from half a billion to 10 trillion, the
 * reverse repo as zero or from a million to 10 trillion. Anything else is refused, never rescaled: most likely its unit is wrong.
 *
 * @throws Problem (data) naming the reading, the day, what is possible and what came, or an unknown unit
 *
 * @example
 * import { possibleDollars } from "lockstep/liquidity";
 * import { toReading } from "lockstep/market";
 * const release = { calendar: "US-FED", after: 1, time: "16:30" };
 * const millions = { id: "WALCL", name: "total assets", unit: "millions of USD", source: "hand", release };
 * possibleDollars(toReading({ ...millions, sessions: [20432], values: [6539303] }), "assets").values[0]; // => 6539303000000
 */
export function possibleDollars(reading: Reading, part: LiquidityPart): Reading {
  const dollars = inDollars(reading);
  const { from, to, zero, said } = POSSIBLE[part];
  const at = dollars.values.findIndex((value) => !Number.isNaN(value) && !(value >= from && value <= to) && !(zero && value === 0));
  if (at < 0) return dollars;
  const received = `${reading.values[at]} ${reading.unit} on ${toDay(reading.sessions[at]!)}`;
  throw new Problem("data", `expected ${said}; received ${received}`, `${reading.id}, ${reading.source}`);
}
