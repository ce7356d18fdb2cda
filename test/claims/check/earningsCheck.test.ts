import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { earningsCheck } from "../../../src/claims/check/macro/earningsCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import { quantity, said, stopped, subject, worldOf } from "./macroClaims.ts";

const SMALL = subject("small caps", "IWM", "RUT");
const LARGE = subject("S&P 500", "SPY", "SPX");
const percent = (value: number, bound: "exact" | "about" = "exact") => quantity(value / 100, "ratio", 0.01, { bound });
const answer = (subjects: typeof SMALL, size: ReturnType<typeof percent>, year: number | null, world = worldOf()) =>
  earningsCheck(said("earnings", { subjects, size, year }), world);
const verdict = (...asked: Parameters<typeof answer>) => verdictOf(answer(...asked));

// The only quotation of the Russell 2000 is one of January 2026.
test("eps: about 49 % for small caps in 2026 is not checkable on 2025-12-12", () => {
  const found = answer(SMALL, percent(49, "about"), 2026);
  assert.equal(verdictOf(found), "not-checkable");
  assert.match(found.parts[0]!.needed ?? "", /RTY in 2026 .* no public figure held/);
});

// Held for the S&P 500 in 2026: 7 (2024-10-07) and 12 (2025-12-12) of one bank, 14 (2025-11, known by its end) of a consensus.
test("a quotation with the number is named; where others differ it depends", () => {
  const found = answer(LARGE, percent(12), 2026);
  assert.equal(verdictOf(found), "depends-on-definition");
  assert.deepEqual(
    found.parts[0]!.judged.map(({ label, verdict: one }) => [label.split(",")[0], one]),
    [
      ["consensus", "contradicted"],
      ["strategist", "contradicted"],
      ["strategist", "supported"],
    ],
  );
  assert.deepEqual(
    found.rows.map(({ market, value }) => [market, value]),
    [
      ["SPX", 0.14],
      ["SPX", 0.07],
      ["SPX", 0.12],
    ],
  );
  assert.equal(verdict(LARGE, percent(10), 2027), "supported");
});

test("a forecast refutes no other: without the number the claim is not checkable", () => {
  assert.equal(verdict(LARGE, percent(30), 2026), "not-checkable");
  assert.match(answer(LARGE, percent(30), 2026).parts[0]!.needed ?? "", /14.0 % in 2026/);
  assert.equal(verdict(LARGE, percent(13), 2026), "not-checkable");
  assert.equal(verdict(subject("Nasdaq 100", "QQQ", "NDX"), percent(12), 2026), "not-checkable");
  assert.equal(verdict(subject("ether"), percent(12), 2026), "not-checkable");
  assert.equal(verdict({ of: [], kind: false }, percent(12), 2026), "not-checkable");
  assert.equal(verdict(LARGE, quantity(305, "USD", 1), 2026), "not-checkable");
  assert.equal(verdict(LARGE, percent(12), 2026, worldOf(undefined, { forecasts: [] })), "not-checkable");
});

test("a quotation is known from its publication on; without a year those of years to come count", () => {
  assert.equal(verdict(LARGE, percent(10), 2027, worldOf("2025-12-11")), "not-checkable");
  assert.equal(verdict(SMALL, percent(50), 2026, worldOf("2026-01-30")), "not-checkable");
  assert.equal(verdict(SMALL, percent(50), 2026, worldOf("2026-01-31")), "supported");
  assert.equal(verdict(SMALL, percent(50), null, worldOf("2026-02-02")), "supported");
  // The bank that said 7 in October 2024 said 12 in January 2026, certainly known by the end of that month.
  assert.equal(verdict(LARGE, percent(7), 2026, worldOf("2026-01-30")), "depends-on-definition");
  assert.equal(verdict(LARGE, percent(7), 2026, worldOf("2026-02-02")), "not-checkable");
});

test("no number is ever contradicted, and what came later changes nothing", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 80 }),
      fc.constantFrom("2025-12-12", "2026-01-31", "2026-06-01"),
      fc.constantFrom(SMALL, LARGE),
      (value, day, subjects) => {
        const world = worldOf(day);
        const found = verdict(subjects, percent(value), 2026, world);
        assert.ok(["supported", "depends-on-definition", "not-checkable"].includes(found));
        assert.equal(verdict(subjects, percent(value), 2026, stopped(world)), found);
      },
    ),
    { numRuns: 60 },
  );
});
