import assert from "node:assert/strict";
import { test } from "node:test";
import { returnCheck } from "../../../src/claims/check/returns/returnCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { Return } from "../../../src/claims/claim.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { claimOf, day, days, number, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column } from "./fromCsv.ts";

type Said = Pick<Return, "direction"> & Partial<Pick<Return, "size">>;

function check(id: string, over: Period, { direction, size = null }: Said, published = PUBLISHED) {
  return returnCheck(claimOf("return", { subjects: of(id), direction, size, over }), worldOn(published));
}

const YEAR = days("2025-01-01", "2025-12-31", "year");
const value = (answer: ReturnType<typeof check>, at = 0) => answer.parts[0]!.judged[at]!.value!.value!;

/** A slow twin: the close of one day over that of another, from the files. */
function between(id: string, from: string, to: string): number {
  const on = new Map(column(id, "close", "2025-12-31"));
  return on.get(to)! / on.get(from)! - 1;
}

test("each kind of period starts from its own close", () => {
  const cases: [string, Period, string, string][] = [
    ["IWM", day("2025-12-11"), "2025-12-10", "2025-12-11"],
    ["IWM", day("2025-12-12"), "2025-12-11", "2025-12-12"], // the day of publication itself
    ["IWM", day("2025-12-08"), "2025-12-05", "2025-12-08"], // a Monday, against Friday
    ["BTC", day("2025-12-08"), "2025-12-07", "2025-12-08"], // against Sunday: a market of every day
    ["IWM", days("2025-12-08", "2025-12-14", "week"), "2025-12-05", "2025-12-11"], // up to the day before publication
    ["IWM", YEAR, "2024-12-31", "2025-12-11"],
    ["IWM", days("2025-10-01", "2025-10-31", "month"), "2025-09-30", "2025-10-31"],
    ["BTC", days("2025-10-01", PUBLISHED, "month", { relation: "since" }), "2025-09-30", "2025-12-11"],
    ["IWM", days("2025-12-08", PUBLISHED, "day", { relation: "since" }), "2025-12-08", "2025-12-11"], // since Monday: from its close
    ["IWM", days("2025-12-06", PUBLISHED, "day", { relation: "since" }), "2025-12-05", "2025-12-11"], // since Saturday: from the last one
    ["BTC", days("2025-11-12", PUBLISHED, "month", { relation: "past" }), "2025-11-11", "2025-12-11"],
  ];
  for (const [id, over, from, to] of cases) {
    const expected = between(id, from, to);
    const answer = check(id, over, { direction: expected > 0 ? "up" : "down" });
    assert.equal(verdictOf(answer), "supported", `${id} ${over.first} ${over.relation}`);
    assert.ok(Math.abs(value(answer) - expected) < 1e-5, `${id} ${over.first} ${over.relation}: ${value(answer)} for ${expected}`);
    assert.deepEqual(
      answer.rows.slice(0, 2).map(({ on }) => on),
      [from, to],
    );
  }
});

test("a size is right, imprecise or wrong, and has a direction", () => {
  // 57.62 over 26.33 (levels.csv, SLV.csv): up 118.8 % up to the 11th.
  const said = (percent: number, direction: "up" | "down" = "up") => verdictOf(check("SLV", YEAR, { direction, size: number(percent / 100, "ratio", 0.01) }));
  assert.deepEqual([said(119), said(118), said(110), said(119, "down")], ["supported", "imprecise", "contradicted", "contradicted"]);
  // The 12th is one more definition: up 113.1 %.
  assert.equal(said(113), "depends-on-definition");
  assert.equal(verdictOf(check("SLV", YEAR, { direction: "up", size: number(1, "ratio", 0.05, { bound: "above" }) })), "supported", "more than doubled");
});

test("a fall of less than so much is not a rise", () => {
  const less = { size: number(0.05, "ratio", 0.01, { bound: "below" as const }) };
  // Down 1.1 % in 2025 up to the 11th.
  assert.equal(verdictOf(check("BTC", YEAR, { direction: "down", ...less })), "supported");
  assert.equal(verdictOf(check("BTC", YEAR, { direction: "up", ...less })), "contradicted");
});

