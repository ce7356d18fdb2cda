import type { ScanEvents, ScanJob } from "../scan/index.ts";

/** Does one job of a scan; the same job always gives the same bytes. */
export type JobWork = (job: ScanJob) => Uint8Array;

/** Which inner loops are used; they agree in every bit. */
export type KernelsName = "wasm" | "plain";

/** Makes the work of a scan ready: once on this thread, and once on each other. */
export type WorkOf = (events: ScanEvents, kernels: KernelsName) => Promise<JobWork>;

/** A module that exports {@link WorkOf} as `workOf`: functions cannot be handed to a thread, addresses of modules can. */
export interface WorkModule {
  workOf: WorkOf;
}

/** The address of a module beside another, with the ending that the other has: `.ts` from the sources, `.js` when built. */
export function moduleBeside(name: string, url: string): URL {
  return new URL(`${name}${url.endsWith(".ts") ? ".ts" : ".js"}`, url);
}
