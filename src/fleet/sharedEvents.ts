import { type ScanDefinition, type ScanEvents, scanEvents, type Universe, wasmKernels } from "../scan/index.ts";

/** What happened to the markets of a universe, in memory that threads share. */
export function sharedEvents(universe: Universe, definition: ScanDefinition): ScanEvents {
  return scanEvents(universe, definition, { kernels: wasmKernels(), shared: true });
}
