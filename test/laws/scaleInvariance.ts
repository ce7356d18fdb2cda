import assert from "node:assert/strict";
import type { Series } from "../../src/market/index.ts";

/** A function of ratios alone says the same when every level is a power of two times as large (exact in floating point). */
export function scaleInvariance(inputs: readonly Series[], run: (inputs: readonly Series[]) => unknown): void {
  const scaled = inputs.map((series) => ({ ...series, values: series.values.map((value) => value * 4) }));
  assert.deepEqual(run(scaled), run(inputs));
}
