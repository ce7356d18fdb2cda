import assert from "node:assert/strict";
import { test } from "node:test";
import { turnCheck } from "../../../src/claims/check/records/turnCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";
import { claimOf, day, days, number, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column, highest, lowest } from "./fromCsv.ts";

type Said = Partial<ClaimOf<"turn">> & Pick<ClaimOf<"turn">, "on">;
const answer = (said: Said, published = PUBLISHED) =>
  turnCheck(claimOf("turn", { subjects: of("BTC"), turn: "peak", level: null, ...said }), worldOn(published));
const verdict = (...args: Parameters<typeof answer>) => verdictOf(answer(...args));
const within = (market: string, name: string, first: string, last: string) => column(market, name, last).filter(([on]) => on >= first);

const NOVEMBER = days("2021-11-01", "2021-11-30", "month");

test("bitcoin peaked at 69,000 in November 2021, by the session's high", () => {
  // 30 days to either side of November.
  const [on, high] = highest(within("BTC", "high", "2021-10-02", "2021-12-30"));
  assert.equal(on, "2021-11-10");
  assert.equal(Math.round(high / 1000), 69);
  assert.equal(verdict({ on: NOVEMBER, level: number(69_000, "USD", 1000) }), "supported");
  assert.equal(verdict({ on: NOVEMBER }), "supported");
  assert.equal(verdict({ on: NOVEMBER, level: number(75_000, "USD", 1000) }), "contradicted");
  // 67,549 by close rounds to 68,000: one more definition.
  assert.equal(verdict({ on: NOVEMBER, level: number(68_000, "USD", 1000) }), "depends-on-definition");
});

test("small caps and bitcoin did not both bottom on 21 November 2025", () => {
  const window = ["2025-10-22", PUBLISHED] as const;
  assert.equal(lowest(within("IWM", "close", ...window))[0], "2025-11-20");
  assert.equal(lowest(within("IWM", "low", ...window))[0], "2025-11-20");
  assert.equal(lowest(within("BTC", "low", ...window))[0], "2025-11-21");
  assert.equal(lowest(within("BTC", "close", ...window))[0], "2025-11-22");
  const said = { turn: "trough" as const, on: day("2025-11-21") };
  assert.equal(verdict({ ...said, subjects: of("IWM", "BTC") }), "contradicted");
  assert.equal(verdict({ ...said, subjects: of("BTC") }), "depends-on-definition");
  assert.equal(verdict({ ...said, subjects: of("IWM"), on: day("2025-11-20") }), "supported");
  assert.equal(verdict({ ...said, subjects: of("IWM", "BTC"), on: days("2025-11-17", "2025-11-23", "week") }), "supported");
});

test("a turn just outside a period is imprecise", () => {
  assert.equal(verdict({ on: days("2021-11-11", "2021-11-20", "part"), level: null }), "imprecise");
  assert.equal(verdict({ on: days("2021-11-15", "2021-11-21", "week") }), "imprecise");
  assert.equal(verdict({ on: days("2021-11-22", "2021-11-28", "week") }), "contradicted");
  assert.equal(verdict({ on: day("2021-11-09") }), "depends-on-definition", "the highest close at 16:00 New York is that of the 9th");
  assert.equal(verdict({ on: day("2021-11-07") }), "contradicted");
});

test("what was not known on the day of publication turns nothing", () => {
  // Bitcoin went lower later: in an article of 2025-11-22 the low was that of the 21st by 16:00 New York and intraday.
  const said = { turn: "trough" as const, on: day("2025-11-20"), subjects: of("IWM") };
  assert.equal(verdict(said, "2025-11-20"), "supported");
  assert.equal(verdict(said, "2025-11-19"), "not-checkable");
});

test("the level of a turn is that of the market named, not of a fund on it", () => {
  const index = { of: [{ name: "Russell 2000", candidates: ["IWM"], as: "index" as const }], kind: false };
  assert.equal(verdict({ on: NOVEMBER, subjects: index }), "supported");
  assert.equal(verdict({ on: NOVEMBER, subjects: index, level: number(2440, "none", 10) }), "not-checkable");
});
