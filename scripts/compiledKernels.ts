import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const OPTIONS = ["--runtime", "stub", "--enable", "simd", "-O3", "--noAssert", "--use", "abort="];

/** The text of `src/scan/kernels/wasmBytes.ts`: the kernels compiled anew, in base64. Rejects with what the compiler says. */
export async function compiledKernels(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-kernels-"));
  try {
    const wasm = join(folder, "kernels.wasm");
    // A process of its own: what runs the sources as they are would read all of the compiler first, which takes longer than compiling.
    const asc = fileURLToPath(new URL("../bin/asc.js", import.meta.resolve("assemblyscript/asc")));
    await promisify(execFile)(process.execPath, [asc, "kernels/index.ts", "--outFile", wasm, ...OPTIONS], {
      cwd: fileURLToPath(new URL("../", import.meta.url)),
    });
    return `// Written by scripts/kernels.ts from kernels/*.ts.\nexport const WASM_BYTES =\n  "${readFileSync(wasm).toString("base64")}";\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
