// A worker of the invented scan, run and killed by the tests: node --import tsx workerMain.ts OPTIONS, which are JSON.

import type { Timing } from "../../src/fleet/queue/timing.ts";
import { worker } from "../../src/fleet/queue/worker.ts";
import { eventsOf, WORK } from "./inventedScan.ts";

const { queue, results, threads, timing } = JSON.parse(process.argv[2] ?? "{}") as {
  queue: string;
  results?: string;
  threads: number;
  timing: Partial<Timing>;
};
const stop = new AbortController();
process.once("SIGINT", () => stop.abort(new Error("stopped")));
await worker({
  queue,
  results,
  threads,
  timing,
  work: WORK,
  eventsOf,
  signal: stop.signal,
  tell: (line) => process.stderr.write(`${line}\n`),
  done: ({ job }) => process.stdout.write(`${job}\n`),
});
