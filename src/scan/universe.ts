/** The closes of a market as they are held. */
export interface MarketBars {
  id: string; // "BTC-USD"
  sessions: Int32Array; // day numbers
  closes: Float64Array; // NaN = none
}

/** The markets of a scan, as they came; what cannot be used is found out by `scanEvents`. */
export interface Universe {
  name: string; // "crypto_1d_to2022.parquet"
  markets: readonly MarketBars[];
}

/** A market that takes no part, and why. */
export interface Skipped {
  id: string; // "DEAD-USD"
  reason: SkipReason;
}

/** The reasons for which a market takes no part, each with what it means. */
export const SKIP_REASONS = {
  duplicate: "its id comes twice",
  unordered: "a day comes twice, or days do not ascend",
  empty: "no close above zero up to the day",
  "one bar": "a single close",
  constant: "its price never moves",
  short: "its history is too short for the window of highs",
  "no events": "it sets none of what is counted in its history",
} as const;

/** One of {@link SKIP_REASONS}. */
export type SkipReason = keyof typeof SKIP_REASONS;
