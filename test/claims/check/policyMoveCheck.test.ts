import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { policyMoveCheck } from "../../../src/claims/check/macro/policyMoveCheck.ts";
import { sinceOf } from "../../../src/claims/check/since/since.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";
import { meetingsAsOf } from "../../../src/rates/index.ts";
import { on, period, quantity, said, stopped, worldOf } from "./macroClaims.ts";

const bp = (value: number) => quantity(value, "bp", 1);
const verdict = (parts: Partial<ClaimOf<"policyMove">>, published?: string) => verdictOf(policyMoveCheck(said("policyMove", parts), worldOf(published)));
const december = on("2025-12-10");

// Statement of the Board of 2025-12-10: 1/4 percentage point lower, to 3-1/2 to 3-3/4 percent.
test("fed-cut: a cut by 25 basis points on Wednesday is supported, with its row", () => {
  const answer = policyMoveCheck(said("policyMove", { direction: "cut", size: bp(25), on: december }), worldOf());
  assert.equal(verdictOf(answer), "supported");
  const [{ label, value, says }] = answer.parts[0]!.judged as [(typeof answer.parts)[0]["judged"][0]];
  assert.deepEqual([label, value?.value, value?.unit, says], ["the decision of 2025-12-10", -25, "bp", "cut by 25 basis points on 2025-12-10"]);
  assert.deepEqual(
    answer.rows.map(({ market, on: day, field, value: row, unit }) => [market, day, field, row, unit]),
    [["FOMC", "2025-12-10", "changeBp", -25, "bp"]],
  );
});

test("size, direction, day and range are each right or wrong", () => {
  const cases: [Partial<ClaimOf<"policyMove">>, string][] = [
    [{ direction: "cut", size: quantity(0.0025, "ratio", 0.0001), on: december }, "supported"],
    [{ direction: "cut", size: quantity(25, "none", 1), on: december }, "supported"],
    [{ direction: "cut", size: bp(50), on: december }, "contradicted"],
    [{ direction: "hike", size: bp(25), on: december }, "contradicted"],
    [{ direction: "hold", on: december }, "contradicted"],
    [{ direction: "cut", size: bp(25), on: on("2025-12-11") }, "contradicted"],
    [{ direction: "cut" }, "supported"],
    [{ direction: "cut", range: quantity(0.035, "ratio", 1e-4, { upper: 0.0375 }) }, "supported"],
    [{ direction: "cut", range: quantity(0.0375, "ratio", 1e-4, { upper: 0.04 }) }, "contradicted"],
    [{ direction: "cut", range: quantity(0.0375, "ratio", 1e-4) }, "supported"],
    [{ direction: "cut", range: quantity(0.04, "ratio", 1e-3) }, "contradicted"],
    [{ direction: "cut", size: quantity(25, "USD", 1) }, "not-checkable"],
  ];
  for (const [parts, expected] of cases) assert.equal(verdict(parts), expected, JSON.stringify(parts));
});

// Cuts of 2025: 09-17, 10-29 and 12-10; held on 07-30 and at the four meetings before it, since the cut of 2024-12-18.
test("moves in a row are counted at successive meetings", () => {
  const nth = (direction: "cut" | "hold", value: number, day: string) => verdict({ direction, count: quantity(value, "none", 1), on: on(day) });
  assert.deepEqual(
    [2, 3, 4].map((n) => nth("cut", n, "2025-12-10")),
    ["contradicted", "supported", "contradicted"],
  );
  assert.deepEqual(
    [1, 2].map((n) => nth("cut", n, "2025-09-17")),
    ["supported", "contradicted"],
  );
  assert.deepEqual(
    [5, 6].map((n) => nth("hold", n, "2025-07-30")),
    ["supported", "contradicted"],
  );
  // Of the holds of January 2015 it is not held how many came before.
  assert.equal(nth("hold", 1, "2015-01-28"), "not-checkable");
});

