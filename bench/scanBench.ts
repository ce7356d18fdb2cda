// What a scan costs, stage by stage, beside the plain twins of its kernels and a script in numpy and scipy that does the same; and whole, with its memory.
// All sides take turns, in one run; both must come to the same numbers. Printed, never asserted.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainKernels, wasmKernels } from "../src/scan/index.ts";
import { type BenchSample, benchSample, firstMarkets } from "./scan/benchSample.ts";
import { inProcess, type WholeScan } from "./scan/inProcess.ts";
import { ownSide } from "./scan/ownSide.ts";
import { quantHere, quantSide, writeSample } from "./scan/quantSide.ts";
import { type Side, STAGE, STAGES, type Stage } from "./scan/stages.ts";

const SESSIONS = 5000;
const THREADS = [1, 2];
const PLAIN = 128; // markets on which the plain twins are measured

/** One who takes part, and its best seconds per thing. */
interface Player {
  name: string;
  sample: BenchSample;
  side: Side;
  best: Map<Stage, number>;
  digests: Map<Stage, number[]>;
  rounds: number;
}

/** Measures and prints two tables for each size. */
export async function scanBench(print: (line: string) => void, sizes: readonly number[] = [200, 2000, 10_000]): Promise<void> {
  const quant = quantHere();
  print(`\nScan of ${SESSIONS} sessions; beside it ${quant ?? "numpy and scipy, which are not here"}.`);
  for (const markets of sizes) await ofSize(markets, { quant: quant !== undefined, rounds: roundsOf(markets), print });
}

/** Rounds of the stages: the best of few is good enough where one takes long. */
function roundsOf(markets: number): number {
  return markets <= 500 ? 5 : markets <= 5000 ? 3 : 2;
}

