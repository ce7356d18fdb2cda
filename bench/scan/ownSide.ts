import { wordsOf } from "../../src/scan/bits.ts";
import { familiesOver } from "../../src/scan/family.ts";
import type { Kernels } from "../../src/scan/index.ts";
import { lagsOf, RowCutter } from "../../src/scan/kernelRows.ts";
import type { BenchSample } from "./benchSample.ts";
import type { Side, Stage } from "./stages.ts";

const LEADERS = 128;
const SECONDS = 512;
const PRIME = 65_521;

/** The stages of a scan as its blocks and families do them, over the kernels that are given: one thread. */
export function ownSide(kernels: Kernels, { events, closes, circle, leaders, seconds, families }: BenchSample): Side {
  const { definition, days, words } = events;
  const [markets, all, sessions] = [events.ids.length, days.length, circle.to - circle.from];
  const [rowBytes, lags] = [4 * wordsOf(sessions), lagsOf(sessions)];
  const cutter = new RowCutter(kernels, events);
  const closesAt = kernels.reserve(8 * all);
  const [highsAt, lowsAt, underAt] = [kernels.reserve(4 * words), kernels.reserve(4 * words), kernels.reserve(4 * words)] as const;
  const [eventsAt, marksAt] = [kernels.reserve(rowBytes * markets), kernels.reserve(rowBytes * markets)] as const;
  const [ofEventsAt, ofMarksAt] = [kernels.reserve(2 * lags * markets), kernels.reserve(2 * lags * markets)] as const;
  const outAt = kernels.reserve(8 * LEADERS * SECONDS);
  const familyOf = familiesOver(events, kernels, cutter);
  for (let k = 0; k < markets; k++) cutter.events(k, circle, eventsAt + rowBytes * k);
  const weights = Float64Array.from({ length: Math.max(markets, lags) }, (_, k) => ((k * 7919) % 1009) + 1);

  const highs = (clock: Clock, digest: boolean): number[] => {
    const digests: number[] = [];
    for (let k = 0; k < markets; k++) {
      clock.begin();
      new Float64Array(kernels.buffer, closesAt, all).set(closes.subarray(k * all, (k + 1) * all));
      kernels.eventBits(closesAt, all, definition.highWindow, definition.below, words, highsAt, lowsAt, underAt);
      clock.end();
      if (digest) digests.push(positions(kernels, highsAt, all) + 7 * positions(kernels, lowsAt, all) + 13 * positions(kernels, underAt, all));
    }
    return digests;
  };

  /** Something of every pair, in the tiles of the screen: its results are read while they are there. */
  const overPairs = (
    clock: Clock,
    digest: boolean,
    tile: (leader: number, leaders: number, second: number, seconds: number) => void,
    read: () => ArrayLike<number>,
  ) => {
    const digests = Array.from({ length: digest ? markets : 0 }, () => 0);
    for (let leader = 0; leader < markets; leader += LEADERS) {
      const rows = Math.min(LEADERS, markets - leader);
      for (let second = 0; second < markets; second += SECONDS) {
        const columns = Math.min(SECONDS, markets - second);
        clock.begin();
        tile(leader, rows, second, columns);
        clock.end();
        if (!digest) continue;
        const cells = read();
        for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) digests[leader + i]! += weights[second + j]! * (cells[i * columns + j]! % PRIME);
      }
    }
    return digests;
  };

  const stages: Record<Stage, (clock: Clock, digest: boolean) => number[]> = {
    highs,
    counts: (clock, digest) => {
      clock.begin();
      for (let k = 0; k < markets; k++) cutter.marks(k, circle, marksAt + rowBytes * k);
      clock.end();
      return overPairs(
        clock,
        digest,
        (i, rows, j, columns) => kernels.counts(eventsAt + rowBytes * i, rows, marksAt + rowBytes * j, columns, rowBytes / 4, outAt),
        () => new Uint32Array(kernels.buffer, outAt, LEADERS * SECONDS),
      );
    },
    lags: (clock, digest) => {
      clock.begin();
      for (let k = 0; k < markets; k++) {
        kernels.autocorrelation(eventsAt + rowBytes * k, sessions, lags, ofEventsAt + 2 * lags * k);
        kernels.autocorrelation(marksAt + rowBytes * k, sessions, lags, ofMarksAt + 2 * lags * k);
      }
      clock.end();
      if (!digest) return [];
      const weighed = (at: number) => new Uint16Array(kernels.buffer, at, lags).reduce((sum, value, lag) => sum + weights[lag]! * value, 0);
      return Array.from({ length: markets }, (_, k) => weighed(ofEventsAt + 2 * lags * k) + 3 * weighed(ofMarksAt + 2 * lags * k));
    },
    products: (clock, digest) =>
      overPairs(
        clock,
        digest,
        (i, rows, j, columns) => kernels.products(ofEventsAt + 2 * lags * i, rows, ofMarksAt + 2 * lags * j, columns, lags, outAt),
        () => new Float64Array(kernels.buffer, outAt, LEADERS * SECONDS),
      ),
    exact: (clock) => {
      clock.begin();
      const reached = leaders.flatMap((i) => seconds.map((j) => kernels.reached(eventsAt + rowBytes * i, marksAt + rowBytes * j, sessions)));
      clock.end();
      return reached;
    },
    family: (clock) => {
      clock.begin();
      const found = families.map((leader) => familyOf(leader).reached);
      clock.end();
      return found.flatMap((reached) => Array.from(reached));
    },
  };

  return {
    async run(stage, digest) {
      const clock = new Clock();
      const digests = stages[stage](clock, digest);
      return { seconds: clock.seconds, digests };
    },
    close: () => Promise.resolve(),
  };
}

/** Seconds between begins and ends. */
class Clock {
  seconds = 0;
  #begun = 0;

  begin(): void {
    this.#begun = performance.now();
  }

  end(): void {
    this.seconds += (performance.now() - this.#begun) / 1000;
  }
}

/** The sum of the places of the set bits, counted from one. */
function positions({ buffer }: Kernels, at: number, sessions: number): number {
  const bits = new Uint32Array(buffer, at, Math.ceil(sessions / 32));
  let sum = 0;
  for (let t = 0; t < sessions; t++) if (((bits[t >>> 5]! >>> (t & 31)) & 1) === 1) sum += t + 1;
  return sum;
}