// 2025: 25 + 25 + 25.
test("the moves of a longer time are added up and counted; one of them by itself is another definition", () => {
  const year = period("2025-01-01", "2025-12-31", "year");
  assert.equal(verdict({ direction: "cut", size: bp(75), on: year }), "supported");
  assert.equal(verdict({ direction: "cut", size: bp(25), on: year }), "depends-on-definition");
  assert.equal(verdict({ direction: "cut", size: bp(100), on: year }), "contradicted");
  assert.equal(verdict({ direction: "cut", count: quantity(3, "none", 1), on: year }), "supported");
  assert.equal(verdict({ direction: "hike", on: year }), "contradicted");
  const spring = period("2025-01-01", "2025-06-30", "part");
  assert.equal(verdict({ direction: "hold", on: spring }), "supported");
  assert.equal(verdict({ direction: "hold", on: year }), "depends-on-definition");
});

test("a time without a decision is imprecise where one that fits lies as near as it is long, else wrong", () => {
  // November 2025 has 30 days; the cut of 2025-10-29 lies three days before.
  assert.equal(verdict({ direction: "cut", size: bp(25), on: period("2025-11-01", "2025-11-30", "month") }), "imprecise");
  assert.equal(verdict({ direction: "hike", on: period("2025-11-01", "2025-11-30", "month") }), "contradicted");
  // The week after the decision.
  assert.equal(verdict({ direction: "cut", on: period("2025-12-15", "2025-12-21", "week") }, "2025-12-19"), "imprecise");
});

test("a decision to come, one before the table and one that is not held are not checkable", () => {
  assert.equal(verdict({ direction: "cut", on: on("2026-01-28", { future: true }) }), "not-checkable");
  assert.equal(verdict({ direction: "hold", on: period("2026-01-01", "2026-01-31", "month") }, "2026-01-10"), "not-checkable");
  // No meeting is scheduled for that day; one may be called.
  assert.equal(verdict({ direction: "cut", on: on("2026-01-15", { future: true }) }), "not-checkable");
  assert.equal(verdict({ direction: "hike", on: on("2006-06-29") }), "not-checkable");
  assert.equal(verdict({ direction: "hold", on: on("2026-10-28") }, "2026-10-29"), "not-checkable");
  const { parts } = policyMoveCheck(said("policyMove", { direction: "hold", on: on("2026-10-28") }), worldOf("2026-10-29"));
  assert.match(parts[0]!.needed ?? "", /2026-10-28 is not held/);
});

test("on the day of a decision it is known, on the day before it is not", () => {
  assert.equal(verdict({ direction: "cut", on: december }, "2025-12-10"), "supported");
  assert.equal(verdict({ direction: "cut", on: december }, "2025-12-09"), "not-checkable");
});

const meetings = meetingsAsOf("2026-08-20").filter(({ kind, changeBp }) => kind === "scheduled" && changeBp !== null);

test("every decision of the table supports its own change and no other, with everything later removed as well", () => {
  fc.assert(
    fc.property(fc.constantFrom(...meetings), fc.integer({ min: 1, max: 8 }), ({ day, changeBp }, quarters) => {
      const direction = changeBp! < 0 ? "cut" : changeBp! > 0 ? "hike" : "hold";
      const claim = (size: number) => said("policyMove", { direction, size: bp(size), on: on(day) });
      const world = worldOf(day);
      assert.equal(verdictOf(policyMoveCheck(claim(Math.abs(changeBp!)), world)), "supported");
      const other = policyMoveCheck(claim(quarters * 25), world);
      if (direction !== "hold") assert.equal(verdictOf(other), quarters * 25 === Math.abs(changeBp!) ? "supported" : "contradicted");
      assert.deepEqual(verdictOf(policyMoveCheck(claim(quarters * 25), stopped(world))), verdictOf(other));
    }),
    { numRuns: 40 },
  );
});

// Held on 2026-01-28, 03-18, 04-29, 06-17 and 07-29.
test("since: the decisions after the publication up to the last figure", () => {
  const claim = said("policyMove", { direction: "cut" });
  const [row] = sinceOf(claim, worldOf());
  assert.deepEqual([row?.market, row?.change.value, row?.change.unit, row?.change.n, row?.records.value], ["FOMC", 0, "bp", 5, 0]);
  const [before] = sinceOf(claim, worldOf("2025-08-01"));
  assert.deepEqual([before?.change.value, before?.records.value], [-75, 3]);
  assert.deepEqual(sinceOf(claim, stopped(worldOf())), []);
});
