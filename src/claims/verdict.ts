import type { Day, Measure } from "../market/index.ts";

/** What the data say of a claim. */
export const VERDICTS = ["supported", "imprecise", "contradicted", "depends-on-definition", "not-checkable", "opinion"] as const;

export type ClaimVerdict = (typeof VERDICTS)[number];

/** How a claim fares under one definition. */
export interface Judged {
  label: string; // "close against the record close"
  verdict: "supported" | "imprecise" | "contradicted" | "not-checkable";
  /** The recomputed value; null where the answer is no number. */
  value: Measure | null;
  /** The answer in words, where it is a day or a list: "record close of 2025-10-06". */
  says: string;
}

/** A figure that a verdict rests on. */
export interface Row {
  market: string; // "IWM"
  on: Day; // "2025-12-11"
  field: string; // "close"
  value: number; // 257.80
  unit: string; // "USD"
  source: string; // "small-caps-and-bitcoin/IWM.csv"
}

/** How one subject of a claim fares. */
export interface Part {
  about: string; // "IWM"; "" where a claim is about no market
  /** The conventional definition first. Empty where nothing could be judged. */
  judged: readonly Judged[];
  /** Whether the field has a convention: then the first definition alone can support a claim; without one all must agree. */
  conventional: boolean;
  /** What would be needed where nothing could be judged: "closes of ETH: lockstep fetch brings them". */
  needed: string | null;
}

/** What a check returns; the verdict follows from it by one rule, `verdictOf`. */
export interface Answer {
  /** One for each subject, all of which a claim means; for claims on several at once (a coincidence, an order) one for all. */
  parts: readonly Part[];
  /** Whether the subjects are a kind ("metals"), of which some may hold and some not: then they must agree. */
  kind: boolean;
  rows: readonly Row[];
  /** For a forecast: its base rate, and what came after the publication. */
  forecast?: { baseRate: Measure; outcome: Measure; says: string };
}
