import type { EarningsGrowth, EarningsRow } from "./earningsGrowth.ts";

/** What is held of one index. */
export interface IndexEarnings {
  index: string; // "NDX"
  rows: readonly EarningsRow[]; // none where nothing is known
  reason: string | null; // "no public figure held"
}

/**
 * The quotations of each of some indices, in the order asked for; an index without any has none, and the reason.
 *
 * An absent index is not one without growth, and takes no figure from another one.
 *
 * @example
 * import { earningsFor, earningsGrowth } from "lockstep/earnings";
 * const fields = { index: "RTY", year: 2026, growthPct: 50, basis: "consensus", source: "A House", published: "2026-01" };
 * const growth = earningsGrowth([{ kind: "epsForecast", id: "RTY 2026", day: "2025-12-31", source: "hand", fields }], { asOf: "2025-12-31" });
 * earningsFor(growth, ["NDX", "RTY"]).map(({ reason }) => reason); // => ["no public figure held", "no figure was public on 2025-12-31"]
 */
export function earningsFor({ asOf, rows, leftOut }: EarningsGrowth, indices: readonly string[]): IndexEarnings[] {
  return indices.map((index) => {
    const own = rows.filter((row) => row.index === index);
    if (own.length > 0) return { index, rows: own, reason: null };
    // Nothing is said of what comes later: on that day it was not known that it would come.
    return { index, rows: own, reason: leftOut.some(({ quote }) => quote.index === index) ? `no figure was public on ${asOf}` : "no public figure held" };
  });
}
