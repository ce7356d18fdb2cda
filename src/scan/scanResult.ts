import type { ScanDefinition } from "./definition.ts";
import type { ScanFunnel } from "./funnel.ts";
import type { Skipped } from "./universe.ts";

/** What a scan found: columns, so that a million pairs stay small; rows of `pairs` stand in order of rank. */
export interface ScanResult {
  schema: "lockstep.scan/1";
  scan: string; // "9f2c01d6a4b7e883": of universe and definition
  universe: {
    name: string; // "crypto_1d_to2022.parquet"
    digest: string; // sha256 of ids, sessions and closes
    sessions: number; // of the axis
    from: string; // "2010-07-17": the first session of the axis
    to: string; // the last
    offAxis: number; // closes on no session of the axis
    step: number; // sessions to whose multiples spans are shortened up to the stage of z; 1 = none is
    skipped: readonly Skipped[];
  };
  definition: ScanDefinition;
  funnel: ScanFunnel;
  markets: ScanMarkets;
  pairs: ScanPairs;
  leaders: ScanLeaders;
}

/** What a scan finds, without the name that it is kept under. */
export type ScanFindings = Omit<ScanResult, "scan" | "universe"> & { universe: Omit<ScanResult["universe"], "digest"> };

/** One entry for each market that takes part. */
export interface ScanMarkets {
  id: readonly string[];
  from: Int32Array; // day number of the first session at which its window is full
  to: Int32Array; // day number of its last session
  events: Int32Array; // its highs (or lows) in that time
  distance: Float64Array; // from the highest close so far, <= 0, on the last session of the axis; NaN without a close of it
  since: Int32Array; // sessions since the highest close; -1 without
}

/** One entry for each pair that was kept, in order of rank: by `beyond`, and by `lift` where there is none. */
export interface ScanPairs {
  first: Int32Array; // index into the markets: the one whose events are counted
  second: Int32Array;
  sessions: Int32Array; // T of the common history: the shifts of the exact null
  events: Int32Array; // of the first, in the common history
  marked: Int32Array; // sessions on which an event of the first is a hit
  hits: Int32Array;
  expected: Float64Array; // mean of the hits over all shifts
  variance: Float64Array; // over all shifts
  lift: Float64Array; // hits / expected
  z: Float64Array; // (hits - expected) / sqrt(variance)
  reached: Int32Array; // shifts with at least as many hits, the observed one among them
  pValue: Float64Array; // reached / sessions; never below 1 / sessions
  marketHits: Int32Array; // events of the first on a mark of the second's own span, on sessions on which at least three other markets have figures; 0 where these are fewer than minSessions
  marketExpected: Float64Array; // hits that the breadth of the other markets promises on these sessions; NaN where they are fewer than minSessions
  beyond: Float64Array; // (marketHits + 8) / (marketExpected + 8); NaN without marketExpected
  before: Int32Array; // events of the first with one of the second in the `window` sessions before
  same: Int32Array; // on the same session
  after: Int32Array; // in the `window` sessions after
  apart: Int32Array; // events of the first while the second stood at least `below` under its record
  familyP: Float64Array; // adjusted for all seconds of the first (max-T over common shifts); NaN where the family was not tested
  found: Uint8Array; // 1 where the hierarchy finds the pair
}

/** One entry for each market whose family was tested, the strongest first. */
export interface ScanLeaders {
  leader: Int32Array; // index into the markets
  seconds: Int32Array; // markets in its family
  best: Int32Array; // index of the one with the greatest z; -1 in an empty family
  bestZ: Float64Array;
  pValue: Float64Array; // of the whole family: shifts at which any of it reaches bestZ, over all shifts
  adjusted: Float64Array; // by Benjamini-Hochberg over all markets, those that were not tested at 1
  found: Uint8Array;
}
