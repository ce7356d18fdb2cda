import assert from "node:assert/strict";
import test from "node:test";
import { plainKernels } from "../../../src/scan/kernels/plain.ts";
import { wasmKernels } from "../../../src/scan/kernels/wasm.ts";

for (const open of [wasmKernels, plainKernels]) {
  const { name } = open();

  test(`${name}: memory is handed out in steps of sixteen bytes, kept when it grows, and handed out again`, () => {
    const kernels = open();
    const first = kernels.reserve(10);
    new Uint8Array(kernels.buffer, first, 10).fill(7);
    const second = kernels.reserve(1);
    assert.deepEqual([first % 16, second], [0, first + 16]);
    const large = kernels.reserve(5_000_000);
    assert.equal(large, second + 16);
    assert.ok(kernels.buffer.byteLength >= large + 5_000_000);
    assert.deepEqual([...new Uint8Array(kernels.buffer, first, 10)], Array(10).fill(7));
    kernels.release(second);
    assert.equal(kernels.reserve(40), second);
  });

  test(`${name}: a row at the very end of memory is read no further`, () => {
    const kernels = open();
    const out = kernels.reserve(16);
    kernels.reserve(16);
    const row = kernels.buffer.byteLength - 16;
    kernels.reserve(Math.max(0, row + 16 - kernels.reserve(0)));
    assert.equal(kernels.buffer.byteLength, row + 16);
    new Uint8Array(kernels.buffer, row, 16).fill(0xff);
    assert.equal(kernels.crop(row, 1, 128, 4, out), 127);
    assert.equal(kernels.dilate(row, 128, 1, 1, 4, out), 128);
    assert.equal(kernels.reached(row, row, 128), 128);
    kernels.autocorrelation(row, 128, 72, kernels.reserve(144));
  });

  test(`${name}: what is no number of bytes, or was never handed out, is refused`, () => {
    const kernels = open();
    const at = kernels.reserve(32);
    for (const bytes of [-1, 0.5, Number.NaN]) assert.throws(() => kernels.reserve(bytes), new RangeError(`invalid bytes: ${bytes}`));
    for (const from of [at + 1, at + 48, at - 16, Number.NaN]) assert.throws(() => kernels.release(from), new RangeError(`invalid offset: ${from}`));
    kernels.release(at);
  });
}

test("without WASM SIMD it is said so", () => {
  const real: unknown = Reflect.get(globalThis, "WebAssembly");
  const refused = new RangeError("invalid engine: no WASM SIMD");
  try {
    for (const engine of [undefined, { validate: () => false }]) {
      Object.defineProperty(globalThis, "WebAssembly", { value: engine, configurable: true, writable: true });
      assert.throws(() => wasmKernels(), refused);
    }
  } finally {
    Object.defineProperty(globalThis, "WebAssembly", { value: real, configurable: true, writable: true });
  }
});
