// What the whole command costs, and what the study in it costs. Measured side by side, interleaved; printed, never asserted.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Bench } from "tinybench";
import { coincidence } from "../src/lockstep/index.ts";
import { appendixOf, noteOf, toHtml } from "../src/note/index.ts";
import { drawdowns, recordIndices, seeded } from "../src/num/index.ts";
import { noteFiles } from "../src/press/index.ts";
import { openCase } from "../src/sources/index.ts";
import { specificationOf } from "../src/study/catchUp/specificationOf.ts";
import { standings, study, toJson } from "../src/study/index.ts";
import { naiveHits } from "../test/naive/circular.ts";
import { naiveDrawdowns, naiveRecordIndices } from "../test/naive/records.ts";

const RUNS = 15;
const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const PROBE = fileURLToPath(new URL("./probe.mjs", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "lockstep-bench-"));

interface Sample {
  first: number; // ms from start to the first line on standard output
  wall: number; // ms
  memory: number; // MB, peak resident
}

function sample(args: string[]): Sample {
  const { stdout } = spawnSync(process.execPath, [PROBE, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(stdout) as Sample;
}

const COMMANDS: Record<string, string[]> = {
  "node, doing nothing": ["--eval", "console.log(1)"],
  lockstep: [MAIN, "--out", join(out, "o")],
  "lockstep note, all formats": [MAIN, "note", "--out", join(out, "n")],
  "lockstep note --format html": [MAIN, "note", "--out", join(out, "h"), "--format", "html"],
  "lockstep --json": [MAIN, "--json"],
  "lockstep lag": [MAIN, "lag"],
  "lockstep records IWM": [MAIN, "records", "IWM"],
};

/** Measures and prints two tables. */
export async function commandBench(print: (line: string) => void): Promise<void> {
  const samples = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, [] as Sample[]]));
  for (let run = 0; run < RUNS; run++) for (const [name, args] of Object.entries(COMMANDS)) samples[name]!.push(sample(args));
  rmSync(out, { recursive: true, force: true });

  const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  print(`\nMedian of ${RUNS} interleaved runs\n`);
  print("| command | first line, ms | whole command, ms | peak memory, MB |\n| --- | ---: | ---: | ---: |");
  for (const [name, all] of Object.entries(samples)) {
    const of = (key: keyof Sample) => median(all.map((one) => one[key])).toFixed(0);
    print(`| ${name} | ${of("first")} | ${of("wall")} | ${of("memory")} |`);
  }

  const founding = openCase();
  const result = study(founding);
  const values = founding.markets.IWM!.series.close!.values;
  const plain = [...values];
  // Two markets with events on two percent of 5,000 sessions, in runs as records come.
  const SESSIONS = 5000;
  const uniform = seeded(1);
  const events = () => Array.from({ length: SESSIONS }, (_, at) => at).filter((at) => uniform() < (at % 50 < 10 ? 0.1 : 0));
  const two = { a: events(), b: events(), sessions: SESSIONS, window: 5 };
  // Twelve distances more than the founding case tries: 360 definitions become 504.
  const wide = { ...founding.group, definitions: { ...founding.group.definitions, laggardBelowAlso: [0.1, 0.12, 0.15, 0.18, 0.25, 0.27] } };
  const asked = { markets: founding.markets, group: wide, asOf: result.asOf, laggard: "BTC" };
  const tried = specificationOf(asked).tried.value;
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench
    .add("open the case: 16 files, 1.1 MB", () => void openCase())
    .add("standings of the group: what the first table shows", () => void standings(founding))
    .add("study of the group, inference and 360 definitions with it", () => void study(founding))
    .add(`specification curve of ${tried} definitions`, () => void specificationOf(asked))
    .add(`coincidence of ${two.a.length} and ${two.b.length} events, all 5,000 shifts`, () => void coincidence(two))
    .add("the same, event by event and shift by shift", () => void naiveHits(two))
    .add("study.json", () => void toJson(result))
    .add("the note, held against its study", () => void noteOf(result))
    .add("the appendix, held against its study", () => void appendixOf(result))
    .add("note.html", () => void toHtml(noteOf(result)))
    .add("note.pdf, note and HTML with it", async () => void (await noteFiles({ study: result, formats: ["html", "pdf"] })))
    .add("pictures of all charts, note and card with them", async () => void (await noteFiles({ study: result, formats: ["png"] })))
    .add("records and drawdowns of 6,597 closes", () => void (recordIndices(values).length + drawdowns(values).length))
    .add("the same, looking back from each close", () => void (naiveRecordIndices(plain).length + naiveDrawdowns(plain).length));
  await bench.run();
  print("\n| in one process | median, ms | runs |\n| --- | ---: | ---: |");
  for (const { name, result: timing } of bench.tasks) {
    if (timing && "latency" in timing) print(`| ${name} | ${timing.latency.p50.toFixed(2)} | ${timing.latency.samplesCount} |`);
  }
}
