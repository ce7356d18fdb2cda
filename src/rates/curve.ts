import type { Day } from "../market/index.ts";

/** The prices of 30-day federal funds futures of one day, by month of delivery; a month without a price is absent. */
export interface FuturesCurve {
  day: Day; // "2025-12-11"
  prices: Readonly<Record<string, number>>; // { "2026-03": 96.445 }; 100 less percent
  source: string; // "small-caps-and-bitcoin/fed-funds-futures-2025-12-11.csv"
}
