import type { ScanEvents, ScanJob } from "../scan/index.ts";
import type { Crew } from "./crew.ts";
import { type ThreadPoolOptions, threadPool } from "./threadPool.ts";

export interface ThreadCrewOptions extends ThreadPoolOptions {
  events: ScanEvents;
}

/** A crew of threads of this machine: each takes the next job when it is free. */
export function threadCrew({ events, ...options }: ThreadCrewOptions): Crew {
  const { threads } = options;
  const pool = threadPool(events, options);
  return {
    what: threads === 1 ? "1 thread" : `${threads} threads`,
    async run(jobs, { signal, done }) {
      signal.throwIfAborted();
      const stop = new AbortController();
      const either = AbortSignal.any([signal, stop.signal]);
      const stopped = new Promise<never>((_, reject) => either.addEventListener("abort", () => reject(either.reason as Error), { once: true }));
      stopped.catch(() => {}); // it is raced, and may lose
      const waiting: Iterator<ScanJob> = jobs[Symbol.iterator]();
      let handing: Promise<void> = Promise.resolve();

      const take = async (thread: number) => {
        for (let next = waiting.next(); !next.done; next = waiting.next()) {
          const job = next.value;
          const result = await Promise.race([pool.run(thread, job), stopped]);
          // One at a time, and a thread waits for its own: results must not pile up before a slow disk.
          handing = handing.then(() => (either.aborted ? undefined : done(job, result)));
          await handing;
          either.throwIfAborted();
        }
      };

      try {
        await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, (_, thread) => take(thread)));
      } catch (error) {
        stop.abort(error);
        await handing.catch(() => {});
        await pool.close();
        throw error;
      }
    },
    close: () => pool.close(),
  };
}