test("flat is less than one percent either way", () => {
  assert.ok(Math.abs(between("IWM", "2025-12-05", "2025-12-08")) < 0.01);
  assert.equal(verdictOf(check("IWM", day("2025-12-08"), { direction: "flat" })), "supported");
  assert.ok(between("IWM", "2025-12-10", "2025-12-11") > 0.01);
  // 1.2 %: less than twice as much comes close.
  assert.equal(verdictOf(check("IWM", day("2025-12-11"), { direction: "flat" })), "imprecise");
  assert.equal(verdictOf(check("IWM", days("2025-11-01", "2025-11-20", "month"), { direction: "flat" })), "contradicted");
});

test("close is conventional; total return and other clocks are judged beside it", () => {
  const labels = (id: string) => check(id, YEAR, { direction: id === "BTC" ? "down" : "up" }).parts[0]!.judged.map(({ label }) => label);
  assert.deepEqual(labels("IWM"), ["close", "total return"]);
  assert.deepEqual(labels("BTC"), ["close at 24:00 UTC", "close at 16:00 New York"]);
  // Since the end of September 18.9 % by 24:00 UTC, 19.7 % by 16:00 New York.
  const since = days("2025-10-01", PUBLISHED, "month", { relation: "since" });
  assert.equal(verdictOf(check("BTC", since, { direction: "down", size: number(0.19, "ratio", 0.01) })), "supported");
  assert.equal(verdictOf(check("BTC", since, { direction: "down", size: number(0.2, "ratio", 0.01) })), "depends-on-definition");
});

test("a change in dollars is one of the level itself", () => {
  // 257.80 less 254.81, IWM.csv.
  const rise = { direction: "up" as const, size: number(3, "USD", 1) };
  assert.equal(verdictOf(check("IWM", day("2025-12-11"), rise)), "supported");
  assert.equal(check("IWM", day("2025-12-11"), rise).parts[0]!.judged[0]!.says, "up 3 USD from 2025-12-10 to 2025-12-11");
  assert.equal(verdictOf(check("IWM", day("2025-12-11"), { ...rise, size: number(3, "EUR", 1) })), "not-checkable");
  const index = returnCheck(
    claimOf("return", { subjects: { of: [{ name: "Russell 2000", candidates: ["IWM"], as: "index" }], kind: false }, ...rise, over: day("2025-12-11") }),
    worldOn(PUBLISHED),
  );
  assert.equal(verdictOf(index), "not-checkable", "points of an index are not those of a fund");
});

test("a market that was closed, a day to come and a history that begins later are not checkable", () => {
  for (const over of [day("2025-12-06"), day("2025-12-15"), days("1999-01-01", "1999-12-31", "year")]) {
    const answer = check("IWM", over, { direction: "up" });
    assert.equal(verdictOf(answer), "not-checkable");
    assert.ok(answer.parts[0]!.needed, over.first);
  }
  assert.equal(check("IWM", day("2025-12-06"), { direction: "up" }).parts[0]!.needed, "a session of IWM on 2025-12-06: there was none");
  assert.equal(verdictOf(check("ETH", YEAR, { direction: "up" })), "not-checkable");
});

test("a week that begins on the day of publication has that day", () => {
  const answer = check("IWM", days("2025-12-08", "2025-12-14", "week"), { direction: "up" }, "2025-12-08");
  assert.equal(value(answer).toFixed(4), between("IWM", "2025-12-05", "2025-12-08").toFixed(4));
});

test("of a time that lasts beyond the publication only the part up to then decides", () => {
  const answer = check("IWM", days(PUBLISHED, "2025-12-19", "day", { relation: "until" }), { direction: "down" });
  assert.equal(value(answer).toFixed(4), between("IWM", "2025-12-11", "2025-12-12").toFixed(4));
});