async function ofSize(markets: number, { quant, rounds, print }: { quant: boolean; rounds: number; print: (line: string) => void }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-scan-"));
  const players: Player[] = [];
  let extra: Extra = { single: Number.NaN, error: Number.NaN, exactSingle: Number.NaN, exactRound: Number.NaN };
  try {
    // The whole scans first: while they run, this process still holds nothing.
    const wholes = new Map(THREADS.map((threads) => [threads, bestWhole(markets, threads, rounds)]));
    const sample = benchSample(markets, SESSIONS);
    const few = firstMarkets(sample, PLAIN);
    players.push(player("wasm", sample, ownSide(wasmKernels(), sample), rounds), player("plain", few, ownSide(plainKernels(), few), 1));
    if (quant) {
      writeSample(sample, folder);
      for (const threads of THREADS) {
        const side = await quantSide(sample, folder, threads);
        players.push(player(`numpy ${threads}`, sample, side, rounds));
        if (threads !== 1) continue;
        for (let round = 0; round < rounds; round++) {
          for (const stage of ["counts", "lags"]) if (round === 0) await side.run(stage, false);
          extra = await withExtra(extra, side, sample, round);
        }
      }
    }
    for (let round = 0; round < rounds; round++)
      for (const stage of STAGES) for (const each of players) if (round < each.rounds) await turn(each, stage, round);
    printStages(players, extra, print);
    printWhole(wholes, players, print);
  } finally {
    for (const { side } of players) await side.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function player(name: string, sample: BenchSample, side: Side, rounds: number): Player {
  return { name, sample, side, rounds, best: new Map(), digests: new Map() };
}

async function turn({ sample, side, best, digests }: Player, stage: Stage, round: number): Promise<void> {
  const { seconds, digests: own } = await side.run(stage, round === 0);
  best.set(stage, Math.min(best.get(stage) ?? Number.POSITIVE_INFINITY, seconds / STAGE[stage].many(sample)));
  if (round === 0) digests.set(stage, own);
}

/** What only the script has: single precision, and transforms of a round length. */
interface Extra {
  single: number; // seconds a pair
  error: number; // of the products, relative
  exactSingle: number;
  exactRound: number;
}

async function withExtra(best: Extra, side: Awaited<ReturnType<typeof quantSide>>, sample: BenchSample, round: number): Promise<Extra> {
  const least = (a: number, b: number) => (a < b ? a : b); // of NaN and b: b
  const each = async (stage: string, many: number) => (await side.run(stage, false)).seconds / many;
  const exact = STAGE.exact.many(sample);
  const error = round === 0 ? (await side.run("products single", true)).digests[0]! : best.error;
  return {
    single: least(best.single, await each("products single", STAGE.products.many(sample))),
    error,
    exactSingle: least(best.exactSingle, await each("exact single", exact)),
    exactRound: least(best.exactRound, await each("exact round", exact)),
  };
}

function bestWhole(markets: number, threads: number, rounds: number): WholeScan {
  const all = Array.from({ length: Math.min(2, rounds) }, () => inProcess({ markets, sessions: SESSIONS, threads }));
  return all.reduce((best, one) => (one.total < best.total ? one : best));
}

function printStages(players: readonly Player[], extra: Extra, print: (line: string) => void): void {
  const [wasm, plain, ...quants] = players as [Player, Player, ...Player[]];
  const { events, circle, leaders, seconds } = wasm.sample;
  const markets = events.ids.length;
  print(`\n### ${markets.toLocaleString("en")} markets, ${(markets * (markets - 1)).toLocaleString("en")} ordered pairs\n`);
  print(
    `Each pair has ${(circle.to - circle.from).toLocaleString("en")} sessions. Best of ${wasm.rounds}; the plain twins once, on ${plain.sample.events.ids.length} markets; exact null on ${(leaders.length * seconds.length).toLocaleString("en")} pairs, families of ${wasm.sample.families.length} leaders. Microseconds for each market or pair.\n`,
  );
  print("| stage | of each | WASM, 1 thread, us | plain twin, us | times | numpy, 1 thread, us | times | numpy, 2 threads, us | differ |");
  print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const stage of STAGES) {
    const { what, each } = STAGE[stage];
    const own = wasm.best.get(stage)!;
    const [one, two] = THREADS.map((_, k) => quants[k]?.best.get(stage));
    const cells = [us(own), us(plain.best.get(stage)), times(plain.best.get(stage), own), us(one), times(one, own), us(two), differ(wasm, quants, stage)];
    print(`| ${what} | ${each} | ${cells.join(" | ")} |`);
  }
  if (quants.length === 0) return;
  const { single, error, exactSingle, exactRound } = extra;
  const [products, exact] = [wasm.best.get("products")!, wasm.best.get("exact")!];
  print(
    `\nThe products in single precision take numpy ${us(single)} us a pair on 1 thread (${times(single, products)} times ours), with errors up to ${error.toExponential(0)}.`,
  );
  print(
    `The exact null by transforms in single precision takes ${us(exactSingle)} us (${times(exactSingle, exact)} times ours); in double precision on a circle of a length without large primes ${us(exactRound)} us (${times(exactRound, exact)} times).`,
  );
}

function printWhole(wholes: ReadonlyMap<number, WholeScan>, players: readonly Player[], print: (line: string) => void): void {
  print(
    "\n| whole scan | figures, s | pairs, s | families, s | end, s | all, s | of the processor, s | ordered pairs a second | peak, MB | of it the universe, MB | sum of numpy's stages, s |",
  );
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const [threads, whole] of wholes) {
    const { seconds, busy, total, peak, before, funnel } = whole;
    const used = busy.figures + busy.pairs + busy.families + busy.end;
    const rate = Math.round(funnel.pairs / total).toLocaleString("en");
    const quant = players.find(({ name }) => name === `numpy ${threads}`);
    const cells = [
      ...[seconds.figures, seconds.pairs, seconds.families, seconds.end, total, used].map((s) => s.toFixed(2)),
      rate,
      peak.toFixed(0),
      before.toFixed(0),
      quant ? sumOfStages(quant.best, whole).toFixed(1) : "not here",
    ];
    print(`| ${threads === 1 ? "1 thread" : `${threads} threads`} | ${cells.join(" | ")} |`);
  }
  const { funnel, tested } = wholes.get(1)!;
  print(
    `\nOf ${funnel.pairs.toLocaleString("en")} pairs ${(funnel.kept + funnel.cut).toLocaleString("en")} pass the screen and ${funnel.kept.toLocaleString("en")} are kept, whose exact null is taken; ${tested} families are tested.`,
  );
}

/** What the same scan would take if every stage took what it was measured to take. */
function sumOfStages(best: ReadonlyMap<Stage, number>, { markets, tested, funnel }: WholeScan): number {
  const of = (stage: Stage, many: number) => best.get(stage)! * many;
  return (
    of("highs", markets) +
    of("counts", markets ** 2) +
    of("lags", markets) +
    of("products", markets ** 2) +
    of("exact", funnel.kept) +
    of("family", tested * markets)
  );
}

function differ(wasm: Player, quants: readonly Player[], stage: Stage): string {
  if (quants.length === 0) return "not here";
  const own = wasm.digests.get(stage)!;
  const others = quants.map(({ digests }) => digests.get(stage)!);
  return `${others.reduce((sum, other) => sum + Math.abs(other.length - own.length) + own.filter((value, k) => value !== other[k]).length, 0)} of ${others.length * own.length}`;
}

function us(seconds: number | undefined): string {
  return seconds === undefined ? "not here" : (seconds * 1e6).toPrecision(3);
}

function times(seconds: number | undefined, own: number): string {
  return seconds === undefined ? "not here" : (seconds / own).toFixed(1);
}
