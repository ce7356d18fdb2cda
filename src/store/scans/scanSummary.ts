import type { ScanResult } from "../../scan/scanResult.ts";

/** A scan without its rows: what was scanned, by which definition, how many pairs each stage left out, and how many rows there are. */
export interface ScanSummary extends Pick<ScanResult, "schema" | "scan" | "universe" | "definition" | "funnel"> {
  rows: { markets: number; pairs: number; families: number };
  found: { pairs: number; leaders: number };
}

/** The summary of a scan. */
export function scanSummary({ schema, scan, universe, definition, funnel, markets, pairs, leaders }: ScanResult): ScanSummary {
  return {
    schema,
    scan,
    universe,
    definition,
    funnel,
    rows: { markets: markets.id.length, pairs: pairs.first.length, families: leaders.leader.length },
    found: { pairs: ones(pairs.found), leaders: ones(leaders.found) },
  };
}

function ones(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}
