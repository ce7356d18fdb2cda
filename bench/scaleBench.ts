// What the cost of a scan hangs on: unit costs from its stages and from whole scans of several sizes, held against scans that they do not know, and carried
// on to universes that are too large to be made here. One thread, seconds of the processor. Printed, never asserted; docs/scale.md says what it means.
import { SCAN_DEFAULTS, type ScanEvents, wasmKernels } from "../src/scan/index.ts";
import { blocksOf, familiesTested, spanClasses, type Worker, workerOf } from "../src/scan/inPieces.ts";
import { benchSample } from "./scan/benchSample.ts";
import { type Costs, mainMegabytes, secondsOf, TERMS, type Term, type Workload, workerMegabytes, workersFor } from "./scan/costModel.ts";
import { inProcess, type Parts, type WholeScan, type WholeScanAsked } from "./scan/inProcess.ts";
import { nonNegative } from "./scan/nonNegative.ts";
import { ownSide } from "./scan/ownSide.ts";
import { STAGE, type Stage } from "./scan/stages.ts";

const WINDOW = 252;
const LENGTHS = [1250, 2500, 5000];
const FITTED: [number, number][] = [200, 500, 1000].flatMap((markets) => LENGTHS.map((sessions): [number, number] => [markets, sessions]));
const HELD_OUT: [number, number][] = [[2000, 5000]];
const STAGE_MARKETS = 512;
const ROUNDS = 5;
const FAMILIES = 128; // of the scans that are fitted: small universes would test all

/** A scan that was measured. */
interface Measured {
  load: Workload;
  busy: Parts;
  seconds: number;
}

/** Measures and prints three tables. Sizes of markets beside those of the model, of 5,000 sessions each, are held against it too. */
export async function scaleBench(print: (line: string) => void, more: readonly number[] = []): Promise<void> {
  const fitted = FITTED.map(([markets, sessions]) => measured({ markets, sessions, families: FAMILIES }));
  const heldOut = [...HELD_OUT, ...more.map((markets): [number, number] => [markets, 5000])].map(([markets, sessions]) => measured({ markets, sessions }));
  const costs = costsOf(await stagesOf(), fitted);
  print(`\nUnit costs, of ${FITTED.length} scans and of stages of ${STAGE_MARKETS} markets, at ${LENGTHS.join(", ")} sessions\n`);
  print("| term | of each | ns | who |\n| --- | --- | ---: | --- |");
  for (const [term, { of, pays }] of Object.entries(TERMS)) {
    print(
      `| ${term} | ${of} | ${(costs[term as Term] * 1e9).toPrecision(3)} | ${{ main: "main thread", each: "each worker", shared: "shared by workers" }[pays]} |`,
    );
  }
  print(
    "\n| markets | sessions | pairs kept | families | measured, s | predicted, s | off | of the fit |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
  );
  for (const { load, seconds } of [...fitted, ...heldOut]) {
    const told = secondsOf(costs, load, 1);
    const cells = [load.markets, load.sessions, load.kept, load.tested].map((value) => value.toLocaleString("en"));
    const known = fitted.some((one) => one.load === load) ? "yes" : "no";
    print(`| ${cells.join(" | ")} | ${seconds.toFixed(2)} | ${told.toFixed(2)} | ${(100 * (told / seconds - 1)).toFixed(0)} % | ${known} |`);
  }
  const rate = heldOut[0]!.load.events / heldOut[0]!.load.span;
  print(`\nCarried on, with a high on ${(100 * rate).toFixed(1)} of 100 sessions as in the largest universe here\n`);
  print("| universe | ordered pairs | 1 worker | 2 workers | 16 workers | workers for an hour | for each worker, MB | beside them, MB |");
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const { what, markets, sessions } of AHEAD) {
    const load: Workload = {
      markets,
      sessions,
      span: sessions - WINDOW,
      events: rate * (sessions - WINDOW),
      kept: 100 * markets,
      tested: Math.min(markets, familiesTested(markets, sessions, SCAN_DEFAULTS.level)),
    };
    const times = [1, 2, 16].map((workers) => duration(secondsOf(costs, load, workers)));
    const memory = [workerMegabytes(load), mainMegabytes(load)].map((size) => Math.round(size).toLocaleString("en"));
    print(`| ${what} | ${(markets * (markets - 1)).toExponential(1)} | ${times.join(" | ")} | ${workersFor(costs, load, 3600)} | ${memory.join(" | ")} |`);
  }
}

/** 83 days of 390 minutes are the most that a scan counts at once. */
const SPAN_OF_MINUTES = 83 * 390;

const AHEAD = [
  { what: "2,000 x 5,000 days", markets: 2000, sessions: 5000 },
  { what: "10,000 x 5,000 days", markets: 10_000, sessions: 5000 },
  { what: "30,000 x 5,000 days", markets: 30_000, sessions: 5000 },
  { what: "100,000 x 5,000 days", markets: 100_000, sessions: 5000 },
  { what: "1,000 x 83 days of minutes", markets: 1000, sessions: SPAN_OF_MINUTES },
  { what: "10,000 x 83 days of minutes", markets: 10_000, sessions: SPAN_OF_MINUTES },
  { what: "100,000 x 83 days of minutes", markets: 100_000, sessions: SPAN_OF_MINUTES },
];

