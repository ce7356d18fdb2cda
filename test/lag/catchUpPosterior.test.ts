import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catchUpPosterior, forecastFrom, posteriorOf } from "../../src/lag/index.ts";
import { naiveBetaCdf } from "../naive/statistics.ts";
import { closeTo } from "./closeTo.ts";

const trials = (outcomes: readonly number[], base: number) => outcomes.map((outcome) => ({ outcome, base }));
const outcomes = fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 12 });
const some = fc.array(fc.record({ outcome: fc.constantFrom(0, 1), base: fc.integer({ min: 25, max: 75 }).map((part) => part / 100) }), {
  minLength: 1,
  maxLength: 12,
});

// By hand: Beta(8 x 0.45 + 4, 8 x 0.55) has the mean 7.6 / 12; without any one case Beta(6.6, 4.4) has 0.6.
test("four of four on a base of 0.45", () => {
  const posterior = catchUpPosterior(trials([1, 1, 1, 1], 0.45))!;
  const { interval80, interval90, ...rest } = posterior;
  closeTo(rest, { n: 4, successes: 4, base: 0.45, pseudoCases: 8, mean: 7.6 / 12, leaveOneOut: { lower: 0.6, upper: 0.6 } });
  assert.deepEqual([interval90.lower.toFixed(4), interval90.upper.toFixed(4), interval90.level], ["0.4004", "0.8400", 0.9]);
  assert.equal(interval80.level, 0.8);
});

// By hand: bases 0.2, 0.4 and 0.6. All: (3.2 + 2) / 11. Without the first Beta(4 + 1, 4 + 1), the second Beta(3.2 + 1, 4.8 + 1), the third Beta(2.4 + 2, 5.6).
test("each case is left out once", () => {
  const posterior = catchUpPosterior([
    { outcome: 1, base: 0.2 },
    { outcome: 1, base: 0.4 },
    { outcome: 0, base: 0.6 },
  ])!;
  closeTo([posterior.mean, posterior.leaveOneOut], [5.2 / 11, { lower: 0.42, upper: 0.5 }]);
});

test("both intervals leave out the same share of the posterior, integrated, on either side", () => {
  fc.assert(
    fc.property(some, fc.constantFrom(4, 8, 20), (cases, pseudoCases) => {
      const { base, successes, n, mean, interval80, interval90 } = catchUpPosterior(cases, { pseudoCases })!;
      const beta = { a: pseudoCases * base + successes, b: pseudoCases * (1 - base) + n - successes };
      closeTo([base * n, mean], [cases.reduce((sum, one) => sum + one.base, 0), beta.a / (beta.a + beta.b)]);
      for (const { lower, upper, level } of [interval80, interval90]) {
        closeTo([naiveBetaCdf(lower, beta), naiveBetaCdf(upper, beta)], [(1 - level) / 2, (1 + level) / 2], 1e-7);
      }
      closeTo(posteriorOf(cases, { pseudoCases }), beta);
    }),
    { numRuns: 60 },
  );
});

test("the range without one case is that of posteriors of the others", () => {
  fc.assert(
    fc.property(some, (cases) => {
      const without = cases.map((_, left) => catchUpPosterior(cases.filter((_, k) => k !== left))?.mean ?? Number.NaN);
      closeTo(catchUpPosterior(cases)!.leaveOneOut, { lower: Math.min(...without), upper: Math.max(...without) });
    }),
    { numRuns: 60 },
  );
});

test("one case alone cannot be left out, and without cases there is no posterior", () => {
  assert.deepEqual(catchUpPosterior(trials([1], 0.5))?.leaveOneOut, { lower: Number.NaN, upper: Number.NaN });
  assert.equal(catchUpPosterior([]), undefined);
  assert.deepEqual(posteriorOf([]), { a: 0.5, b: 0.5 });
});

// By hand: half a case in five is 0.1: Beta(0.8, 11.2) after none of four on a base of 0.
test("a base of 0 or 1 can be contradicted", () => {
  closeTo(catchUpPosterior(trials([0, 0, 0, 0], 0))?.mean, 0.8 / 12);
  closeTo(catchUpPosterior(trials([1, 1, 0, 0], 0))?.mean, 2.8 / 12);
  closeTo(catchUpPosterior(trials([1, 1, 1, 1], 1))?.mean, 11.2 / 12);
  assert.equal(catchUpPosterior(trials([1], 0))?.base, 0);
});

test("no other base is moved", () => {
  closeTo(catchUpPosterior(trials([1], 0.1))?.mean, (8 * 0.1 + 1) / 9);
  closeTo(catchUpPosterior(trials([0, 0, 0, 0], 0.95))?.mean, (8 * 0.95) / 12);
});

test("with one base for all a forecast is the posterior mean", () => {
  fc.assert(
    fc.property(outcomes, fc.integer({ min: 25, max: 75 }), fc.constantFrom(4, 8, 20), (drawn, part, pseudoCases) => {
      const base = part / 100;
      closeTo(forecastFrom(trials(drawn, base), { base, pseudoCases }), catchUpPosterior(trials(drawn, base), { pseudoCases })!.mean);
      closeTo(forecastFrom(trials(drawn, base), { base }), catchUpPosterior(trials(drawn, base))!.mean);
    }),
  );
});

test("also where that base is near 0 or 1", () => {
  fc.assert(
    fc.property(outcomes, fc.constantFrom(0.01, 0.05, 0.95, 0.99), (drawn, base) => {
      closeTo(forecastFrom(trials(drawn, base), { base }), catchUpPosterior(trials(drawn, base))!.mean);
    }),
  );
});

// By hand: successes above what the bases promised by 1.3 of 2 cases: 0.4 + 1.3 / 10.
test("each earlier case moves a forecast by what exceeded its own base, and no further than to 0 or 1", () => {
  closeTo(forecastFrom([...trials([1], 0.2), ...trials([1], 0.5)], { base: 0.4 }), 0.53);
  assert.equal(forecastFrom([], { base: 0.3 }), 0.3);
  assert.equal(forecastFrom(trials([1, 1, 1, 1], 0), { base: 0.9 }), 1);
  assert.equal(forecastFrom(trials([0, 0, 0, 0], 1), { base: 0.1 }), 0);
});
