import { SCAN_DEFAULTS } from "../../src/scan/definition.ts";
import type { ScanResult } from "../../src/scan/scanResult.ts";

/**
 * A scan as one could have come out, of five markets and four pairs; every number of it is written here, none is computed.
 *
 * ONE stands at its record and TWO 41 % under its own; the family of ONE was tested and its pair with TWO found.
 */
export function madeScan(changes: Partial<ScanResult> = {}): ScanResult {
  return {
    schema: "lockstep.scan/1",
    scan: "9f2c01d6a4b7e883",
    universe: {
      name: "made.parquet",
      digest: "00",
      sessions: 1000,
      from: "2020-01-01",
      to: "2022-09-26",
      offAxis: 3,
      step: 1,
      skipped: [
        { id: "DEAD", reason: "one bar" },
        { id: "FLAT", reason: "constant" },
        { id: "LATE", reason: "one bar" },
      ],
    },
    definition: SCAN_DEFAULTS,
    funnel: { pairs: 20, shortHistory: 4, fewEvents: 2, fewHits: 5, lowLift: 3, lowZ: 2, cut: 0, kept: 4 },
    markets: {
      id: ["FIVE", "FOUR", "ONE", "THREE", "TWO"],
      from: Int32Array.of(18514, 18514, 18514, 18514, 18514),
      to: Int32Array.of(19261, 19261, 19261, 19261, 19200),
      events: Int32Array.of(12, 30, 40, 20, 25),
      distance: Float64Array.of(Number.NaN, -0.05, 0, -0.3, -0.41),
      since: Int32Array.of(-1, 20, 0, 300, 400),
    },
    pairs: {
      first: Int32Array.of(2, 4, 1, 3),
      second: Int32Array.of(4, 2, 3, 0),
      sessions: Int32Array.of(748, 748, 748, 700),
      events: Int32Array.of(40, 25, 30, 20),
      marked: Int32Array.of(200, 260, 150, 90),
      hits: Int32Array.of(32, 21, 15, 9),
      expected: Float64Array.of(10.6, 8.6, 6, 2.5),
      variance: Float64Array.of(9, 8, 5, 2),
      lift: Float64Array.of(3.02, 2.44, 2.5, 3.6),
      z: Float64Array.of(7.13, 4.38, 4.02, 4.6),
      reached: Int32Array.of(1, 3, 12, 7),
      pValue: Float64Array.of(0.0013, 0.004, 0.016, 0.01),
      marketHits: Int32Array.of(32, 21, 0, 0),
      marketExpected: Float64Array.of(12, 10, Number.NaN, Number.NaN),
      beyond: Float64Array.of(2, 1.61, Number.NaN, Number.NaN),
      before: Int32Array.of(4, 16, 3, 2),
      same: Int32Array.of(9, 9, 2, 1),
      after: Int32Array.of(17, 5, 12, 7),
      apart: Int32Array.of(6, 0, 11, 1),
      familyP: Float64Array.of(0.004, Number.NaN, 0.2, Number.NaN),
      found: Uint8Array.of(1, 0, 0, 0),
    },
    leaders: {
      leader: Int32Array.of(2, 0),
      seconds: Int32Array.of(4, 0),
      best: Int32Array.of(4, -1),
      bestZ: Float64Array.of(7.13, Number.NaN),
      pValue: Float64Array.of(0.004, 1),
      adjusted: Float64Array.of(0.02, 1),
      found: Uint8Array.of(1, 0),
    },
    ...changes,
  };
}

/** The same with many pairs: each is the one of `madeScan` at its number modulo four, with a rank of its own. */
export function madeLargeScan(pairs: number): ScanResult {
  const one = madeScan();
  const repeated = <T extends Int32Array | Float64Array | Uint8Array>(values: T): T => {
    const all = new (values.constructor as new (length: number) => T)(pairs);
    for (let i = 0; i < pairs; i++) all[i] = values[i % values.length]!;
    return all;
  };
  const columns = Object.fromEntries(Object.entries(one.pairs).map(([name, values]) => [name, repeated(values as Int32Array)]));
  return { ...one, scan: "0000000000000001", pairs: { ...(columns as unknown as ScanResult["pairs"]), hits: Int32Array.from({ length: pairs }, (_, i) => i) } };
}
