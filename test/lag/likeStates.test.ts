import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type LaggardPath,
  laggardPath,
  likeStates,
  type MatchedBase,
  matchedBase,
  matchedInterval,
  randomWalkBase,
  scaledDistance,
} from "../../src/lag/index.ts";
import { naiveStates } from "../naive/laggard.ts";
import { naiveLikeStates, naiveMatchedBase } from "../naive/likeStates.ts";
import { naiveBetaCdf, naiveClopperPearson, naiveFirstPassage } from "../naive/statistics.ts";
import { closeTo } from "./closeTo.ts";
import { FIRST, laggard, sessionsOf, timesFour, untilDay, YEAR } from "./laggards.ts";

const options = fc.record({
  band: fc.constantFrom(0.2, 0.5, 2),
  days: fc.integer({ min: 1, max: 12 }),
  until: untilDay,
  records: fc.array(fc.nat(69), { maxLength: 3 }),
  span: fc.option(fc.record({ from: fc.integer({ min: FIRST, max: FIRST + 100 }), length: fc.integer({ min: 1, max: 30 }) }), { nil: undefined }),
  state: fc.nat(69),
});

const counts = ({ share, days, windows }: MatchedBase) => ({ share, days, windows });

/** Options around one of the laggard's own states, or around none that is known. */
function around(
  gauge: Parameters<typeof naiveStates>[0],
  year: { sessionsPerYear: number; window: number },
  drawn: typeof options extends fc.Arbitrary<infer T> ? T : never,
) {
  const { band, days, until, records, span, state } = drawn;
  const states = naiveStates(gauge, year).filter(({ below, volatility }) => below > 0 && volatility > 1e-3);
  const scaled = states.length === 0 ? Number.NaN : scaledDistance(states[state % states.length]!, days);
  const except = span && { from: span.from, to: span.from + span.length };
  return { scaled, band, days, until, leaderRecords: sessionsOf(gauge, records), ...(except && { except }) };
}

test("like states are those that a walk through all sessions finds, one condition after the other", () => {
  let found = 0;
  fc.assert(
    fc.property(laggard(), YEAR, options, (gauge, year, drawn) => {
      const asked = around(gauge, year, drawn);
      const expected = naiveLikeStates(gauge, { ...asked, ...year });
      assert.deepEqual(likeStates(laggardPath(gauge, year), asked), expected);
      if (expected.length > 2) found++;
    }),
    { numRuns: 400 },
  );
  assert.ok(found > 80, `${found} runs with like states`);
});

test("the matched base of one laggard, and of several as a pool, counts days and windows as a slow walk does", () => {
  let windows = 0;
  fc.assert(
    fc.property(laggard(), laggard(), YEAR, options, (gauge, other, year, drawn) => {
      const asked = around(gauge, year, drawn);
      const one = laggardPath(gauge, year);
      const pool = [one, laggardPath(other, year)];
      const expected = naiveMatchedBase([gauge, other], { ...asked, ...year });
      closeTo(counts(matchedBase([one], asked)), naiveMatchedBase([gauge], { ...asked, ...year }));
      closeTo(counts(matchedBase(pool, asked)), expected);
      closeTo(counts(matchedBase(pool.toReversed(), asked)), expected);
      if (expected.windows > 2 && expected.share > 0 && expected.share < 1) windows++;
    }),
    { numRuns: 200 },
  );
  assert.ok(windows > 15, `${windows} runs with windows of both outcomes`);
});

/** A path with nothing but what is looked at: one session a day, the scaled distance of a year, the day of the next record. */
function pathOf(scaled: readonly number[], regained: readonly number[] = scaled.map(() => Number.POSITIVE_INFINITY)): LaggardPath {
  const none = Float64Array.from(scaled);
  const sessions = Int32Array.from(scaled.keys());
  return { sessions, scaled: none, regained: Float64Array.from(regained), below: none, volatility: none, drift: none, logLevel: none, sessionsPerYear: 365 };
}

// A horizon of a year has the scaled distances of a year.
const horizon = { days: 365, until: 10_000 };

test("the band is a part more or less, to either side alike", () => {
  assert.deepEqual(likeStates(pathOf([0.79, 0.81, 1, 1.24, 1.26, Number.NaN]), { scaled: 1, band: 0.25, ...horizon }), [1, 2, 3]);
  // A shorter horizon: the same distance is more of its deviations, here twice as many.
  assert.deepEqual(likeStates(pathOf([0.49, 0.51, 1, 2]), { scaled: 2, band: 0.99, days: 365 / 4, until: 10_000 }), [1, 2]);
});

