import assert from "node:assert/strict";
import { test } from "node:test";
import { firstSinceCheck } from "../../../src/claims/check/together/firstSinceCheck.ts";
import { presentSpell } from "../../../src/claims/check/together/presentSpell.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { FirstSince } from "../../../src/claims/claim.ts";
import { dayNumber, sinceSession } from "../../../src/market/index.ts";
import { founding } from "../../case.ts";
import { claimOf, days, number, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column } from "./fromCsv.ts";

function check(said: Partial<FirstSince>, ids = ["IWM", "BTC"], world = worldOn(PUBLISHED)) {
  const claim = claimOf("firstSince", { event: "recordWithout", subjects: of(...ids), since: null, inYears: null, ever: false, ...said });
  return firstSinceCheck(claim, world);
}

const since = (first: string, precision: "year" | "month") => days(first, PUBLISHED, precision, { relation: "since" });
const verdicts = (answer: ReturnType<typeof check>) => answer.parts[0]!.judged.map(({ verdict }) => verdict);

test("whether it is the first in five years depends on how far below is without", () => {
  const answer = check({ inYears: number(5, "years", 1) });
  assert.equal(verdictOf(answer), "depends-on-definition");
  // At 30 % there is no such record at all: bitcoin was 25.8 % below.
  assert.deepEqual(verdicts(answer), ["supported", "supported", "supported", "supported", "contradicted"]);
  assert.deepEqual(
    answer.parts[0]!.judged.slice(0, 3).map(({ says }) => says),
    ["last on 2021-01-22, 4.7 years before 2025-10-15", "last on 2021-01-22, 4.9 years before 2025-12-04", "last on 2018-08-31, 7.3 years before 2025-12-04"],
  );
});

// A slow twin on the files, day by day.
test("the days and years are those found one by one in the files", () => {
  const small = column("IWM", "close", "2025-12-11");
  const bitcoin = column("BTC", "close", "2025-12-11");
  const best = new Map<string, number>();
  let high = 0;
  for (const [on, value] of bitcoin) {
    high = Math.max(high, value);
    best.set(on, value / high - 1);
  }
  let top = 0;
  const records = small.flatMap(([on, value], at) => {
    const isRecord = value > top;
    top = Math.max(top, value);
    return isRecord && best.has(on) ? [{ on, at, below: best.get(on)! }] : [];
  });
  const expected = [0.1, 0.15, 0.2, 0.25, 0.3].map((below) => {
    const found = records.filter((one) => one.below <= -below);
    if (small.length - 1 - found.at(-1)!.at >= 60) return null;
    let first = found.length - 1;
    while (found[first]!.at - found[first - 1]!.at < 60) first--;
    return (Date.parse(found[first]!.on) - Date.parse(found[first - 1]!.on)) / 86_400_000 / 365.2425;
  });
  assert.deepEqual(
    check({ inYears: number(5, "years", 1) }).parts[0]!.judged.map(({ value }) => value!.value),
    expected,
  );
});

test("more time than is said is the first all the same, less is not", () => {
  // 4.7, 4.9, 7.3 and 7.3 years.
  assert.deepEqual(verdicts(check({ inYears: number(3, "years", 1) })).slice(0, 4), ["supported", "supported", "supported", "supported"]);
  assert.deepEqual(verdicts(check({ inYears: number(6, "years", 1) })).slice(0, 4), ["imprecise", "imprecise", "supported", "supported"]);
  assert.deepEqual(verdicts(check({ inYears: number(7, "years", 1) })).slice(0, 4), ["contradicted", "contradicted", "supported", "supported"]);
  assert.deepEqual(verdicts(check({ inYears: number(56, "months", 1) })).slice(0, 2), ["supported", "supported"], "56.7 and 58.4 months");
  assert.deepEqual(verdicts(check({ inYears: number(5, "years", 1, { bound: "above" }) })).slice(0, 3), ["imprecise", "imprecise", "supported"]);
});

