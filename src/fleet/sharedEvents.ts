import { type ScanDefinition, type ScanEvents, type Universe, wasmKernels } from "../scan/index.ts";
import { scanEvents } from "../scan/inPieces.ts";

/** What happened to the markets of a universe, in memory that threads share. */
export function sharedEvents(universe: Universe, definition: ScanDefinition): ScanEvents {
  return scanEvents(universe, definition, { kernels: wasmKernels(), shared: true });
}
