import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { endings } from "../../src/lag/index.ts";
import { toDay } from "../../src/market/index.ts";
import { bpcp } from "../../src/num/index.ts";
import { type NaiveCase, naiveIncidence } from "../naive/incidence.ts";
import { naiveClopperPearson } from "../naive/statistics.ts";
import { closeTo } from "./closeTo.ts";

const UNTIL = 20_000;

/** Cases as `divergences` tells of them, from times and ends: the onset of an open case is so long before the last session. */
const casesOf = (cases: readonly NaiveCase[]) =>
  cases.map(({ time, ends }, k) => {
    const onset = ends === "open" ? UNTIL - time : UNTIL - 1000 + k;
    return { onset: toDay(onset), resolution: ends, resolvedOn: ends === "open" ? null : toDay(onset + time) };
  });
const drawn = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 12 }), ends: fc.constantFrom<NaiveCase["ends"]>("open", "catchUp", "catchUp", "rollOver", "rollOver") }),
  { minLength: 1, maxLength: 9 },
);
const HORIZONS = [0, 3, 6, 9, 30];

test("incidences at every time, and at horizons, are the weights that cases lost from sight hand on", () => {
  fc.assert(
    fc.property(drawn, (cases) => {
      const { steps, at } = endings(casesOf(cases), { horizons: HORIZONS, until: UNTIL });
      const times = [...new Set(cases.map(({ time }) => time))].sort((a, b) => a - b);
      closeTo(
        steps,
        times.map((days) => ({ days, ...naiveIncidence(cases, days) })),
      );
      const points = at.map(({ days, catchUp, rollOver, open }) => ({ days, catchUp, rollOver, open }));
      closeTo(
        points,
        HORIZONS.map((days) => ({ days, ...naiveIncidence(cases, days) })),
      );
    }),
    { numRuns: 500 },
  );
});

test("at each horizon the cases still followed, and those lost before, are counted one by one", () => {
  fc.assert(
    fc.property(drawn, (cases) => {
      for (const { days, atRisk, censored } of endings(casesOf(cases), { horizons: HORIZONS, until: UNTIL }).at) {
        assert.equal(atRisk, cases.filter(({ time }) => !(time < days)).length);
        assert.equal(censored, cases.filter(({ time, ends }) => ends === "open" && time < days).length);
      }
    }),
    { numRuns: 200 },
  );
});

test("intervals are exact where no case was lost before, and else there is only that of the share without an ending", () => {
  const seen = { exact: 0, bounded: 0 };
  fc.assert(
    fc.property(drawn, fc.constantFrom(0.8, 0.95), (cases, level) => {
      for (const { days, censored, ...point } of endings(casesOf(cases), { horizons: HORIZONS, until: UNTIL, level }).at) {
        // A case last seen on the very horizon: see below.
        if (cases.some(({ time, ends }) => ends === "open" && time === days)) continue;
        const by = (ends: NaiveCase["ends"]) => cases.filter((one) => one.ends === ends && one.time <= days).length;
        if (censored > 0) {
          const event = cases.map(({ ends }) => (ends === "open" ? 0 : 1));
          const { estimate: _, ...bounds } = bpcp({ time: cases.map(({ time }) => time), event, at: days, level });
          assert.deepEqual([point.catchUpInterval, point.rollOverInterval], [null, null]);
          closeTo(point.openInterval, bounds);
          seen.bounded++;
          continue;
        }
        const exact = (successes: number) => ({ ...naiveClopperPearson({ successes, n: cases.length, level }), level });
        closeTo(point.catchUpInterval, exact(by("catchUp")));
        closeTo(point.rollOverInterval, exact(by("rollOver")));
        closeTo(point.openInterval, exact(cases.length - by("catchUp") - by("rollOver")), 1e-8);
        seen.exact++;
      }
    }),
    { numRuns: 40 },
  );
  assert.ok(seen.exact > 10 && seen.bounded > 10, JSON.stringify(seen));
});

test("a case followed to the very horizon was followed to it: the interval of the share without an ending is exact", () => {
  const cases: NaiveCase[] = [
    { time: 6, ends: "open" },
    { time: 6, ends: "open" },
    { time: 3, ends: "catchUp" },
  ];
  const [point] = endings(casesOf(cases), { horizons: [6], until: UNTIL }).at;
  assert.equal(point?.censored, 0);
  closeTo(point?.openInterval, { ...naiveClopperPearson({ successes: 2, n: 3, level: 0.9 }), level: 0.9 });
});

// By hand: of four cases one catches up on day 2, one is lost on day 2, one rolls over on day 5, one catches up on day 9.
test("competing endings by hand", () => {
  const cases: NaiveCase[] = [
    { time: 2, ends: "catchUp" },
    { time: 2, ends: "open" },
    { time: 5, ends: "rollOver" },
    { time: 9, ends: "catchUp" },
  ];
  const { steps, at } = endings(casesOf(cases), { horizons: [1, 2, 5], until: UNTIL });
  closeTo(steps, [
    { days: 2, catchUp: 0.25, rollOver: 0, open: 0.75 },
    { days: 5, catchUp: 0.25, rollOver: 0.375, open: 0.375 },
    { days: 9, catchUp: 0.625, rollOver: 0.375, open: 0 },
  ]);
  assert.deepEqual(
    at.map(({ days, atRisk, censored, open }) => [days, atRisk, censored, open]),
    [
      [1, 4, 0, 1],
      [2, 4, 0, 0.75],
      [5, 2, 1, 0.375],
    ],
  );
  assert.deepEqual([at[1]?.catchUpInterval?.level, at[2]?.catchUpInterval], [0.9, null]);
});

test("without cases nothing is known", () => {
  assert.deepEqual(endings([], { horizons: [180], until: UNTIL }), { steps: [], at: [], medianDays: null });
});

test("the median is the time by which half have ended, where the upper bound shows that half have", () => {
  let known = 0;
  fc.assert(
    fc.property(drawn, fc.constantFrom(0.5, 0.8, 0.9), (cases, level) => {
      const { medianDays } = endings(casesOf(cases), { horizons: [], until: UNTIL, level });
      const times = cases.map(({ time }) => time).sort((a, b) => a - b);
      const open = times.map((time) => naiveIncidence(cases, time).open);
      // A share of one half but for rounding: see below.
      fc.pre(!open.some((share) => Math.abs(share - 0.5) < 1e-9));
      const event = cases.map(({ ends }) => (ends === "open" ? 0 : 1));
      const shown = times.some((at) => bpcp({ time: cases.map(({ time }) => time), event, at, level }).upper < 0.5);
      const median = shown ? times[open.findIndex((share) => share < 0.5)]! : null;
      assert.equal(medianDays, median);
      if (median !== null) known++;
    }),
    { numRuns: 300 },
  );
  assert.ok(known > 50, `${known} medians`);
});

const oneADay = (count: number) =>
  endings(casesOf(Array.from({ length: count }, (_, k) => ({ time: k + 1, ends: "catchUp" as const }))), { horizons: [], until: UNTIL });

test("half of the cases have ended on the day of the middle one, however many there are", () => {
  for (const count of [6, 10, 20, 24, 38, 60]) assert.equal(oneADay(count).medianDays, count / 2, `of ${count} cases`);
});

// By hand: with three of three ended the upper bound of those still open is 1 - 0.05^(1/3) = 0.63, with five 0.45.
test("few cases show no median", () => {
  assert.deepEqual([oneADay(3).medianDays, oneADay(4).medianDays, oneADay(5).medianDays], [null, null, 3]);
});
