import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceCheck } from "../../../src/claims/check/records/distanceCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";
import { marketEntry } from "../../../src/study/marketEntry.ts";
import { founding } from "../../case.ts";
import { claimOf, day, days, number, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column, highest } from "./fromCsv.ts";

const world = worldOn(PUBLISHED);
const OCTOBER = days("2025-10-01", "2025-10-31", "month");

type Said = Partial<ClaimOf<"distance">>;
const answer = (percent: number, said: Said = {}, where = world) =>
  distanceCheck(claimOf("distance", { subjects: of("BTC"), size: number(percent / 100, "ratio", 0.01), recordIn: null, on: null, ...said }), where);
const verdict = (...args: Parameters<typeof answer>) => verdictOf(answer(...args));

test("bitcoin is 27 % below its October record by some definitions and not by the conventional one", () => {
  const [part] = answer(27, { recordIn: OCTOBER }).parts;
  assert.equal(verdict(27, { recordIn: OCTOBER }), "depends-on-definition");
  const closes = column("BTC", "close", "2025-12-11");
  const newYork = column("BTC-NY16", "close", "2025-12-11");
  const high = highest(column("BTC", "high", "2025-12-11"))[1];
  // The twin: last over highest, from the files.
  const twin = [[closes, highest(closes)[1]] as const, [closes, high] as const, [newYork, highest(newYork)[1]] as const, [newYork, high] as const].map(
    ([entries, record]) => (entries.at(-1)![1] / record - 1).toFixed(4),
  );
  assert.deepEqual(
    part!.judged.slice(0, 4).map(({ value }) => value!.value!.toFixed(4)),
    twin,
  );
  assert.deepEqual(
    part!.judged.map(({ label, verdict, says }) => `${label}: ${verdict}, ${says}`),
    [
      "close at 24:00 UTC against the record close: imprecise, 25.8 % below the record close of 2025-10-06",
      "close at 24:00 UTC against the intraday record: supported, 26.7 % below the intraday record of 2025-10-06",
      "close at 16:00 New York against the record close: supported, 26.8 % below the record close of 2025-10-06",
      "close at 16:00 New York against the intraday record: supported, 27.3 % below the intraday record of 2025-10-06",
      "close at 24:00 UTC against the record close, on the day of publication: imprecise, 27.6 % below the record close of 2025-10-06",
    ],
  );
});

test("26 % is what the conventional definition says, 40 % is none", () => {
  assert.equal(verdict(26), "supported");
  assert.equal(verdict(40), "contradicted");
});

test("the distances are those of the study", () => {
  for (const id of ["IWM", "BTC", "SPY"]) {
    const { variants } = marketEntry(founding.markets, id, founding.group, "2025-12-11");
    const [part] = answer(99, { subjects: of(id) }).parts;
    const own = part!.judged.filter(({ label }) => !label.endsWith("on the day of publication"));
    assert.deepEqual(
      own.map(({ label, value }) => [label, value!.value, value!.on]),
      variants.map(({ label, distance }) => [label, distance.value, distance.on]),
    );
  }
});

test("a record of another month contradicts", () => {
  assert.equal(verdict(26, { recordIn: OCTOBER }), "supported");
  assert.equal(verdict(26, { recordIn: days("2025-11-01", "2025-11-30", "month") }), "contradicted");
  assert.match(answer(26, { recordIn: day("2025-10-07") }).parts[0]!.judged[0]!.says, /which was not set on 2025-10-07$/);
});

test("a period that is over is judged by its last session, one that goes on as no period", () => {
  const november = days("2025-11-01", "2025-11-30", "month");
  const closes = column("BTC", "close", "2025-11-30");
  const percent = Math.round(100 * (1 - closes.at(-1)![1] / highest(closes)[1]));
  assert.equal(verdict(percent, { on: november }), "supported");
  assert.equal(verdict(26, { on: days("2025-12-08", "2025-12-14", "week") }), "supported");
  assert.equal(verdict(26, { on: day("2025-12-15") }), "not-checkable");
});

test("an amount of money is no share of a record", () => {
  assert.equal(verdict(0, { size: number(34_000, "USD", 1000) }), "not-checkable");
});
