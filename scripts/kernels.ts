// Compiles the kernels and writes them as a file of the project: `tsx scripts/kernels.ts`.
import { writeFileSync } from "node:fs";
import { compiledKernels } from "./compiledKernels.ts";

writeFileSync(new URL("../src/scan/kernels/wasmBytes.ts", import.meta.url), await compiledKernels());
