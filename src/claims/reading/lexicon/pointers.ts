/** Words that point back to a market named before. */
export interface Pointer {
  name: string;
  to: "one" | "two";
  /** What it can only mean, where the word says so. */
  only?: readonly string[]; // ids
}

export const POINTERS: readonly Pointer[] = [
  { name: "the two markets", to: "two" },
  { name: "the two assets", to: "two" },
  { name: "these two", to: "two" },
  { name: "the two", to: "two" },
  { name: "the pair", to: "two" },
  { name: "the duo", to: "two" },
  { name: "both of them", to: "two" },
  { name: "both markets", to: "two" },
  { name: "both assets", to: "two" },
  { name: "both", to: "two" },
  { name: "the cryptocurrency", to: "one", only: ["BTC"] },
  { name: "the digital currency", to: "one", only: ["BTC"] },
  { name: "the token", to: "one", only: ["BTC"] },
  { name: "the coin", to: "one", only: ["BTC"] },
  { name: "the benchmark", to: "one", only: ["IWM", "SPY", "DIA", "QQQ"] },
  { name: "the gauge", to: "one", only: ["IWM", "SPY", "DIA", "QQQ"] },
  { name: "the index", to: "one", only: ["IWM", "SPY", "DIA", "QQQ"] },
  { name: "the ETF", to: "one", only: ["IWM", "SPY", "DIA", "QQQ", "GLD", "SLV"] },
  { name: "the fund", to: "one", only: ["IWM", "SPY", "DIA", "QQQ", "GLD", "SLV"] },
  { name: "the metal", to: "one", only: ["GLD", "SLV"] },
  { name: "the asset", to: "one" },
  { name: "it", to: "one" },
  { name: "they", to: "one" },
];
