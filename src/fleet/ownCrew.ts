import { setImmediate as breath } from "node:timers/promises";
import type { ScanEvents } from "../scan/index.ts";
import type { Crew } from "./crew.ts";
import type { KernelsName, WorkOf } from "./jobWork.ts";
import { workOf as scanWork } from "./scanWork.ts";

export interface OwnCrewOptions {
  kernels?: KernelsName; // "wasm"
  workOf?: WorkOf; // another work than a scan's
}

/** A crew of this thread alone: the jobs in their order, with a breath between two in which a stop is heard. */
export function ownCrew(events: ScanEvents, { kernels = "wasm", workOf = scanWork }: OwnCrewOptions = {}): Crew {
  return {
    what: "1 thread",
    async run(jobs, { signal, done }) {
      signal.throwIfAborted();
      const work = await workOf(events, kernels);
      for (const job of jobs) {
        await breath();
        signal.throwIfAborted();
        await done(job, work(job));
      }
    },
    close: () => Promise.resolve(),
  };
}
