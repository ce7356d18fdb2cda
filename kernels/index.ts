// The kernels of a scan in WASM SIMD, as src/scan/kernels/kernels.ts describes them. `tsx scripts/kernels.ts` compiles them.
export { autocorrelation } from "./autocorrelation";
export { crop, dilate } from "./bits";
export { counts } from "./counts";
export { eventBits } from "./events";
export { fold } from "./fold";
export { heapFrom } from "./memory";
export { products } from "./products";
export { reached } from "./reached";
