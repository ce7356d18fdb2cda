import { blockWork } from "./blockWork.ts";
import { breadthOf } from "./breadth.ts";
import { encoded } from "./encoded.ts";
import { familiesOver } from "./family.ts";
import { familyColumns } from "./familyColumns.ts";
import type { ScanJob } from "./jobs.ts";
import { RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import type { ScanEvents } from "./scanEvents.ts";

/** Does one job after the other of one scan. */
export type Worker = (job: ScanJob) => Uint8Array;

/**
 * One who does the jobs of a scan: what is the same for all jobs is prepared once, in the memory of the kernels, which must not be used for anything else.
 *
 * The bytes of a result hang on the events and the job alone.
 */
export function workerOf(events: ScanEvents, kernels: Kernels): Worker {
  const breadth = breadthOf(events, kernels);
  const cutter = new RowCutter(kernels, events);
  const families = familiesOver(events, kernels, cutter);
  const block = blockWork(events, breadth, kernels, cutter);
  return (job) => {
    switch (job.kind) {
      case "block":
        return encoded(block(job));
      case "family":
        return encoded(familyColumns(job.leaders.map(families)));
      default:
        throw new Error(`unknown job: ${(job as { kind: string }).kind}`);
    }
  };
}
