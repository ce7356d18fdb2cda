import assert from "node:assert/strict";

/** Runs a function and asserts that it left its inputs as they were, to the bit. */
export function unchanged<T extends readonly unknown[], R>(inputs: T, run: (...inputs: T) => R): R {
  const before = structuredClone(inputs);
  const result = run(...inputs);
  assert.deepEqual(inputs, before, "inputs were changed");
  return result;
}
