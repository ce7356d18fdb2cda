import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { compiledKernels } from "../../../scripts/compiledKernels.ts";

test("the kernels that are kept are those of the sources: npx tsx scripts/kernels.ts", async () => {
  assert.equal(await compiledKernels(), readFileSync(new URL("../../../src/scan/kernels/wasmBytes.ts", import.meta.url), "utf8"));
});
