import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerOf } from "../../../src/claims/check/answerOf.ts";
import { rankingCheck } from "../../../src/claims/check/returns/rankingCheck.ts";
import { returnCheck } from "../../../src/claims/check/returns/returnCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import { founding } from "../../case.ts";
import { changed, claimOf, days, number, of, worldOn } from "./claimsSaid.ts";
import { lawsOfMarkets, published } from "./lawsOfMarkets.ts";
import { someClaim } from "./manyMarketsClaims.ts";

const RUNS = { numRuns: 120, seed: 7 };
const month = (on: string): Period => days(toDay(dayNumber(on) - 30), on, "month", { relation: "past" });

lawsOfMarkets("together and returns", someClaim, RUNS);

test("one market of several without figures makes the whole not checkable", () => {
  fc.assert(
    fc.property(published, fc.integer(), (on, seed) => {
      const claim = someClaim(seed, on);
      const missing = claim.subjects.of.at(-1)!.candidates[0]!;
      const { [missing]: _, ...markets } = founding.markets;
      const answer = answerOf(claim, worldOn(on, markets));
      // What is said of each may be refuted by another one of them.
      if (answer.parts.length === 1) assert.equal(verdictOf(answer), "not-checkable");
      else assert.ok(answer.parts.some(({ needed }) => needed));
    }),
    RUNS,
  );
});

test("what cannot be judged says what it needs, what can has a reason", () => {
  fc.assert(
    fc.property(published, fc.integer(), (on, seed) => {
      const answer = answerOf(someClaim(seed, on), worldOn(on));
      for (const { judged, needed } of answer.parts) {
        assert.ok(judged.length > 0 || needed);
        for (const { says, label, value } of judged) {
          assert.ok(says !== "" && label !== "");
          assert.ok(value === null || value.value !== null || value.reason);
        }
      }
      assert.ok(answer.rows.every((row) => row.on <= on && Number.isFinite(row.value)));
    }),
    RUNS,
  );
});

test("the unit of prices changes no verdict", () => {
  fc.assert(
    fc.property(published, fc.integer(), fc.constantFrom(0.25, 4, 1024), (on, seed, times) => {
      const claim = someClaim(seed, on);
      const verdicts = (markets = founding.markets) => answerOf(claim, worldOn(on, markets)).parts.map(({ judged }) => judged.map(({ verdict }) => verdict));
      const scaled = changed(founding.markets, (series) => ({ ...series, values: series.values.map((value) => value * times) }));
      assert.deepEqual(verdicts(scaled), verdicts());
    }),
    RUNS,
  );
});

test("another number turns a supported return away", () => {
  let supported = 0;
  fc.assert(
    fc.property(published, fc.constantFrom("IWM", "BTC", "SLV", "SPY"), fc.constantFrom(-3, -2, 2, 3), (on, id, by) => {
      const check = (size: number | null, direction: "up" | "down") =>
        returnCheck(claimOf("return", { subjects: of(id), direction, size: size === null ? null : number(size, "ratio", 0.01), over: month(on) }), worldOn(on));
      const value = check(null, "up").parts[0]!.judged[0]?.value?.value;
      if (value === undefined || value === null || Math.abs(value) < 0.05) return;
      const [direction, away] = value > 0 ? (["up", "down"] as const) : (["down", "up"] as const);
      const size = Math.round(Math.abs(value) * 100) / 100;
      supported++;
      assert.equal(verdictOf(check(size, direction)), "supported");
      const first = (wrong: number, said: "up" | "down") => check(wrong, said).parts[0]!.judged[0]!.verdict;
      assert.equal(first(size + by / 100, direction), "contradicted");
      assert.equal(first(size, away), "contradicted", "the other direction");
      assert.notEqual(verdictOf(check(size + by / 100, direction)), "supported");
    }),
    RUNS,
  );
  assert.ok(supported > 20);
});

test("the other order contradicts a supported one", () => {
  let supported = 0;
  fc.assert(
    fc.property(published, fc.constantFrom<string[]>(["SLV", "GLD"], ["GLD", "SLV"], ["SPY", "QQQ"], ["DIA", "BTC"], ["BTC", "SPY"]), (on, pair) => {
      const over = days(`${on.slice(0, 4)}-01-01`, toDay(dayNumber(on) - 1), "year");
      const check = (ids: string[]) => rankingCheck(claimOf("ranking", { ahead: 1, subjects: of(...ids), rank: "above", over, by: null }), worldOn(on));
      if (verdictOf(check(pair)) !== "supported") return;
      supported++;
      assert.equal(verdictOf(check([...pair].reverse())), "contradicted");
    }),
    RUNS,
  );
  assert.ok(supported > 20);
});
