import { SCAN_DEFAULTS, type ScanEvents, syntheticUniverse, wasmKernels } from "../../src/scan/index.ts";
import { scanEvents } from "../../src/scan/inPieces.ts";
import type { Circle } from "../../src/scan/kernelRows.ts";

/** An invented universe as the stages of the bench see it: all its markets have one span. */
export interface BenchSample {
  events: ScanEvents;
  closes: Float64Array; // row by row of the markets in `events`
  circle: Circle;
  leaders: number[]; // of the pairs whose exact null is taken: every leader with every second
  seconds: number[];
  families: number[]; // the leaders whose family is tested
}

/** Of all universes that are invented here. */
export const SEED = 1;

/** A sample of so many markets; up to 200 every pair's exact null is taken, above it those of 64 leaders and 128 seconds spread over all. */
export function benchSample(markets: number, sessions: number): BenchSample {
  const universe = syntheticUniverse({ markets, sessions, seed: SEED });
  const events = scanEvents(universe, SCAN_DEFAULTS, { kernels: wasmKernels() });
  const closesOf = new Map(universe.markets.map(({ id, closes }) => [id, closes]));
  const closes = new Float64Array(events.ids.length * sessions);
  for (const [k, id] of events.ids.entries()) closes.set(closesOf.get(id)!, k * sessions);
  const few = events.ids.length <= 200;
  return {
    events,
    closes,
    circle: { from: events.spans[0]!, to: events.spans[1]! },
    leaders: spread(events.ids.length, few ? events.ids.length : 64),
    seconds: spread(events.ids.length, few ? events.ids.length : 128),
    families: spread(events.ids.length, 2),
  };
}

/** The first markets of a sample alone, for what is too slow for all, and a few pairs of them. */
export function firstMarkets({ events, closes, circle }: BenchSample, markets: number): BenchSample {
  const { words, ids, days } = events;
  const many = Math.min(markets, ids.length);
  const rows = (bits: Uint32Array) => bits.subarray(0, many * words);
  return {
    events: { ...events, ids: ids.slice(0, many), spans: events.spans.subarray(0, 2 * many), events: rows(events.events), marks: rows(events.marks) },
    closes: closes.subarray(0, many * days.length),
    circle,
    leaders: spread(many, 6),
    seconds: spread(many, 8),
    families: [0],
  };
}

function spread(count: number, wanted: number): number[] {
  const many = Math.min(count, wanted);
  return Array.from({ length: many }, (_, k) => Math.floor((k * count) / many));
}
