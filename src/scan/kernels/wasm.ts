import type { Kernels } from "./kernels.ts";
import { memory } from "./memory.ts";
import { requireCircle } from "./requireCircle.ts";
import { WASM_BYTES } from "./wasmBytes.ts";
import type { WasmMemory, WebAssemblyLike } from "./wasmTypes.ts";

declare const WebAssembly: WebAssemblyLike | undefined;
declare function atob(text: string): string;

/** What `kernels/index.ts` exports. */
type Exports = Pick<Kernels, "eventBits" | "crop" | "dilate" | "autocorrelation" | "counts" | "products" | "reached" | "fold"> & {
  memory: WasmMemory;
  heapFrom(): number;
};

const PAGE = 65_536;

/**
 * The kernels in WASM SIMD, with a memory of their own that grows as it is asked for.
 *
 * @throws RangeError where there is no WASM SIMD
 *
 * @example
 * import { wasmKernels } from "lockstep/scan";
 * const kernels = wasmKernels();
 * const [events, marks] = [kernels.reserve(16), kernels.reserve(16)]; // a row of bits of up to 128 sessions each
 * new Uint32Array(kernels.buffer, events, 4).set([0b0011, 0, 0, 0]);
 * new Uint32Array(kernels.buffer, marks, 4).set([0b0001, 0, 0, 0]);
 * kernels.reached(events, marks, 4); // => 2
 */
export function wasmKernels(): Kernels {
  const bytes = Uint8Array.from(atob(WASM_BYTES), (letter) => letter.charCodeAt(0));
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(bytes)) throw new RangeError("invalid engine: no WASM SIMD");
  const wasm = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
  const { reserve, release } = memory(wasm.heapFrom(), (top) => {
    const lacking = top - wasm.memory.buffer.byteLength;
    if (lacking > 0) wasm.memory.grow(Math.ceil(lacking / PAGE));
  });
  return {
    name: "wasm",
    get buffer() {
      return wasm.memory.buffer;
    },
    reserve,
    release,
    eventBits(closesAt, sessions, ...rest) {
      requireCircle(sessions);
      wasm.eventBits(closesAt, sessions, ...rest);
    },
    crop: wasm.crop,
    dilate: wasm.dilate,
    autocorrelation(bitsAt, sessions, lags, outAt) {
      requireCircle(sessions);
      wasm.autocorrelation(bitsAt, sessions, lags, outAt);
    },
    counts: wasm.counts,
    products: wasm.products,
    reached(eventsAt, marksAt, sessions) {
      requireCircle(sessions);
      return wasm.reached(eventsAt, marksAt, sessions);
    },
    fold(eventsAt, marksAt, sessions, mean, mostAt) {
      requireCircle(sessions);
      return wasm.fold(eventsAt, marksAt, sessions, mean, mostAt);
    },
  };
}
