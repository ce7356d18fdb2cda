import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutsPricedCheck } from "../../../src/claims/check/macro/cutsPricedCheck.ts";
import { sinceOf } from "../../../src/claims/check/since/since.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";
import { period, quantity, said, stopped, worldOf } from "./macroClaims.ts";

const bp = (value: number) => quantity(value, "bp", 1);
const answer = (parts: Partial<ClaimOf<"cutsPriced">>, world = worldOf()) => cutsPricedCheck(said("cutsPriced", { direction: "cut", ...parts }), world);
const verdict = (...asked: Parameters<typeof answer>) => verdictOf(answer(...asked));
const in2026 = period("2026-01-01", "2026-12-31", "year", { future: true });

// By hand from the file of 2025-12-11:
// after 2026-12-09, January 2027 of 3.09 is 27 days of it and 4 of February's 3.095: (31 * 3.09 - 4 * 3.095) / 27 = 3.08926;
// before 2026-01-28, January 2026 of 3.64 is 28 days of it and 3 of February's 3.58: (31 * 3.64 - 3 * 3.58) / 28 = 3.64643.
const SUM = ((31 * 3.09 - 4 * 3.095) / 27 - (31 * 3.64 - 3 * 3.58) / 28) * 100;

test("cuts-priced: another 50 basis points over the next 12 months is supported", () => {
  const twelve = period("2025-12-12", "2026-12-12", "years", { future: true });
  for (const by of [null, twelve, in2026]) {
    const found = answer({ size: bp(50), by });
    assert.equal(verdictOf(found), "supported");
    const [tool, article] = found.parts[0]!.judged;
    assert.ok(Math.abs(tool!.value!.value! - SUM) < 1e-9, String(tool!.value!.value));
    assert.equal(tool!.says, "55.7 basis points of cuts by the meeting of 2026-12-09");
    // By the article's rule a step of a price would move the last meeting by more than three.
    assert.equal(article!.verdict, "not-checkable");
    assert.ok(found.rows.some(({ market, on: day, value }) => market === "ZQF27" && day === "2025-12-11" && value === 96.91));
  }
});

test("a sum is right to the quarter point, a number of moves to the move", () => {
  const cases: [Partial<ClaimOf<"cutsPriced">>, string][] = [
    [{ size: bp(56) }, "supported"],
    [{ size: bp(75) }, "imprecise"],
    [{ size: bp(100) }, "contradicted"],
    [{ size: bp(60) }, "contradicted"],
    [{ size: quantity(0.005, "ratio", 0.0001) }, "supported"],
    [{ size: quantity(2, "none", 1) }, "supported"], // 55.7 / 25 = 2.2
    [{ size: quantity(4, "none", 1) }, "contradicted"],
    [{ size: quantity(2, "none", 1, { bound: "above" }) }, "supported"],
    [{ size: quantity(3, "none", 1, { bound: "above" }) }, "contradicted"],
    [{}, "supported"],
    [{ direction: "hike" }, "contradicted"],
    [{ direction: "hold" }, "contradicted"],
    [{ direction: "hike", size: bp(50) }, "contradicted"],
  ];
  for (const [parts, expected] of cases) assert.equal(verdict(parts), expected, JSON.stringify(parts));
});

test("up to a time the last meeting on or before its end counts", () => {
  // By the meeting of 2026-06-17 32.7 basis points.
  const june = period("2026-06-01", "2026-06-30", "month", { future: true, relation: "until" });
  assert.deepEqual(
    [25, 50, 75].map((size) => verdict({ size: bp(size), by: june })),
    ["supported", "imprecise", "contradicted"],
  );
  // In March alone 7.8 and by then 14.5: none of both is a move of 25, one of them rounds to it.
  const march = period("2026-03-01", "2026-03-31", "month", { future: true });
  const found = answer({ size: bp(25), by: march });
  assert.deepEqual(
    found.parts[0]!.judged.slice(0, 2).map(({ value }) => value?.value?.toFixed(1)),
    ["-14.5", "-7.8"],
  );
});

// 27 % for a cut: the change of -6.64 in quarters of 25; 1 - 0.2657 = 0.7343 for a hold.
test("the probability at a meeting", () => {
  const chance = (direction: "cut" | "hold" | "hike", value: number, by: ClaimOf<"cutsPriced">["by"] = null) =>
    verdict({ direction, probability: quantity(value, "ratio", 0.01), by });
  const january = period("2026-01-01", "2026-01-31", "month", { future: true });
  assert.equal(chance("hold", 0.73, january), "supported");
  assert.equal(chance("hold", 0.73), "supported");
  assert.equal(chance("cut", 0.27, january), "supported");
  assert.equal(chance("cut", 0.75, january), "contradicted");
  assert.equal(chance("hold", 0.74, january), "imprecise");
  assert.equal(verdict({ direction: "hold", probability: quantity(0.75, "ratio", 0.01, { bound: "about" }), by: january }), "supported");
  // In March a cut there has 31 %, a range below today's 50 %.
  const march = period("2026-03-01", "2026-03-31", "month", { future: true });
  assert.deepEqual([chance("cut", 0.31, march), chance("cut", 0.5, march)], ["supported", "depends-on-definition"]);
  assert.equal(chance("cut", 0.5, { ...march, relation: "until" }), "supported");
  // February 2026 has no meeting.
  assert.equal(chance("cut", 0.5, period("2026-02-01", "2026-02-28", "month", { future: true })), "not-checkable");
});

test("without prices of the day nothing is checkable, and it is said what is needed", () => {
  const missing = answer({ size: bp(50) }, worldOf("2026-03-02"));
  assert.equal(verdictOf(missing), "not-checkable");
  assert.match(missing.parts[0]!.needed ?? "", /federal funds futures of 2026-03-02/);
  assert.equal(verdict({ size: bp(300) }, worldOf(undefined, { curves: [] })), "not-checkable");
  // Four days later the curve still counts, five days later it does not, nor before its day.
  assert.deepEqual(
    ["2025-12-10", "2025-12-11", "2025-12-15", "2025-12-16"].map((day) => verdict({ size: bp(50) }, worldOf(day))),
    ["not-checkable", "supported", "supported", "not-checkable"],
  );
  // The curve of 2025-12-11 ends in April 2027.
  const in2027 = period("2027-01-01", "2027-12-31", "year", { future: true });
  assert.equal(verdict({ size: bp(500), by: in2027 }), "not-checkable");
  assert.equal(verdict({ size: bp(500), by: period("2031-01-01", "2031-12-31", "year", { future: true }) }), "not-checkable");
});

test("another number turns the verdict; what came later changes nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (size) => {
      const found = verdict({ size: bp(size) });
      const step = size % 25 === 0 ? 25 : 1;
      const away = Math.abs(size + SUM);
      assert.equal(found, away <= step / 2 ? "supported" : away <= 1.5 * step ? "imprecise" : "contradicted");
      assert.equal(verdict({ size: bp(size) }, stopped(worldOf())), found);
    }),
    { numRuns: 40 },
  );
});

test("since: the decisions after the publication", () => {
  assert.deepEqual(
    sinceOf(said("cutsPriced", { direction: "cut" }), worldOf()).map(({ market, change }) => [market, change.value]),
    [["FOMC", 0]],
  );
});
