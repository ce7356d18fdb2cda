/** How many ordered pairs each stage of a scan left out; `kept` and all that were left out add up to `pairs`. */
export interface ScanFunnel {
  pairs: number; // N (N - 1)
  shortHistory: number; // fewer than minSessions in common
  fewEvents: number; // fewer than minEvents of either market in the common history
  fewHits: number;
  lowLift: number;
  lowZ: number;
  cut: number; // passed, but the leader has `perLeader` stronger ones
  kept: number;
}

export const NO_PAIRS: ScanFunnel = { pairs: 0, shortHistory: 0, fewEvents: 0, fewHits: 0, lowLift: 0, lowZ: 0, cut: 0, kept: 0 };

/** The sum of two funnels. */
export function funnelSum(a: ScanFunnel, b: ScanFunnel): ScanFunnel {
  const keys = Object.keys(NO_PAIRS) as (keyof ScanFunnel)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as ScanFunnel;
}
