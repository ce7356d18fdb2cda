import { availableParallelism } from "node:os";
import type { Effects } from "../effects.ts";
import { Interrupted } from "../interrupted.ts";
import { numberAsked } from "../numberAsked.ts";
import { printable } from "../terminal/paint.ts";

export interface WorkerCommandOptions {
  queue: string;
  results?: string;
  universe?: string;
  threads?: string;
}

/** Does jobs of scans that others put into a queue, a line on standard error for each, until it is stopped; what it had taken is then given back. */
export async function workerCommand({ queue, results, universe, threads }: WorkerCommandOptions, effects: Effects): Promise<void> {
  const count = threads === undefined ? availableParallelism() : numberAsked(threads, "--threads", { least: 1, most: 256, whole: true });
  const { worker } = await import("../../fleet/queue/worker.ts");
  const { brokerKind, placeOf } = await import("../../fleet/queue/placeOf.ts");
  // Before anything is said: a queue that is none must not look like one.
  brokerKind(queue, "--queue");
  const say = (line: string) => effects.err(`${printable(line)}\n`);
  const load = universe === undefined ? undefined : async () => (await import("../../intake/universe.ts")).readUniverse(universe);
  const signal = effects.interruptible();
  say(`Takes jobs at ${placeOf(queue)} with ${count === 1 ? "1 thread" : `${count} threads`}; Ctrl-C stops`);
  let jobs = 0;
  await worker({
    queue,
    results: results ?? effects.net.key("LOCKSTEP_RESULTS"),
    threads: count,
    load,
    signal,
    tell: say,
    done: ({ scan, job, ms }) => {
      jobs++;
      say(`${scan} ${job} ${(ms / 1000).toFixed(1)} s`);
    },
  });
  throw new Interrupted(`stopped after ${jobs === 1 ? "1 job" : `${jobs} jobs`}; what was begun is given back, and others do it`);
}
