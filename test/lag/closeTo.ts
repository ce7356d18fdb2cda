import assert from "node:assert/strict";

/** Asserts that two answers are the same but for rounding: numbers by a relative difference, everything else exactly. */
export function closeTo(actual: unknown, expected: unknown, tolerance = 1e-9, place = "answer"): void {
  if (typeof actual === "number" && typeof expected === "number") {
    const same = Object.is(actual, expected) || Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    assert.ok(same, `${place}: ${actual} is not ${expected}`);
  } else if (typeof actual === "object" && actual !== null && typeof expected === "object" && expected !== null) {
    const [a, b] = [actual, expected] as [Record<string, unknown>, Record<string, unknown>];
    assert.deepEqual(Object.keys(a).sort(), Object.keys(b).sort(), place);
    for (const key of Object.keys(b)) closeTo(a[key], b[key], tolerance, `${place}.${key}`);
  } else assert.deepEqual(actual, expected, place);
}
