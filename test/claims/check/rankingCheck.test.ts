import assert from "node:assert/strict";
import { test } from "node:test";
import { rankingCheck } from "../../../src/claims/check/returns/rankingCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { Ranking } from "../../../src/claims/claim.ts";
import { founding } from "../../case.ts";
import { claimOf, day, days, number, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column } from "./fromCsv.ts";

const YEAR = days("2025-01-01", "2025-12-31", "year");

function check(ids: string[], rank: Ranking["rank"], { over = YEAR, by = null }: Partial<Pick<Ranking, "over" | "by">> = {}, markets = founding.markets) {
  return rankingCheck(claimOf("ranking", { ahead: 1, subjects: of(...ids), rank, over, by }), worldOn(PUBLISHED, markets));
}

/** A slow twin: what a market returned in 2025 up to the day before publication. */
function inYear(id: string): number {
  const on = new Map(column(id, "close", "2025-12-11"));
  return on.get("2025-12-11")! / on.get("2024-12-31")! - 1;
}

test("silver outpaced gold in 2025, by so many points", () => {
  const answer = check(["SLV", "GLD"], "above");
  assert.equal(verdictOf(answer), "supported");
  const ahead = inYear("SLV") - inYear("GLD");
  assert.ok(Math.abs(answer.parts[0]!.judged[0]!.value!.value! - ahead) < 1e-4);
  const by = (points: number) => verdictOf(check(["SLV", "GLD"], "above", { by: number(points / 100, "ratio", 0.01) }));
  // 118.8 less 62.4: 56.4 points up to the 11th; up to the 12th 49.7.
  assert.deepEqual([by(56), by(57), by(60), by(50)], ["supported", "imprecise", "contradicted", "depends-on-definition"]);
  assert.equal(verdictOf(check(["GLD", "SLV"], "above")), "contradicted");
  assert.equal(verdictOf(check(["GLD", "SLV"], "above", { by: number(-0.56, "ratio", 0.01) })), "contradicted");
});

test("the first is above every other that is named", () => {
  assert.equal(verdictOf(check(["GLD", "SPY", "IWM"], "above")), "supported");
  assert.equal(verdictOf(check(["GLD", "SPY", "SLV"], "above")), "contradicted");
});

test("best and worst are of those named, or of the group", () => {
  const order = [...founding.group.members].sort((a, b) => inYear(a) - inYear(b));
  assert.deepEqual([order[0], order.at(-1)], ["BTC", "SLV"]);
  assert.equal(verdictOf(check(["BTC"], "worst")), "supported");
  assert.equal(verdictOf(check(["SLV"], "best")), "supported");
  assert.equal(verdictOf(check(["GLD"], "best")), "contradicted");
  assert.equal(verdictOf(check(["GLD", "SPY"], "best")), "supported");
  assert.equal(verdictOf(check(["SPY", "GLD"], "worst")), "supported");
});

test("a member without figures may be the best of the group unless one is better already", () => {
  const { QQQ: _, ...markets } = founding.markets;
  assert.equal(verdictOf(check(["SLV"], "best", {}, markets)), "not-checkable");
  assert.equal(verdictOf(check(["GLD"], "best", {}, markets)), "contradicted");
  assert.equal(verdictOf(check(["SLV", "GLD"], "best", {}, markets)), "supported");
});

test("total returns are an order only where all of them are held", () => {
  assert.equal(check(["IWM", "SPY"], "above").parts[0]!.judged.length >= 1, true);
  const labels = (ids: string[]) => check(ids, "above").parts[0]!.judged.map(({ label }) => label);
  assert.ok(!labels(["SLV", "GLD"]).includes("total return"));
  // Bitcoin pays nothing out: its close is its total return.
  assert.deepEqual(labels(["IWM", "BTC"]), ["close", "total return"]);
});

test("without figures, another market or a session it is not checkable", () => {
  for (const answer of [
    check(["SLV", "ETH"], "above"),
    check(["SLV"], "above"),
    check([], "best"),
    check(["SLV", "GLD"], "above", { over: day("2025-12-06") }),
  ]) {
    assert.equal(verdictOf(answer), "not-checkable");
    assert.ok(answer.parts[0]!.needed);
  }
});
