import { plainKernels, wasmKernels } from "../scan/index.ts";
import { workerOf } from "../scan/inPieces.ts";
import type { WorkOf } from "./jobWork.ts";

/** The work of a scan, over inner loops of its own. */
export const workOf: WorkOf = (events, kernels) => Promise.resolve(workerOf(events, kernels === "wasm" ? wasmKernels() : plainKernels()));
