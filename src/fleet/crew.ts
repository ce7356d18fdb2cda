import type { ScanJob } from "../scan/jobs.ts";

/** Those who do the jobs of a scan: this thread, threads of this machine, or workers that take them from a queue. */
export interface Crew {
  /** "2 threads" */
  readonly what: string;
  /**
   * Does every job, in any order, and hands over each result once; the same job always gives the same bytes.
   *
   * @throws Interrupted-like AbortError (`signal.reason`) when stopped; what was handed over before is good
   */
  run(jobs: readonly ScanJob[], options: { signal: AbortSignal; done: (job: ScanJob, result: Uint8Array) => void | Promise<void> }): Promise<void>;
  close(): Promise<void>;
}
