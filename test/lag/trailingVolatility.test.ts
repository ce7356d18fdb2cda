import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { trailingVolatility } from "../../src/lag/index.ts";
import { deviation } from "../naive/laggard.ts";
import { closeTo } from "./closeTo.ts";

const returns = fc.array(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -500, max: 500 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }), {
  maxLength: 60,
});
const naive = (values: readonly number[], window: number, sessionsPerYear: number) =>
  values.map((value, at) => {
    const held = values.slice(0, at + 1).filter((one) => !Number.isNaN(one));
    return Number.isNaN(value) || held.length < window ? Number.NaN : deviation(held.slice(-window)) * Math.sqrt(sessionsPerYear);
  });

test("volatility is the deviation of the last returns held, in two passes", () => {
  fc.assert(
    fc.property(returns, fc.integer({ min: 2, max: 8 }), fc.constantFrom(252, 365), (parts, window, sessionsPerYear) => {
      const values = parts.map((part) => part / 10_000);
      closeTo([...trailingVolatility(values, { window, sessionsPerYear })], naive(values, window, sessionsPerYear), 1e-7);
    }),
    { numRuns: 500 },
  );
});

// By hand: the deviation of 0.01, 0.02 and 0.03 is 0.01, that of 0.02, 0.03 and 0.07 is sqrt(0.0014 / 2).
test("a missing return is left out and fills no window", () => {
  const volatility = trailingVolatility([Number.NaN, 0.01, 0.02, Number.NaN, 0.03, 0.07], { window: 3, sessionsPerYear: 100 });
  assert.deepEqual(
    [...volatility].map((value) => value.toFixed(6)),
    ["NaN", "NaN", "NaN", "NaN", "0.100000", "0.264575"],
  );
});

test("a market that stands still after a storm has no volatility, and a calm one keeps its own", () => {
  const storm = Array.from({ length: 2000 }, (_, i) => Math.sin(i * i) / 3);
  const still = trailingVolatility([...storm, ...storm.map(() => 0.0001)], { window: 20, sessionsPerYear: 252 });
  assert.equal(still.at(-1), 0);
  const calm = storm.map((one) => one / 10_000);
  const after = trailingVolatility([...storm, ...calm], { window: 20, sessionsPerYear: 252 });
  closeTo(after.at(-1)! / (deviation(calm.slice(-20)) * Math.sqrt(252)), 1, 1e-4);
});

test("the window is a year of exchange sessions unless told otherwise, and at least two", () => {
  const values = Array.from({ length: 253 }, (_, i) => Math.sin(i) / 100);
  const volatility = trailingVolatility(values, { sessionsPerYear: 252 });
  assert.equal(
    volatility.findIndex((value) => !Number.isNaN(value)),
    251,
  );
  for (const window of [1, 0, 2.5, Number.NaN]) {
    assert.throws(() => trailingVolatility(values, { window, sessionsPerYear: 252 }), new RangeError(`invalid window: ${window}`));
  }
});