test("a day counts once its horizon has passed, and not within a week of a record of the leader", () => {
  const path = pathOf(Array.from({ length: 20 }, () => 1));
  const days = (until: number, leaderRecords: number[]) => likeStates(path, { scaled: 1 / Math.sqrt(3 / 365), band: 0.1, days: 3, until, leaderRecords });
  assert.deepEqual(days(5, []), [0, 1, 2]);
  assert.deepEqual(days(100, [2, 10]), [0, 1, 18, 19]);
  assert.deepEqual(days(100, [-5, 15]), [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
});

test("a day whose horizon shares a day with the excepted span is left out, one that only touches it is not", () => {
  const path = pathOf(Array.from({ length: 12 }, () => 1));
  const asked = { scaled: 1 / Math.sqrt(3 / 365), band: 0.1, days: 3, until: 100 };
  assert.deepEqual(likeStates(path, { ...asked, except: { from: 5, to: 8 } }), [0, 1, 2, 8, 9, 10, 11]);
});

// By hand: windows open on days 0, 365 and 730 of 0, 200, 364, 365, 729 and 730.
test("windows lie a horizon apart and the share is of all days", () => {
  const at = new Set([0, 200, 364, 365, 729, 730]);
  const scaled = Array.from({ length: 731 }, (_, day) => (at.has(day) ? 1 : 9));
  const regained = scaled.map((_, day) => (day < 365 ? 365 : Number.POSITIVE_INFINITY));
  const base = matchedBase([pathOf(scaled, regained)], { scaled: 1, band: 0.25, ...horizon });
  assert.deepEqual(counts(base), { share: 0.5, days: 6, windows: 3 });
});

test("the interval of a matched share is exact for a whole count, and in between for the share of one", () => {
  for (const windows of [1, 3, 7]) {
    for (let successes = 0; successes <= windows; successes++) {
      const { lower, upper } = naiveClopperPearson({ successes, n: windows, level: 0.9 });
      closeTo(matchedInterval({ share: successes / windows, windows }), { lower, upper, level: 0.9 });
    }
  }
  const part = matchedInterval({ share: 0.3, windows: 4 }, { level: 0.8 });
  closeTo(naiveBetaCdf(part.lower, { a: 1.2, b: 3.8 }), 0.1);
  closeTo(naiveBetaCdf(part.upper, { a: 2.2, b: 2.8 }), 0.9);
  assert.deepEqual(matchedInterval({ share: Number.NaN, windows: 0 }), { lower: 0, upper: 1, level: 0.9 });
});

test("without a like state nothing is known", () => {
  const none = { share: Number.NaN, days: 0, windows: 0 };
  assert.deepEqual(counts(matchedBase([], { scaled: 1, band: 0.25, ...horizon })), none);
  assert.deepEqual(counts(matchedBase([pathOf([1, 1])], { scaled: Number.NaN, band: 0.25, ...horizon })), none);
});

test("a band or a distance that is none is refused", () => {
  const path = pathOf([1]);
  for (const band of [0, -1, Number.NaN]) assert.throws(() => likeStates(path, { scaled: 1, band, ...horizon }), new RangeError(`invalid band: ${band}`));
  assert.throws(() => likeStates(path, { scaled: -1, band: 1, ...horizon }), /^RangeError: invalid scaled: -1$/);
  assert.throws(() => matchedBase([path], { scaled: -1, band: 1, ...horizon }), RangeError);
});

test("the scale of the levels is none of a base's business", () => {
  fc.assert(
    fc.property(laggard(), YEAR, options, (gauge, year, drawn) => {
      const asked = around(gauge, year, drawn);
      assert.deepEqual(matchedBase([laggardPath(timesFour(gauge), year)], asked), matchedBase([laggardPath(gauge, year)], asked));
    }),
    { numRuns: 50 },
  );
});

test("the random walk's base is its density of first passages, integrated", () => {
  const state = fc.record({
    below: fc.integer({ min: 0, max: 1500 }),
    volatility: fc.integer({ min: 100, max: 1500 }),
    drift: fc.integer({ min: -800, max: 800 }),
    days: fc.integer({ min: 5, max: 700 }),
    sessionsPerYear: fc.constantFrom(252, 365),
  });
  fc.assert(
    fc.property(state, ({ days, sessionsPerYear, ...parts }) => {
      const [below, volatility, drift] = [parts.below / 1000, parts.volatility / 1000, parts.drift / 1000];
      const seen = below + 0.5825971579390106 * volatility * Math.sqrt(1 / sessionsPerYear);
      const here = { distance: Math.exp(-below) - 1, volatility, drift };
      const expected = (mu: number) => naiveFirstPassage({ below: seen, sigma: volatility, mu, years: days / 365 });
      closeTo(randomWalkBase(here, { days, sessionsPerYear }), expected(0), 1e-8);
      closeTo(randomWalkBase(here, { days, sessionsPerYear, drift: "none" }), expected(0), 1e-8);
      closeTo(randomWalkBase(here, { days, sessionsPerYear, drift: "own" }), expected(drift), 1e-8);
    }),
    { numRuns: 100 },
  );
});

test("the random walk has no base where volatility, or the drift asked for, is not known", () => {
  const here = { distance: -0.2, volatility: 0.5, drift: Number.NaN };
  const asked = { days: 180, sessionsPerYear: 365 };
  assert.equal(randomWalkBase({ ...here, volatility: Number.NaN }, asked), Number.NaN);
  assert.equal(randomWalkBase(here, { ...asked, drift: "own" }), Number.NaN);
  assert.ok(randomWalkBase(here, asked) > 0);
});
