import assert from "node:assert/strict";
import { test } from "node:test";
import { outOfStepCheck } from "../../../src/claims/check/together/outOfStepCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { claimOf, day, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column, highest } from "./fromCsv.ts";

function check(ids: string[], { negated = false, on = null, published = PUBLISHED }: { negated?: boolean; on?: Period | null; published?: string } = {}) {
  return outOfStepCheck(claimOf("outOfStep", { subjects: of(...ids), negated, on }), worldOn(published));
}

test("bitcoin is out of step with small caps, named or as the leader of the group", () => {
  for (const ids of [["BTC"], ["BTC", "IWM"], ["BTC", "IWM", "SPY"]]) assert.equal(verdictOf(check(ids)), "supported", ids.join());
  const closes = column("BTC", "close", "2025-12-11");
  const { value, n } = check(["BTC"]).parts[0]!.judged[0]!.value!;
  assert.ok(Math.abs(value! - (closes.at(-1)![1] / highest(closes)[1] - 1)) < 1e-9);
  assert.equal(n, closes.length);
});

test("small caps at their record are not out of step with bitcoin, and the two are not in lockstep", () => {
  assert.equal(verdictOf(check(["IWM", "BTC"])), "contradicted");
  assert.equal(verdictOf(check(["IWM", "BTC"], { negated: true })), "contradicted", "whichever is named first");
  assert.equal(verdictOf(check(["BTC", "IWM"], { negated: true })), "contradicted");
  assert.equal(verdictOf(check(["SPY", "DIA"], { negated: true })), "supported");
});

test("between 10 and 20 % below it depends", () => {
  // On 2025-10-17 bitcoin closed 14.6 % below its record of the 6th, small caps 2.8 % below theirs of the 15th.
  const below = (id: string) => {
    const closes = column(id, "close", "2025-10-17");
    return closes.at(-1)![1] / highest(closes)[1] - 1;
  };
  assert.deepEqual([below("BTC").toFixed(2), below("IWM").toFixed(2)], ["-0.15", "-0.03"]);
  assert.equal(verdictOf(check(["BTC", "IWM"], { on: day("2025-10-17") })), "depends-on-definition");
});

test("on the day of both records they were in lockstep", () => {
  assert.equal(verdictOf(check(["BTC", "IWM"], { negated: true, on: day("2025-10-06") })), "supported");
  assert.equal(verdictOf(check(["BTC", "IWM"], { on: day("2025-10-06") })), "contradicted");
});

test("the day of publication is tried where the day before does not support", () => {
  const labels = check(["BTC", "IWM"], { negated: true }).parts[0]!.judged.map(({ label }) => label);
  assert.deepEqual(labels, [
    "at least 10 % below its record",
    "at least 20 % below its record",
    "at least 10 % below its record, on 2025-12-12",
    "at least 20 % below its record, on 2025-12-12",
  ]);
  assert.equal(check(["BTC", "IWM"]).parts[0]!.judged.length, 2, "what is supported needs no other day");
});

test("without figures, or without others, it is not checkable", () => {
  for (const answer of [check(["ETH"]), check(["BTC", "ETH"]), check(["IWM"]), check([]), check(["BTC"], { on: day("2025-12-20") })]) {
    assert.equal(verdictOf(answer), "not-checkable");
    assert.ok(answer.parts[0]!.needed);
  }
});
