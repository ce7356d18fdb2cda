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
  const held = slow.filter(({ like }) => !Number.isNaN(like));
  const excess = held.map(({ own, like }) => own - like);
  const { interval, ...result } = forwardReturns(onsets.map(toDay), { path: laggardPath(gauge, year), ...drawn, reps: 49, uniform: seeded(7) });
  closeTo(result, {
    days: drawn.days,
    n: slow.length,
    mean: average(slow.map(({ own }) => own)),
    median: slow.length === 0 ? Number.NaN : middle(slow.map(({ own }) => own)),
    matchedMean: average(held.map(({ like }) => like)),
    matched: excess.length,
    excess: excess.length < 5 ? Number.NaN : average(excess),
  });
  const distinct = Math.max(...excess) - Math.min(...excess) > 1e-9;
  assert.equal(interval.level, 0.9);
  if (excess.length < 5) assert.deepEqual([interval.lower, interval.upper], [Number.NaN, Number.NaN]);
  else if (distinct) {
    const { lower, upper } = bootstrapInterval(excess, { level: 0.9, reps: 49, uniform: seeded(7) });
    // Resamples of one value repeated have no scatter but rounding: their bounds are as good as infinite.
    const held = (bound: number) => Math.max(-1e3, Math.min(1e3, bound));
    closeTo([held(interval.lower), held(interval.upper)], [held(lower), held(upper)], 1e-6);
  }
  return { ...result, excess, bounded: !Number.isNaN(interval.lower) };
}

test("returns after the onsets, and after their like states, are those that a slow walk finds", () => {
  const seen = { cases: 0, matched: 0, unmatched: 0, bounded: 0 };
  fc.assert(
    fc.property(laggard({ missing: false }), YEAR, options, picks, picks, (gauge, year, drawn, from, records) => {
      const result = agrees(gauge, year, { ...drawn, leaderRecords: sessionsOf(gauge, records) }, sessionsOf(gauge, from));
      seen.cases += result.n;
      seen.matched += result.excess.length;
      seen.unmatched += result.n - result.excess.length;
      if (result.bounded) seen.bounded++;
    }),
    { numRuns: 200 },
  );
  for (const [what, count] of Object.entries(seen)) assert.ok(count > 0, `${what}: ${count}`);
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

// By hand: e, e^2, e^4, e^8 are spans of two days of 3 and 6 in the logarithm.
test("spans, and the cases that they leave out, by hand", () => {
  const values = [1, 2, 4, 8, 9].map((power) => Math.exp(power));
  const both = after(values, ["1970-01-01", "1970-01-02", "1970-01-03"], { days: 2 });
  assert.deepEqual([both.n, both.mean.toFixed(9), both.median.toFixed(9)], [2, "4.000000000", "4.000000000"]);
  assert.equal(after(values, ["1970-01-01", "1970-01-03"], { days: 2, until: 3 }).n, 1);
  assert.equal(after(values, ["1970-01-01", "1970-01-03"], { days: 2, until: 4 }).n, 2);
});

// By hand: sessions on days 0, 3 and 6; the value by day 4 is that of day 3, the value by day 6 its own.
test("a span ends so many days after the onset, also where the onset is no session", () => {
  const values = [1, 2, 4].map((power) => Math.exp(power));
  assert.equal(after(values, ["1970-01-05"], { days: 2 }, [2]).mean.toFixed(9), "2.000000000");
});

test("without cases nothing is known, and fewer than five carry no interval", () => {
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
