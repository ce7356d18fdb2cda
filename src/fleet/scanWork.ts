import { plainKernels, wasmKernels, workerOf } from "../scan/index.ts";
import type { WorkOf } from "./jobWork.ts";

/** The work of a scan, over inner loops of its own. */
export const workOf: WorkOf = (events, kernels) => Promise.resolve(workerOf(events, kernels === "wasm" ? wasmKernels() : plainKernels()));
