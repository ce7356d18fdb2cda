import type { Worker } from "node:worker_threads";
import { Problem } from "../market/index.ts";
import type { ScanEvents, ScanJob } from "../scan/index.ts";
import { type KernelsName, moduleBeside } from "./jobWork.ts";
import { startedThread } from "./startedThread.ts";

/** What a thread is started with. */
export interface ThreadData {
  events: ScanEvents;
  kernels: KernelsName;
  work: string; // the address of a WorkModule
}

/** What a thread says of a job. */
export type ThreadReply = { result: Uint8Array } | { failed: string };

export interface ThreadPoolOptions {
  threads: number; // at least 1
  kernels?: KernelsName; // "wasm"
  work?: URL; // of a WorkModule; the scan's own
}

/** Threads that do jobs, each one at a time. */
export interface ThreadPool {
  readonly threads: number;
  /**
   * The result of a job, done on the thread of a number; a thread starts with its first job, and anew after it died.
   *
   * @throws Problem "data" that names the job when it fails, or when its thread dies
   */
  run(thread: number, job: ScanJob): Promise<Uint8Array>;
  /** Ends the threads at once; what they were doing is rejected. */
  close(): Promise<void>;
}

/** The threads of a pool over the events of a scan: typed arrays that lie over shared memory are shared, the others copied to each thread. */
export function threadPool(
  events: ScanEvents,
  { threads, kernels = "wasm", work = moduleBeside("./scanWork", import.meta.url) }: ThreadPoolOptions,
): ThreadPool {
  if (!(Number.isInteger(threads) && threads > 0)) throw new RangeError(`invalid threads: ${threads}`);
  const running: (Worker | undefined)[] = Array.from({ length: threads });

  function started(thread: number): Worker {
    const held = running[thread];
    if (held) return held;
    const fresh = startedThread(moduleBeside("./jobThread", import.meta.url), { events, kernels, work: work.href } satisfies ThreadData);
    fresh.once("exit", () => {
      if (running[thread] === fresh) running[thread] = undefined;
    });
    // Between two jobs nobody listens; an error that nobody hears would end the process.
    fresh.on("error", () => {});
    running[thread] = fresh;
    return fresh;
  }

  return {
    threads,
    run(thread, job) {
      const worker = started(thread);
      return new Promise((resolve, reject) => {
        const settle = (end: () => void) => {
          worker.off("message", heard).off("error", died).off("exit", left);
          worker.unref();
          end();
        };
        const heard = (reply: ThreadReply) =>
          settle(() => ("result" in reply ? resolve(reply.result) : reject(new Problem("data", `expected a result; received: ${reply.failed}`, job.id))));
        const died = (error: Error) =>
          settle(() => reject(new Problem("data", `expected a result; received the death of its thread: ${error.message}`, job.id)));
        const left = (code: number) => settle(() => reject(new Problem("data", `expected a result; received the end of its thread (code ${code})`, job.id)));
        worker.on("message", heard).on("error", died).on("exit", left);
        // A thread without a job must not keep the process alive; one with a job must.
        worker.ref();
        worker.postMessage(job, []);
      });
    },
    async close() {
      await Promise.all(running.map(async (worker) => worker?.terminate()));
    },
  };
}
