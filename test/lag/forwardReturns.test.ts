import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { forwardReturns, laggardPath } from "../../src/lag/index.ts";
import { gaugeOf, toDay } from "../../src/market/index.ts";
import { bootstrapInterval, seeded } from "../../src/num/index.ts";
import { seriesOf } from "../arbitraries.ts";
import { naiveForwardReturns } from "../naive/forwardReturns.ts";
import { average } from "../naive/laggard.ts";
import { closeTo } from "./closeTo.ts";
import { laggard, picks, sessionsOf, timesFour, untilDay, YEAR } from "./laggards.ts";

const options = fc.record({ days: fc.integer({ min: 1, max: 7 }), band: fc.constantFrom(0.3, 1, 3), until: untilDay });
const middle = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

function agrees(
  gauge: Parameters<typeof naiveForwardReturns>[1],
  year: { sessionsPerYear: number; window: number },
  drawn: Omit<Parameters<typeof naiveForwardReturns>[2], "sessionsPerYear" | "window">,
  onsets: readonly number[],
) {
  const slow = naiveForwardReturns(onsets, gauge, { ...drawn, ...year });
  const excess = slow.map(({ own, like }) => own - like);
  const { interval, ...result } = forwardReturns(onsets.map(toDay), { path: laggardPath(gauge, year), ...drawn, reps: 49, uniform: seeded(7) });
  closeTo(result, {
    days: drawn.days,
    n: slow.length,
    mean: average(slow.map(({ own }) => own)),
    median: slow.length === 0 ? Number.NaN : middle(slow.map(({ own }) => own)),
    matchedMean: average(slow.map(({ like }) => like)),
    excess: average(excess),
  });
  const distinct = Math.max(...excess) - Math.min(...excess) > 1e-9;
  assert.equal(interval.level, 0.9);
  if (excess.length < 8) assert.deepEqual([interval.lower, interval.upper], [Number.NaN, Number.NaN]);
  else if (distinct) {
    const { lower, upper } = bootstrapInterval(excess, { level: 0.9, reps: 49, uniform: seeded(7) });
    // Resamples of one value repeated have no scatter but rounding: their bounds are as good as infinite.
    const held = (bound: number) => Math.max(-1e3, Math.min(1e3, bound));
    closeTo([held(interval.lower), held(interval.upper)], [held(lower), held(upper)], 1e-6);
  }
  return { ...result, excess, bounded: !Number.isNaN(interval.lower) };
}

test("returns after the onsets, and after their like states, are those that a slow walk finds", () => {
  let cases = 0;
  fc.assert(
    fc.property(laggard({ missing: false }), YEAR, options, picks, picks, (gauge, year, drawn, from, records) => {
      const result = agrees(gauge, year, { ...drawn, leaderRecords: sessionsOf(gauge, records) }, sessionsOf(gauge, from));
      cases += result.n;
    }),
    { numRuns: 200 },
  );
  assert.ok(cases > 100, `${cases} cases`);
});

test("eight cases carry an interval: the bootstrap of their excess", () => {
  const wave = gaugeOf(
    seriesOf(
      Array.from({ length: 90 }, (_, i) => 20 + 3 * Math.sin(i) + Math.cos(i * i)),
      { gaps: [0], first: 0 },
    ),
  );
  const onsets = Array.from({ length: 20 }, (_, k) => 10 + 3 * k);
  const drawn = { days: 3, band: 3, until: 89, leaderRecords: [] };
  const of = (some: number[]) => agrees(wave, { sessionsPerYear: 252, window: 5 }, drawn, some);
  const enough = of(onsets);
  assert.ok(enough.n >= 8 && enough.bounded, `${enough.n} cases`);
  assert.equal(of(onsets.slice(0, 7)).bounded, false);
});

test("where values are missing, a span goes from the last value by its first day to the last value by its last", () => {
  fc.assert(
    fc.property(laggard(), YEAR, options, picks, (gauge, year, drawn, from) => {
      agrees(gauge, year, { ...drawn, leaderRecords: [] }, sessionsOf(gauge, from));
    }),
    { numRuns: 100 },
  );
});

const after = (values: number[], onsets: string[], { days, until = 99 }: { days: number; until?: number }, gaps = [0]) =>
  forwardReturns(onsets, {
    path: laggardPath(gaugeOf(seriesOf(values, { gaps, first: 0 })), { sessionsPerYear: 252, window: 2 }),
    leaderRecords: [],
    days,
    band: 0.25,
    until,
    reps: 99,
    uniform: seeded(1),
  });

// By hand, in logarithms: after the record of 3 the level goes 1, 2, 1, 2, …, and at last up to 4.
const PENDULUM = [3, 1, 2, 1, 2, 1, 2, 1, 4].map((power) => Math.exp(power));

test("spans, their like states, and the cases that are left out, by hand", () => {
  // From day 5 it goes up by 1 (like days 3 and 7: 1 and 3), from day 6 down by 1 (like day 4), from day 7 up by 3 (like days 3 and 5).
  const three = after(PENDULUM, ["1970-01-06", "1970-01-07", "1970-01-08"], { days: 1 });
  assert.deepEqual([three.n, three.mean.toFixed(9), three.median.toFixed(9)], [3, "1.000000000", "1.000000000"]);
  assert.deepEqual([three.matchedMean.toFixed(9), three.excess.toFixed(9)], [(2 / 3).toFixed(9), (1 / 3).toFixed(9)]);
  assert.equal(after(PENDULUM, ["1970-01-04", "1970-01-05"], { days: 2 }).n, 1);
  assert.equal(after(PENDULUM, ["1970-01-06", "1970-01-08"], { days: 1, until: 7 }).n, 1);
  // On day 1 its volatility is not known, so that nothing is like it: it takes no place of day 2.
  assert.equal(after(PENDULUM, ["1970-01-02"], { days: 1 }).n, 0);
});

// By hand: sessions every third day; the value by day 16 is that of day 15, the value by day 18 its own.
test("a span ends so many days after the onset, also where the onset is no session", () => {
  assert.equal(after(PENDULUM, ["1970-01-17"], { days: 2 }, [2]).mean.toFixed(9), "1.000000000");
});

test("without cases nothing is known, and fewer than eight carry no interval", () => {
  const none = after([1, 2], [], { days: 2 });
  assert.deepEqual([none.n, none.mean, none.median, none.matchedMean, none.excess, none.interval.lower], [0, ...Array(5).fill(Number.NaN)]);
});

test("the scale of the levels is none of a return's business", () => {
  fc.assert(
    fc.property(laggard(), YEAR, options, picks, (gauge, year, drawn, from) => {
      const onsets = sessionsOf(gauge, from).map(toDay);
      const of = (one: typeof gauge) => forwardReturns(onsets, { path: laggardPath(one, year), leaderRecords: [], ...drawn, reps: 49, uniform: seeded(1) });
      const { interval: _, ...expected } = of(gauge);
      const { interval: __, ...scaled } = of(timesFour(gauge));
      closeTo(scaled, expected);
    }),
    { numRuns: 50 },
  );
});