test("since a year holds when it was in that year that it last happened", () => {
  assert.deepEqual(verdicts(check({ since: since("2021-01-01", "year") })).slice(0, 3), ["supported", "supported", "contradicted"]);
  assert.deepEqual(verdicts(check({ since: since("2018-01-01", "year") })).slice(0, 3), ["contradicted", "contradicted", "supported"]);
  // A year and less away from 2021-01-22.
  assert.deepEqual(verdicts(check({ since: since("2020-01-01", "year") })).slice(0, 1), ["imprecise"]);
});

test("what happened before is not the first ever", () => {
  assert.equal(verdictOf(check({ ever: true })), "contradicted");
});

test("a record since: close is conventional, and the 25th of November 2024 was an intraday record", () => {
  const sinceNovember2021 = check({ event: "record", since: since("2021-11-01", "month") }, ["IWM"]);
  assert.equal(verdictOf(sinceNovember2021), "supported");
  assert.equal(sinceNovember2021.parts[0]!.judged[0]!.says, "record close of 2025-09-18, the first in 3.9 years, since 2021-11-08");
  assert.equal(verdictOf(check({ event: "record", since: since("2024-11-01", "month") }, ["IWM"])), "depends-on-definition");
  assert.equal(verdictOf(check({ event: "record", since: since("2019-01-01", "year") }, ["IWM"])), "contradicted");
});

test("a market that sets no records has no first", () => {
  const answer = check({ event: "record", inYears: number(1, "years", 1) }, ["BTC"]);
  // Its last record is of 2025-10-06, 66 of its own sessions before the 11th of December, and 46 of New York's.
  assert.deepEqual(verdicts(answer).slice(0, 3), ["contradicted", "contradicted", "imprecise"]);
  assert.equal(answer.parts[0]!.judged[0]!.says, "no record close in the last 60 sessions, the last on 2025-10-06");
});

test("the longest time without a record is held against those before", () => {
  const answer = check({ event: "longestWithout", since: since("2025-05-01", "month") }, ["BTC"]);
  // 66 days since 2025-10-06; longer before, 117 days from 2025-01-21 to 2025-05-18.
  assert.equal(verdictOf(answer), "supported");
  assert.equal(answer.parts[0]!.judged[0]!.value!.value, 66);
  assert.equal(verdictOf(check({ event: "longestWithout", ever: true }, ["BTC"])), "contradicted");
  assert.equal(verdictOf(check({ event: "longestWithout", ever: true }, ["IWM"])), "contradicted", "a market at its record is without none");
});

test("a history that does not reach back settles nothing", () => {
  // Bitcoin as if held from 2020 on: none before 2025-12-04 at 20 % below, in the 5.9 years that are held.
  const { BTC, ...rest } = founding.markets;
  const close = sinceSession(BTC!.series.close!, dayNumber("2020-01-01"));
  const world = worldOn(PUBLISHED, { ...rest, BTC: { ...BTC!, series: { close } } });
  const at20 = (said: Partial<FirstSince>) => verdicts(check(said, ["IWM", "BTC"], world))[2];
  assert.equal(at20({ inYears: number(5, "years", 1) }), "supported");
  assert.equal(at20({ inYears: number(10, "years", 1) }), "not-checkable");
  assert.equal(at20({ since: since("2018-01-01", "year") }), "not-checkable");
  assert.equal(at20({ since: since("2021-01-01", "year") }), "contradicted", "it is known that there was none in 2021");
  assert.equal(at20({ ever: true }), "supported", "of the history held");
});

test("without figures or without the market that sets none there is nothing to check", () => {
  for (const answer of [check({ ever: true }, ["IWM", "ETH"]), check({ ever: true }, ["IWM"]), check({ event: "record", ever: true }, ["ETH"])]) {
    assert.equal(verdictOf(answer), "not-checkable");
    assert.ok(answer.parts[0]!.needed);
  }
});

test("a spell ends where 60 sessions pass without an event", () => {
  assert.deepEqual(presentSpell([10, 100, 159], 200), { first: 100, before: 10 });
  assert.deepEqual(presentSpell([10, 100, 160], 200), { first: 160, before: 100 });
  assert.deepEqual(presentSpell([100], 159), { first: 100, before: null });
  assert.equal(presentSpell([100], 160), undefined);
  assert.equal(presentSpell([], 160), undefined);
});
