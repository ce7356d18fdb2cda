// The kernels of a scan in WASM SIMD, as src/scan/kernels/kernels.ts describes them. `tsx scripts/kernels.ts` compiles them.
export { autocorrelation } from "./autocorrelation";
export { crop, dilate } from "./bits";
export { counts } from "./counts";
export { eventBits } from "./events";
export { heapFrom } from "./memory";
export { products } from "./products";
export { raise } from "./raise";
export { reached, shiftCounts } from "./shifts";
export { squares } from "./squares";
