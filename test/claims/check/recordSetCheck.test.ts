import assert from "node:assert/strict";
import { test } from "node:test";
import { recordSetCheck } from "../../../src/claims/check/records/recordSetCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";
import { founding } from "../../case.ts";
import { changed, claimOf, day, days, kindOf, number, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column } from "./fromCsv.ts";

const world = worldOn(PUBLISHED);
const THURSDAY = day("2025-12-11");

type Said = Partial<ClaimOf<"recordSet">> & Pick<ClaimOf<"recordSet">, "subjects">;
const claim = (said: Said) => claimOf("recordSet", { on: null, basis: null, negated: false, weeks: null, count: null, straight: false, ...said });
const answer = (said: Said, where = world) => recordSetCheck(claim(said), where);
const verdict = (said: Said, where = world) => verdictOf(answer(said, where));

/** Days on which a column stood above everything before: by comparing all pairs. */
function recordDays(market: string, name: string, until: string): string[] {
  const entries = column(market, name, until);
  return entries.flatMap(([on, value], i) => (i > 0 && entries.slice(0, i).every(([, before]) => value > before) ? [on] : []));
}

test("small caps, the Dow and the S&P 500 closed at a record on 2025-12-11", () => {
  for (const id of ["IWM", "DIA", "SPY"]) assert.equal(recordDays(id, "close", PUBLISHED).at(-1), "2025-12-11");
  assert.equal(verdict({ subjects: of("IWM"), on: THURSDAY }), "supported");
  assert.equal(verdict({ subjects: of("DIA", "SPY"), on: THURSDAY }), "supported");
  const [part] = answer({ subjects: of("IWM"), on: THURSDAY }).parts;
  assert.equal(part!.judged[0]!.says, "record close of 2025-12-11");
  // levels.csv quotes this close.
  const { value, unit, on } = part!.judged[0]!.value!;
  assert.deepEqual([value, unit, on], [257.8, "USD", "2025-12-11"]);
});

test("the verdict rests on the close of the day and the record before it", () => {
  const { rows } = answer({ subjects: of("IWM"), on: THURSDAY });
  const source = "small-caps-and-bitcoin/IWM.csv";
  assert.deepEqual(rows, [
    { market: "IWM", on: "2025-12-11", field: "close", value: 257.8, unit: "USD", source },
    { market: "IWM", on: "2025-12-10", field: "close", value: 254.81, unit: "USD", source },
  ]);
});

test("of metals silver is at a record and gold is not: it depends", () => {
  assert.equal(recordDays("SLV", "close", "2025-12-11").at(-1), "2025-12-11");
  assert.equal(recordDays("GLD", "close", PUBLISHED).at(-1), "2025-10-20");
  for (const on of [THURSDAY, null]) assert.equal(verdict({ subjects: kindOf("GLD", "SLV"), on }), "depends-on-definition");
  // Both named, both are meant.
  assert.equal(verdict({ subjects: of("GLD", "SLV"), on: THURSDAY }), "contradicted");
  // Row of 2025-12-11 over that of 2025-10-20 in GLD.csv: 886.075 / 908.405 - 1.
  assert.equal(answer({ subjects: of("GLD"), on: THURSDAY }).parts[0]!.judged[0]!.says, "2.5 % below the record close of 2025-10-20");
});

test("a claim that says intraday is judged by the session's high, and needs it", () => {
  // 2025-12-12: IWM's high 564.757 above 564.342 of the day before, its close 555.243 below 563.882.
  const subjects = of("IWM");
  const on = day("2025-12-12");
  assert.equal(verdict({ subjects, on, basis: "intraday" }), "supported");
  assert.equal(verdict({ subjects, on, basis: "close" }), "depends-on-definition");
  const spy = answer({ subjects: of("SPY"), on: THURSDAY, basis: "intraday" });
  assert.equal(verdictOf(spy), "not-checkable");
  assert.match(spy.parts[0]!.needed!, /session high of SPY on 2025-12-11/);
});

test("a day without a session is wrong, one whose figure is missing cannot be judged", () => {
  assert.equal(answer({ subjects: of("IWM"), on: day("2025-12-06") }).parts[0]!.judged[0]!.says, "no session on 2025-12-06");
  assert.equal(verdict({ subjects: of("IWM"), on: day("2025-12-06") }), "contradicted");
  const gone = worldOn(
    PUBLISHED,
    changed(founding.markets, (series) => ({ ...series, values: series.values.map((value, i) => (series.sessions[i] === 20432 ? Number.NaN : value)) })),
  );
  // 20432 is 2025-12-10, a Wednesday.
  assert.equal(verdict({ subjects: of("IWM"), on: day("2025-12-10") }, gone), "not-checkable");
  assert.equal(verdict({ subjects: of("IWM"), on: THURSDAY }, gone), "supported");
});

