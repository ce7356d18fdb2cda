export { earningsFor, type IndexEarnings } from "./earningsFor.ts";
export { type EarningsGrowth, type EarningsRow, earningsGrowth } from "./earningsGrowth.ts";
export type { EarningsBasis, EarningsQuote } from "./earningsQuote.ts";
