import { apartNow } from "../scan/apartNow.ts";
import { leadOf } from "../scan/leadOf.ts";
import type { ScanResult } from "../scan/scanResult.ts";
import { type ScanPairRow, type ScanSummary, scanPairRow, scanSide, scanSummary } from "../store/index.ts";

/** What is shown of a scan. */
export interface ScanView {
  summary: ScanSummary;
  rows: ScanPairRow[]; // in order of rank
  apart: ScanPairRow[]; // of which one stands at its record and the other far below its own
  leads: ScanPairRow[]; // whose second comes after more often than before, by how much more
}

// The lists beside the ranking are short: scan show has all.
const BESIDE = 5;
// Differences below twice the spread of a fair coin say nothing.
const STANDS_OUT = 2;

/** What is shown of a result that has just been found. */
export function scanView(result: ScanResult, limit: number): ScanView {
  const { pairs, markets, definition } = result;
  const numbers = Array.from(pairs.first.keys());
  const at = (k: number) => scanPairRow(result, k);
  const sides = markets.id.map((_, k) => scanSide(markets, k));
  const isApart = (k: number) => apartNow(sides[pairs.first[k]!]!, sides[pairs.second[k]!]!, definition) !== undefined;
  const lead = (k: number) => leadOf({ before: pairs.before[k]!, after: pairs.after[k]! });
  return {
    summary: scanSummary(result),
    rows: numbers.slice(0, limit).map(at),
    apart: eachOnce(numbers.filter(isApart), pairs).slice(0, BESIDE).map(at),
    leads: numbers
      .filter((k) => lead(k) >= STANDS_OUT && pairs.after[k]! + pairs.before[k]! >= definition.minHits)
      .sort((a, b) => lead(b) - lead(a) || a - b)
      .slice(0, BESIDE)
      .map(at),
  };
}

/** Of a pair and the same the other way round the one that comes first. */
export function eachOnce(numbers: readonly number[], { first, second }: Pick<ScanResult["pairs"], "first" | "second">): number[] {
  const seen = new Set<string>();
  return numbers.filter((k) => {
    const key = [first[k]!, second[k]!].sort((a, b) => a - b).join(" ");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
