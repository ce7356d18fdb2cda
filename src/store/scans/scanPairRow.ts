import type { Stands } from "../../scan/apartNow.ts";
import type { ScanMarkets, ScanResult } from "../../scan/scanResult.ts";

/** One pair of a scan, as its table shows it. */
export interface ScanPairRow {
  rank: number; // 1 = the first
  first: ScanSide;
  second: ScanSide;
  sessions: number;
  events: number;
  marked: number;
  hits: number;
  expected: number;
  variance: number;
  lift: number;
  z: number;
  reached: number;
  pValue: number;
  marketHits: number;
  marketExpected: number | null;
  beyond: number | null;
  before: number;
  same: number;
  after: number;
  apart: number;
  familyP: number | null; // null where the family was not tested
  found: boolean;
}

/** A market of a pair, and where it stands on the last session. */
export interface ScanSide extends Stands {
  id: string;
}

/** The pair in a place of the ranking. */
export function scanPairRow({ pairs, markets }: Pick<ScanResult, "pairs" | "markets">, k: number): ScanPairRow {
  return {
    rank: k + 1,
    first: scanSide(markets, pairs.first[k]!),
    second: scanSide(markets, pairs.second[k]!),
    sessions: pairs.sessions[k]!,
    events: pairs.events[k]!,
    marked: pairs.marked[k]!,
    hits: pairs.hits[k]!,
    expected: pairs.expected[k]!,
    variance: pairs.variance[k]!,
    lift: pairs.lift[k]!,
    z: pairs.z[k]!,
    reached: pairs.reached[k]!,
    pValue: pairs.pValue[k]!,
    marketHits: pairs.marketHits[k]!,
    marketExpected: known(pairs.marketExpected[k]!),
    beyond: known(pairs.beyond[k]!),
    before: pairs.before[k]!,
    same: pairs.same[k]!,
    after: pairs.after[k]!,
    apart: pairs.apart[k]!,
    familyP: known(pairs.familyP[k]!),
    found: pairs.found[k] === 1,
  };
}

/** A market of a result, and where it stands. */
export function scanSide({ id, distance, since }: ScanMarkets, k: number): ScanSide {
  return { id: id[k]!, distance: known(distance[k]!), since: since[k]! < 0 ? null : since[k]! };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
