/** What a scan counts, keeps and tests. Fixed before a figure is looked at; all of it stands in the result. */
export interface ScanDefinition {
  asOf: string | null; // "2025-12-11"; null = the last session of the universe
  of: "highs" | "lows"; // whose coincidence
  /**
   * `together`: a high of the first with one of the second at most `window` sessions away; `leads`: followed by one of the second within `window`
   * sessions, the same session not counted; `apart`: while the second stands at least `below` under its record.
   */
  relation: "together" | "leads" | "apart";
  prices: "quoted" | "beyond-market"; // beyond-market: what is left of a price when its slope on the market's mean return is taken out
  highWindow: number; // 252 sessions: a high is strictly above the closes of that many before
  window: number; // 5 sessions
  below: number; // 0.2
  nearSessions: number; // 5: a market is at its record when it set one at most that many sessions ago
  minSessions: number; // 252: of common history after the windows are full
  minEvents: number; // 5: of either market in the common history
  minHits: number; // 5
  minLift: number; // 1.3
  minZ: number; // 2.5
  perLeader: number; // 100: pairs kept of a leader at most
  families: number | null; // leaders whose family is tested at most; null = as many as make 750,000 pairs, at least 100 and twice those that must stand out for any to be found
  level: number; // 0.05: of the hierarchy
}

export const SCAN_DEFAULTS: ScanDefinition = {
  asOf: null,
  of: "highs",
  relation: "together",
  prices: "quoted",
  highWindow: 252,
  window: 5,
  below: 0.2,
  nearSessions: 5,
  minSessions: 252,
  minEvents: 5,
  minHits: 5,
  minLift: 1.3,
  minZ: 2.5,
  perLeader: 100,
  families: null,
  level: 0.05,
};
