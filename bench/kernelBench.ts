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
  counts: number;
  most: number;
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
    name: "shiftCounts",
    each: "pair",
    many: MARKETS,
    run: (k, at) => each((i) => k.shiftCounts(row(at.events, i), row(at.marks, MARKETS - 1 - i), SESSIONS, at.counts)),
  },
  { name: "reached", each: "pair", many: MARKETS, run: (k, at) => each((i) => k.reached(row(at.events, i), row(at.marks, MARKETS - 1 - i), SESSIONS)) },
  { name: "squares", each: "pair", many: MARKETS, run: (k, at) => each(() => k.squares(at.counts, SESSIONS)) },
  { name: "raise", each: "pair", many: MARKETS, run: (k, at) => each(() => k.raise(at.counts, SESSIONS, 2, 0.5, at.most)) },
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
  const { kernels, at } = sides[0]!;
  print(
    `kernels at ${SESSIONS} sessions, ${MARKETS} random walks, ${(setBits(kernels, at.events) / MARKETS).toFixed(0)} highs of 252 sessions and ${(setBits(kernels, at.marks) / MARKETS).toFixed(0)} sessions near one each; best of several, µs`,
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
    counts: kernels.reserve(SESSIONS * 2),
    most: kernels.reserve(SESSIONS * 8),
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
  new Float64Array(kernels.buffer, at.most, SESSIONS).fill(0);
  each((i) => {
    kernels.eventBits(closes(at, i), SESSIONS, 252, 0.2, WORDS, row(at.events, i), row(at.rows, 1), row(at.rows, 2));
    kernels.dilate(row(at.events, i), SESSIONS, 5, 5, WORDS, row(at.marks, i));
  });
  return at;
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

function setBits(kernels: Kernels, from: number): number {
  const out = kernels.reserve(WORDS * 4);
  let set = 0;
  each((i) => (set += kernels.crop(row(from, i), 0, SESSIONS, WORDS, out)));
  kernels.release(out);
  return set;
}
