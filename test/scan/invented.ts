import { seeded } from "../../src/num/index.ts";
import { type MarketBars, SCAN_DEFAULTS, type ScanDefinition, type ScanEvents, type Universe } from "../../src/scan/index.ts";
import { scanEvents } from "../../src/scan/inPieces.ts";
import { plainKernels } from "../../src/scan/kernels/plain.ts";
import { wasmKernels } from "../../src/scan/kernels/wasm.ts";
import { type NaiveMarket, naiveMarket, naiveRow } from "../naive/scan.ts";

/** Both kernels, in one memory each for all tests of a file. */
export const wasm = wasmKernels();
export const plain = plainKernels();

/** Windows short enough for a few hundred sessions; limits that no ratio of small counts meets exactly. */
export const SHORT: ScanDefinition = {
  ...SCAN_DEFAULTS,
  highWindow: 15,
  window: 3,
  minSessions: 40,
  minEvents: 3,
  minHits: 2,
  minLift: 1.1037,
  minZ: 1.0019,
  perLeader: 3,
};

const FIRST = 10_000;

/** Walks with a factor; some begin late or end early, have days without a bar, and bars without a close. */
export function inventedUniverse({
  seed,
  markets,
  sessions,
  same = false,
  spans = 0.5,
}: {
  seed: number;
  markets: number;
  sessions: number;
  same?: boolean; // all on all days
  spans?: number; // share of the markets that begin late or end early
}): Universe {
  const chance = seeded(seed);
  const move = () => chance() + chance() + chance() - 1.45;
  const factor = Array.from({ length: sessions }, move);
  return {
    name: `invented ${seed}`,
    markets: Array.from({ length: markets }, (_, k): MarketBars => {
      const [begins, ends] = [0, 0].map(() => (!same && chance() < spans ? Math.floor(0.3 * chance() * sessions) : 0)) as [number, number];
      const [absent, none] = same ? [0, 0] : [0.03 * chance(), 0.03 * chance()];
      const days: number[] = [];
      const closes: number[] = [];
      let level = 3;
      for (let t = 0; t < sessions; t++) {
        level += 0.02 * (0.5 * factor[t]! + move());
        if (t < begins || t >= sessions - ends || chance() < absent) continue;
        days.push(FIRST + t);
        closes.push(chance() < none ? Number.NaN : Math.exp(level));
      }
      return { id: `M${String(k).padStart(3, "0")}`, sessions: Int32Array.from(days), closes: Float64Array.from(closes) };
    }),
  };
}

/** The events of a universe, and the same as plain lists made the slow way. */
export function eventsBoth(universe: Universe, definition: ScanDefinition): { events: ScanEvents; naive: NaiveMarket[] } {
  const events = scanEvents(universe, definition, { kernels: plain });
  const days = Array.from(events.days);
  const naive = events.ids.map((id) => naiveMarket(naiveRow(universe.markets.find((market) => market.id === id)!, days), definition));
  return { events, naive };
}

export function near(actual: number, expected: number, within: number, what = ""): void {
  const same = Number.isNaN(expected) ? Number.isNaN(actual) : actual === expected || Math.abs(actual - expected) <= within;
  if (!same) throw new Error(`${what} expected ${expected}; received ${actual}`);
}
