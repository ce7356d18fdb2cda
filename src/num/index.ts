export { atLeastBelow } from "./atLeastBelow.ts";
export { drawdowns } from "./drawdowns.ts";
export { logChoose } from "./logChoose.ts";
export { lowerBound } from "./lowerBound.ts";
export { recordIndices } from "./recordIndices.ts";
