import assert from "node:assert/strict";

/** Runs a function twice and asserts the same text both times. */
export function sameBytes(run: () => string): string {
  const first = run();
  assert.equal(run(), first);
  return first;
}
