import assert from "node:assert/strict";

/** Runs a function and asserts that it left its inputs as they were, to the bit. */
export function unchanged<A, B, R>(inputs: readonly [A, B], run: (a: A, b: B) => R): R {
  const before = structuredClone(inputs);
  const result = run(...inputs);
  assert.deepEqual(inputs, before, "inputs were changed");
  return result;
}
