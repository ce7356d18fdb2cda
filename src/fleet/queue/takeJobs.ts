import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../../market/index.ts";
import type { ScanJob } from "../../scan/index.ts";
import type { ThreadPool } from "../threadPool.ts";
import type { Broker, TakenJob } from "./broker.ts";
import { closed } from "./closed.ts";
import type { HeldScans } from "./heldScans.ts";
import { type Tell, unlessStopped } from "./patience.ts";
import type { Results } from "./results.ts";
import type { Timing } from "./timing.ts";

/** A job that a worker has done. */
export interface JobReport {
  scan: string;
  job: string; // "block-00007"
  ms: number;
}

export interface TakeJobsOptions {
  broker: Broker;
  results: Results;
  scans: HeldScans;
  place: string; // of the results
  threads: number;
  timing: Timing;
  signal: AbortSignal;
  tell: Tell;
  done: (report: JobReport) => void;
}

/**
 * Takes a job from the queue whenever a thread is free, until stopped; what was taken is then given back.
 *
 * @throws the signal's reason when stopped, and what no other job would get over either
 */
export async function takeJobs({ broker, results, scans, place, threads, timing, signal, tell, done }: TakeJobsOptions): Promise<never> {
  const ending = new AbortController();
  const ended = AbortSignal.any([signal, ending.signal]);
  const free = Array.from({ length: threads }, (_, thread) => thread);
  const running = new Set<Promise<void>>();
  const unknown = new Set<string>();

  /** Does a job and puts its result among the others; says of it what the queue has to know. */
  async function does({ scan, job, ...taken }: TakenJob, thread: number): Promise<void> {
    const began = performance.now();
    if (await results.has(scan, job.id)) return taken.complete();
    const made = await scans.using(scan, (pool) => attempt(pool, thread, job, ended));
    if (!made) {
      if (!unknown.has(scan)) tell(`expected the scan ${scan} and its bars at ${place}; received none: its jobs are left for others`);
      unknown.add(scan);
      return taken.later(timing.lock);
    }
    const { value } = made;
    if (value instanceof Problem) {
      tell(value.message);
      return taken.fail(value.message);
    }
    await results.put(scan, job.id, value);
    await taken.complete();
    done({ scan, job: job.id, ms: performance.now() - began });
  }

  async function holds(taken: TakenJob, thread: number): Promise<void> {
    const renewing = setInterval(() => void taken.renew(), timing.lock / 3);
    try {
      await does(taken, thread);
    } catch (error) {
      ending.abort(error);
      await taken.back();
    } finally {
      clearInterval(renewing);
    }
  }

  try {
    for (;;) {
      ended.throwIfAborted();
      const thread = free.pop();
      if (thread === undefined) {
        await unlessStopped(Promise.race(running), ended);
        continue;
      }
      const taken = await broker.take();
      if (!taken) {
        free.push(thread);
        await unlessStopped(delay(timing.idle), ended);
        continue;
      }
      const one: Promise<void> = holds(taken, thread).finally(() => {
        running.delete(one);
        free.push(thread);
      });
      running.add(one);
    }
  } finally {
    ending.abort();
    await closed(Promise.all(running));
  }
}

/** The result of a job, or why there is none. */
async function attempt(pool: ThreadPool, thread: number, job: ScanJob, ended: AbortSignal): Promise<Uint8Array | Problem> {
  try {
    return await unlessStopped(pool.run(thread, job), ended);
  } catch (error) {
    if (ended.aborted || !(error instanceof Problem)) throw error;
    return error;
  }
}