test("a record just outside a period makes it imprecise, one of another day is wrong", () => {
  const subjects = of("BTC");
  assert.equal(verdict({ subjects, on: days("2025-10-11", "2025-10-20", "part") }), "imprecise");
  assert.equal(verdict({ subjects, on: days("2025-10-17", "2025-10-20", "week") }), "contradicted");
  assert.equal(verdict({ subjects, on: day("2025-10-07") }), "contradicted");
  assert.equal(verdict({ subjects, on: days("2025-10-01", "2025-10-31", "month") }), "supported");
});

test("no record since October holds where none came after October", () => {
  const since = (first: string) => ({ subjects: of("BTC"), negated: true, on: days(first, PUBLISHED, "month", { relation: "since" }) });
  assert.equal(recordDays("BTC", "close", PUBLISHED).at(-1), "2025-10-06");
  assert.equal(verdict(since("2025-10-01")), "supported");
  // One record is enough against it, however soon it came.
  assert.equal(verdict(since("2025-09-01")), "contradicted");
  assert.equal(verdict(since("2025-06-01")), "contradicted");
  assert.equal(verdict({ subjects: of("IWM"), negated: true, on: THURSDAY }), "contradicted");
  assert.equal(verdict({ subjects: of("GLD"), negated: true, on: THURSDAY }), "supported");
  // A Saturday: no session, so no record.
  assert.equal(verdict({ subjects: of("IWM"), negated: true, on: day("2025-12-06") }), "supported");
});

test("without a day the last session before the publication decides, and the publication's own is one more definition", () => {
  const subjects = of("IWM");
  assert.equal(verdict({ subjects }), "supported");
  // Published on the 11th: the record of that day is not known for certain, but 2025-12-10 was one as well; 2025-12-09 was none.
  assert.deepEqual(recordDays("IWM", "close", "2025-12-11").slice(-2), ["2025-12-10", "2025-12-11"]);
  const early = answer({ subjects }, worldOn("2025-12-10"));
  assert.equal(verdictOf(early), "depends-on-definition");
  assert.equal(early.parts[0]!.judged.at(-1)!.label, "close, on the day of publication");
});

test("what is dated after the publication cannot be checked", () => {
  assert.equal(verdict({ subjects: of("IWM"), on: day("2025-12-15") }), "not-checkable");
});

test("a count is one of record closes in the period, up to the publication", () => {
  const year = days("2025-01-01", "2025-12-31", "year");
  const many = recordDays("IWM", "close", "2025-12-11").filter((on) => on >= "2025-01-01").length;
  const counted = (value: number) => verdict({ subjects: of("IWM"), on: year, count: number(value, "none", 1) });
  assert.deepEqual([many, many + 1, many + 2].map(counted), ["supported", "imprecise", "contradicted"]);
  assert.equal(verdict({ subjects: of("IWM"), count: number(many, "none", 1) }), "not-checkable");
  // Published on the day of the last of them: all but that one were known for certain.
  const then = (value: number) => verdict({ subjects: of("IWM"), on: year, count: number(value, "none", 1) }, worldOn("2025-12-11"));
  assert.deepEqual([many - 1, many].map(then), ["supported", "depends-on-definition"]);
});

test("a 52-week high is above every value of the 52 weeks before", () => {
  const subjects = of("IWM");
  // 2023-12-19: above all closes since 2022-12-20, far below the record of 2021-11-08.
  const entries = column("IWM", "close", "2023-12-19");
  const last = entries.at(-1)!;
  assert.ok(entries.slice(0, -1).every(([on, value]) => on < "2022-12-20" || value < last[1]));
  const then = worldOn("2023-12-20");
  assert.equal(verdict({ subjects, on: day("2023-12-19"), weeks: 52 }, then), "supported");
  assert.equal(verdict({ subjects, on: day("2023-12-19") }, then), "contradicted");
  // The history begins on 2000-05-26: a window of 52 weeks was not full in 2000.
  assert.equal(verdict({ subjects, on: day("2000-09-01"), weeks: 52 }, worldOn("2000-09-05")), "not-checkable");
});

test("a third straight record is one of three sessions in a row", () => {
  // IWM.csv: record closes on 2025-12-10 and 2025-12-11, none on 2025-12-09.
  assert.deepEqual(recordDays("IWM", "close", "2025-12-11").slice(-2), ["2025-12-10", "2025-12-11"]);
  const straight = (count: number) => ({ subjects: of("IWM"), count: number(count, "none", 1), straight: true });
  assert.deepEqual(
    [1, 2, 3].map((count) => verdict(straight(count))),
    // Three in a row by the session high.
    ["contradicted", "supported", "depends-on-definition"],
  );
  assert.equal(verdict({ ...straight(2), on: THURSDAY }), "supported");
});
