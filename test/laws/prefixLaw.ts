import assert from "node:assert/strict";
import { type Series, through } from "../../src/market/index.ts";

/**
 * The prefix law: what a function of series says with everything after a session removed is what it says of that time when
 * everything is there.
 *
 * @param run the function
 * @param known what of its answer on the whole was known at the cut
 */
export function prefixLaw<T>(inputs: readonly Series[], cut: number, run: (inputs: readonly Series[]) => T, known: (answer: T, cut: number) => unknown): void {
  const cutInputs = inputs.map((series) => ({ ...through(series, cut) }));
  assert.deepEqual(known(run(cutInputs), cut), known(run(inputs), cut));
}
