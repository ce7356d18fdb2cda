// What the kernels of a scan cost at 5,000 sessions, WASM SIMD beside the plain twin, in turns; printed, never asserted.
import { seeded } from "../src/num/index.ts";
import type { Kernels } from "../src/scan/kernels/kernels.ts";
import { plainKernels } from "../src/scan/kernels/plain.ts";
import { wasmKernels } from "../src/scan/kernels/wasm.ts";

const SESSIONS = 5000;
const WORDS = Math.ceil(SESSIONS / 128) * 4;
const LAGS = Math.ceil((SESSIONS / 2 + 1) / 8) * 8;
const MARKETS = 128;

/** What one kernel does on so many rows or pairs. */
interface Task {
  name: string;
  each: "row" | "pair";
  many: number;
  run(kernels: Kernels, at: Places): void;
}

/** Where the same universe lies in each kernels' memory. */
interface Places {
  closes: number;
  events: number;
  marks: number;
  rows: number;
  ofEvents: number;
  ofMarks: number;
  out: number;
  most: number;
  highs: number[]; // how many each market has
  near: number[]; // and sessions near one
}

const TASKS: Task[] = [
  {
    name: "eventBits",
    each: "row",
    many: MARKETS,
    run: (k, at) => each((i) => k.eventBits(closes(at, i), SESSIONS, 252, 0.2, WORDS, row(at.rows, 0), row(at.rows, 1), row(at.rows, 2))),
  },
  { name: "crop", each: "row", many: MARKETS, run: (k, at) => each((i) => k.crop(row(at.events, i), 77, SESSIONS, WORDS, row(at.rows, 0))) },
  { name: "dilate", each: "row", many: MARKETS, run: (k, at) => each((i) => k.dilate(row(at.events, i), SESSIONS, 5, 5, WORDS, row(at.rows, 0))) },
  {
    name: "autocorrelation of events",
    each: "row",
    many: MARKETS,
    run: (k, at) => each((i) => k.autocorrelation(row(at.events, i), SESSIONS, LAGS, lags(at.ofEvents, i))),
  },
  {
    name: "autocorrelation of marks",
    each: "row",
    many: MARKETS,
    run: (k, at) => each((i) => k.autocorrelation(row(at.marks, i), SESSIONS, LAGS, lags(at.ofMarks, i))),
  },
  { name: "counts", each: "pair", many: MARKETS ** 2, run: (k, at) => k.counts(at.events, MARKETS, at.marks, MARKETS, WORDS, at.out) },
  { name: "products", each: "pair", many: MARKETS ** 2, run: (k, at) => k.products(at.ofEvents, MARKETS, at.ofMarks, MARKETS, LAGS, at.out) },
  {
    name: "reached, other leaders",
    each: "pair",
    many: MARKETS,
    run: (k, at) => each((i) => k.reached(row(at.events, i), row(at.marks, MARKETS - 1 - i), SESSIONS)),
  },
  { name: "reached", each: "pair", many: MARKETS, run: (k, at) => each((i) => k.reached(row(at.events, 0), row(at.marks, i), SESSIONS)) },
  { name: "fold", each: "pair", many: MARKETS, run: fold },
];

/** Measures and prints one table. */
export function kernelRows(print: (line: string) => void): void {
  const sides = [wasmKernels(), plainKernels()].map((kernels) => ({ kernels, at: places(kernels), best: TASKS.map(() => Number.POSITIVE_INFINITY) }));
  for (let round = 0; round < 8; round++) {
    for (const [t, task] of TASKS.entries()) {
      for (const side of sides) {
        // The slow side's time is known well enough from a few rounds.
        if (side.kernels.name === "plain" && round > 2) continue;
        const begin = performance.now();
        task.run(side.kernels, side.at);
        side.best[t] = Math.min(side.best[t]!, ((performance.now() - begin) * 1000) / task.many);
      }
    }
  }
  const { at } = sides[0]!;
  print(
    `kernels at ${SESSIONS} sessions, ${MARKETS} random walks, ${mean(at.highs)} highs of 252 sessions and ${mean(at.near)} sessions near one each; best of several, µs`,
  );
  print(`${"".padEnd(34)}${"wasm".padStart(10)}${"plain".padStart(10)}${"times".padStart(8)}`);
  for (const [t, { name, each }] of TASKS.entries()) {
    const [wasm, plain] = sides.map(({ best }) => best[t]!);
    print(`${`${name}, a ${each}`.padEnd(34)}${wasm!.toFixed(3).padStart(10)}${plain!.toFixed(3).padStart(10)}${(plain! / wasm!).toFixed(0).padStart(8)}`);
  }
}

/** Random walks, their highs, and the sessions at most five from one. */
function places(kernels: Kernels): Places {
  const at: Places = {
    closes: kernels.reserve(MARKETS * SESSIONS * 8),
    events: kernels.reserve(MARKETS * WORDS * 4),
    marks: kernels.reserve(MARKETS * WORDS * 4),
    rows: kernels.reserve(3 * WORDS * 4),
    ofEvents: kernels.reserve(MARKETS * LAGS * 2),
    ofMarks: kernels.reserve(MARKETS * LAGS * 2),
    out: kernels.reserve(MARKETS * MARKETS * 8),
    most: kernels.reserve(SESSIONS * 8),
    highs: [],
    near: [],
  };
  const uniform = seeded(1);
  const prices = new Float64Array(kernels.buffer, at.closes, MARKETS * SESSIONS);
  for (let i = 0; i < MARKETS; i++) {
    let level = 0;
    for (let t = 0; t < SESSIONS; t++) {
      level += 0.0001 + 0.012 * (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3);
      prices[i * SESSIONS + t] = Math.exp(level);
    }
  }
  each((i) => {
    kernels.eventBits(closes(at, i), SESSIONS, 252, 0.2, WORDS, row(at.events, i), row(at.rows, 1), row(at.rows, 2));
    at.highs.push(kernels.crop(row(at.events, i), 0, SESSIONS, WORDS, row(at.rows, 0)));
    at.near.push(kernels.dilate(row(at.events, i), SESSIONS, 5, 5, WORDS, row(at.marks, i)));
  });
  return at;
}

/** A family from its first second on. */
function fold(kernels: Kernels, at: Places): void {
  new Float64Array(kernels.buffer, at.most, SESSIONS).fill(Number.NEGATIVE_INFINITY);
  each((i) => kernels.fold(row(at.events, 0), row(at.marks, i), SESSIONS, (at.highs[0]! * at.near[i]!) / SESSIONS, at.most));
}

function each(run: (i: number) => void): void {
  for (let i = 0; i < MARKETS; i++) run(i);
}

function closes(at: Places, i: number): number {
  return at.closes + i * SESSIONS * 8;
}

function row(from: number, i: number): number {
  return from + i * WORDS * 4;
}

function lags(from: number, i: number): number {
  return from + i * LAGS * 2;
}

function mean(counts: readonly number[]): string {
  return (counts.reduce((sum, count) => sum + count, 0) / MARKETS).toFixed(0);
}
