// What a scan in pieces is made of, for those who do its jobs elsewhere than in one call.
export { blocksOf, familiesOf } from "./blocks.ts";
export { type BlockResult, blockResult } from "./blockWork.ts";
export { concluded, familiesTested, leadersToTest } from "./concluded.ts";
export { decoded, encoded } from "./encoded.ts";
export type { Family } from "./family.ts";
export { familiesFrom } from "./familyColumns.ts";
export { scanEvents } from "./scanEventsOf.ts";
export { spanClasses } from "./spanClasses.ts";
export { type Worker, workerOf } from "./work.ts";
