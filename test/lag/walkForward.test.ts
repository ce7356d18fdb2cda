import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { laggardPath, walkForward } from "../../src/lag/index.ts";
import { gaugeThrough, toDay } from "../../src/market/index.ts";
import { naiveWalkForward } from "../naive/catchUpTrials.ts";
import { closeTo } from "./closeTo.ts";
import { laggard, picks, sessionsOf, timesFour, untilDay, YEAR } from "./laggards.ts";

const options = fc.record({
  days: fc.integer({ min: 2, max: 8 }),
  band: fc.constantFrom(0.5, 2),
  leastWindows: fc.integer({ min: 1, max: 3 }),
  until: untilDay,
});

test("forecasts are those of a slow walk that fits anew on a copy that ends on each onset", () => {
  const seen = { forecasts: 0, moved: 0, matched: 0, failed: 0 };
  fc.assert(
    fc.property(laggard(), YEAR, options, picks, picks, (gauge, year, asked, from, records) => {
      const onsets = sessionsOf(gauge, from);
      const leaderRecords = sessionsOf(gauge, records);
      const expected = naiveWalkForward(onsets, gauge, { ...asked, ...year, leaderRecords });
      const forecasts = walkForward(onsets.map(toDay), { path: laggardPath(gauge, year), leaderRecords, ...asked });
      closeTo(
        forecasts,
        expected.map(({ day, ...rest }) => ({ onset: toDay(day), ...rest })),
        1e-6,
      );
      for (const { forecast, base, randomWalk, outcome } of forecasts) {
        seen.forecasts++;
        if (forecast !== base) seen.moved++;
        if (base !== randomWalk) seen.matched++;
        if (outcome === 0) seen.failed++;
      }
    }),
    { numRuns: 150 },
  );
  for (const [what, count] of Object.entries(seen)) assert.ok(count > 15, `${what}: ${count}`);
});

test("a forecast once made is never changed by what comes later", () => {
  let made = 0;
  fc.assert(
    fc.property(laggard(), YEAR, options, picks, (gauge, year, asked, from) => {
      const held = new Set(gauge.level.sessions.filter((_, k) => !Number.isNaN(gauge.level.values[k])));
      const onsets = sessionsOf(gauge, from).filter((day) => held.has(day));
      const last = gauge.level.sessions.at(-1)!;
      const of = (until: number) => {
        const path = laggardPath(gaugeThrough(gauge, until), year);
        const known = onsets.filter((day) => day <= until).map(toDay);
        return walkForward(known, { path, leaderRecords: [], ...asked, until });
      };
      const begun = of(Math.min(asked.until, last));
      made += begun.length;
      assert.deepEqual(of(last).slice(0, begun.length), begun);
    }),
    { numRuns: 150 },
  );
  assert.ok(made > 100, `${made} forecasts`);
});

test("the scale of the levels is none of a forecast's business", () => {
  fc.assert(
    fc.property(laggard(), YEAR, options, picks, (gauge, year, drawn, from) => {
      const onsets = sessionsOf(gauge, from).map(toDay);
      const of = (one: typeof gauge) => walkForward(onsets, { path: laggardPath(one, year), leaderRecords: [], ...drawn });
      assert.deepEqual(of(timesFour(gauge)), of(gauge));
    }),
    { numRuns: 50 },
  );
});
