import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerOf } from "../../../src/claims/check/answerOf.ts";
import { distanceCheck } from "../../../src/claims/check/records/distanceCheck.ts";
import { levelCheck } from "../../../src/claims/check/records/levelCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { Claim } from "../../../src/claims/claim.ts";
import { dayNumber, heldMarket, toDay } from "../../../src/market/index.ts";
import { founding } from "../../case.ts";
import { changed, claimOf, day, number, of, worldOn } from "./claimsSaid.ts";
import { lawsOfMarkets, published } from "./lawsOfMarkets.ts";
import { someClaim } from "./recordsAndLevelsClaims.ts";

const RUNS = { numRuns: 150, seed: 7 };
const market = fc.constantFrom("IWM", "BTC", "GLD", "SPY");

lawsOfMarkets("records and levels", someClaim, RUNS);

test("the unit of a market's prices changes no verdict on a record or a distance", () => {
  fc.assert(
    fc.property(published, fc.integer(), fc.constantFrom(0.25, 4, 1024), (on, seed, times) => {
      const claim = someClaim(seed, on);
      if (claim.kind === "level" || (claim.kind === "turn" && claim.level)) return;
      const verdicts = (markets = founding.markets) => answerOf(claim, worldOn(on, markets)).parts.map(({ judged }) => judged.map(({ verdict }) => verdict));
      const scaled = changed(founding.markets, (series) => ({ ...series, values: series.values.map((value) => value * times) }));
      assert.deepEqual(verdicts(scaled), verdicts());
    }),
    RUNS,
  );
});

test("another number turns a supported distance away", () => {
  fc.assert(
    fc.property(published, market, fc.constantFrom(-3, -2, 2, 3), fc.constantFrom(0.01, 0.001), (on, id, by, step) => {
      const said = (size: number) =>
        distanceCheck(claimOf("distance", { subjects: of(id), size: number(size, "ratio", step), recordIn: null, on: null }), worldOn(on));
      const distance = -said(0).parts[0]!.judged[0]!.value!.value!;
      const right = Math.round(distance / step) * step;
      assert.equal(verdictOf(said(right)), "supported");
      assert.notEqual(verdictOf(said(right + by * step)), "supported");
    }),
    RUNS,
  );
});

test("another number turns a supported close away, and a level beyond the highest high was not reached", () => {
  fc.assert(
    fc.property(published, market, fc.integer({ min: 2, max: 50 }), fc.boolean(), (on, id, by, up) => {
      const world = worldOn(on);
      const closedAt = (value: number) =>
        verdictOf(levelCheck(claimOf("level", { subjects: of(id), how: "closedAt", level: number(value, "USD", 1), on: day(last) }), world));
      const closes = heldMarket(founding.markets, id)!.series.close!;
      const at = closes.sessions.findLastIndex((session, i) => session <= dayNumber(on) && !Number.isNaN(closes.values[i]));
      const last = toDay(closes.sessions[at]!);
      const right = Math.round(closes.values[at]!);
      assert.equal(closedAt(right), "supported");
      assert.equal(closedAt(right + (up ? by : -by)), "contradicted");
      const known = (["close", "high"] as const).flatMap((field) => {
        const held = heldMarket(founding.markets, id)!.series[field];
        return held ? [...held.values].filter((value, i) => held.sessions[i]! <= dayNumber(on) && !Number.isNaN(value)) : [];
      });
      const highest = Math.max(...known);
      const reached = (value: number) =>
        verdictOf(levelCheck(claimOf("level", { subjects: of(id), how: "reached", level: number(value, "USD", 1), on: null }), world));
      assert.equal(reached(Math.floor(highest)), "supported");
      assert.equal(reached(Math.ceil(highest) + by), "contradicted");
    }),
    { ...RUNS, numRuns: 60 },
  );
});

test("a check leaves its claim and its world as they are", () => {
  const world = worldOn("2025-12-12");
  for (let seed = 0; seed < 20; seed++) {
    const claim: Claim = someClaim(seed, "2025-12-12");
    const before = structuredClone(claim);
    const values = founding.markets["BTC"]!.series.close!.values.slice();
    answerOf(claim, world);
    assert.deepEqual(claim, before);
    assert.deepEqual(founding.markets["BTC"]!.series.close!.values, values);
  }
});