function measured(asked: Omit<WholeScanAsked, "threads">): Measured {
  const { sessions } = asked;
  const runs = Array.from({ length: asked.markets <= 500 ? 2 : 1 }, () => inProcess({ ...asked, threads: 1 }));
  const best = runs.reduce((one, other) => (totalOf(other) < totalOf(one) ? other : one));
  const { events, funnel, tested, busy } = best;
  return { load: { markets: best.markets, sessions, span: sessions - WINDOW, events, kept: funnel.kept, tested }, busy, seconds: totalOf(best) };
}

function totalOf({ busy }: WholeScan): number {
  return busy.figures + busy.pairs + busy.families + busy.end;
}

/** Least seconds of the processor, at one length. */
interface StageCosts {
  load: Workload;
  counts: number; // a pair
  products: number; // a pair
  exact: number; // a pair
  prepare: number; // a market: what a worker does once for all its jobs
  screen: number; // a pair: counts, products and what is decided of them
}

async function stagesOf(): Promise<StageCosts[]> {
  const all: StageCosts[] = [];
  for (const sessions of LENGTHS) {
    const sample = benchSample(STAGE_MARKETS, sessions);
    const { events, circle, leaders } = sample;
    const markets = events.ids.length;
    const side = ownSide(wasmKernels(), sample);
    const least: Record<Stage, number> = { highs: Infinity, counts: Infinity, lags: Infinity, products: Infinity, exact: Infinity, family: Infinity };
    for (let round = 0; round < ROUNDS; round++) {
      for (const stage of ["counts", "lags", "products", "exact"] as const) {
        const seconds = await busy(() => side.run(stage, false));
        least[stage] = Math.min(least[stage], seconds / STAGE[stage].many(sample));
      }
    }
    const ownEvents = leaders.reduce((sum, leader) => sum + eventsOf(events.events, events.words, leader), 0) / leaders.length;
    const load = { markets: 1, sessions, span: circle.to - circle.from, events: ownEvents, kept: 1, tested: 0 };
    const { prepare, screen } = await screenSeconds(events);
    all.push({ load, ...least, prepare: prepare / markets, screen: screen / markets ** 2 });
  }
  return all;
}

/** Seconds until a worker is ready, and of all blocks of a ready worker that keeps no pair. */
async function screenSeconds(events: ScanEvents): Promise<{ prepare: number; screen: number }> {
  const none = { ...events, definition: { ...events.definition, perLeader: 0 } };
  const jobs = blocksOf(spanClasses(events.spans));
  const alone = { ...jobs[0]!, to: jobs[0]!.from + 1 };
  const least = { prepare: Infinity, screen: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    let work: Worker | undefined;
    const first = await busy(() => {
      work = workerOf(none, wasmKernels());
      work(alone);
    });
    const again = await busy(() => work!(alone));
    const all = await busy(() => {
      for (const job of jobs) work!(job);
    });
    least.prepare = Math.min(least.prepare, first - again);
    least.screen = Math.min(least.screen, all);
  }
  return least;
}

/** Seconds of the processor that something takes. */
async function busy(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function eventsOf(rows: Uint32Array, words: number, market: number): number {
  let count = 0;
  for (let rest of rows.subarray(market * words, (market + 1) * words)) for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** What kernels, preparing and deciding cost from the stages; of whole scans then what these leave. */
function costsOf(stages: readonly StageCosts[], scans: readonly Measured[]): Costs {
  const fit = <T extends { load: Workload }>(of: readonly T[], terms: readonly Term[], seconds: (one: T) => number) =>
    nonNegative(
      of.map(({ load }) => terms.map((term) => TERMS[term].units(load))),
      of.map(seconds),
    );
  const one = (term: "counts" | "products" | "prepare") => fit(stages, [term], (costs) => costs[term])[0]!;
  const [counts, products, prepare] = [one("counts"), one("products"), one("prepare")];
  const [exactEvents, exactSessions] = fit(stages, ["exactEvents", "exactSessions"], ({ exact }) => exact) as [number, number];
  const [decisions] = fit(stages, ["decisions"], ({ screen, counts, products }) => Math.max(screen / 100, screen - counts - products)) as [number];
  const known = { prepare, counts, products, decisions, exactEvents, exactSessions };
  const left = ({ load, busy }: Measured) =>
    Math.max(busy.pairs / 100, busy.pairs - Object.entries(known).reduce((sum, [term, cost]) => sum + cost * TERMS[term as Term].units(load), 0));
  const [keptSessions, keptPairs] = fit(scans, ["exactSessions", "keptPairs"], left) as [number, number];
  const [familyEvents, familySessions] = fit(scans, ["familyEvents", "familySessions"], ({ busy }) => busy.families) as [number, number];
  const [figures] = fit(scans, ["figures"], ({ busy }) => busy.figures) as [number];
  const [end] = fit(scans, ["end"], ({ busy }) => busy.end) as [number];
  return { figures, ...known, exactSessions: exactSessions + keptSessions, keptPairs, familyEvents, familySessions, end };
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(0)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
