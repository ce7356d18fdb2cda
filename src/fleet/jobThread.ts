// The main of a thread that does jobs: started by a ThreadPool, it does one at a time until it is ended.
import { parentPort, workerData } from "node:worker_threads";
import type { ScanJob } from "../scan/index.ts";
import type { WorkModule } from "./jobWork.ts";
import type { ThreadData, ThreadReply } from "./threadPool.ts";

const port = parentPort;
if (port === null) throw new Error("expected a worker thread; received the main thread");

const { events, kernels, work } = workerData as ThreadData;
// The port keeps what comes before anyone listens: whatever is posted meanwhile is done afterwards.
const { workOf } = (await import(work)) as WorkModule;
const does = await workOf(events, kernels);

port.on("message", (job: ScanJob) => {
  try {
    // A copy of its own: what lies in a larger memory would take all of that along.
    const result = does(job).slice();
    port.postMessage({ result } satisfies ThreadReply, [result.buffer]);
  } catch (error) {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies ThreadReply);
  }
});
