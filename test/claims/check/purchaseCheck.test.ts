import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import fc from "fast-check";
import { programmeCheck } from "../../../src/claims/check/macro/programmeCheck.ts";
import { purchaseCheck } from "../../../src/claims/check/macro/purchaseCheck.ts";
import { sinceOf } from "../../../src/claims/check/since/since.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";

import { founding } from "../../case.ts";
import { on, period, quantity, said, stopped, worldOf } from "./macroClaims.ts";

const rows = csvParse(readFileSync(new URL("../../../cases/small-caps-and-bitcoin/bill-purchases.csv", import.meta.url), "utf8"));
const bought = rows.filter(({ kind }) => kind === "bill_purchase").map((row) => ({ day: row.operation_date!, billions: Number(row.accepted_usd_bn) }));
const billions = (value: number, step = 0.1) => quantity(value * 1e9, "USD", step * 1e9);
const answer = (parts: Partial<ClaimOf<"purchase">>, world = worldOf()) => purchaseCheck(said("purchase", parts), world);
const verdict = (...asked: Parameters<typeof answer>) => verdictOf(answer(...asked));
const friday = on("2025-12-12");

// OR 121225 1: 8.167 billion accepted.
test("bills-first: purchases begin on Friday with 8.2 billion dollars is supported", () => {
  const found = answer({ size: billions(8.2), on: friday, first: true });
  assert.equal(verdictOf(found), "supported");
  assert.equal(found.parts[0]!.judged[0]!.says, "8.167 billion dollars accepted on 2025-12-12, the first");
  assert.deepEqual(
    found.rows.map(({ market, on: day, field, value, unit }) => [market, day, field, value, unit]),
    [["OR 121225 1", "2025-12-12", "accepted", 8_167_000_000, "USD"]],
  );
});

test("number and day are each right or wrong", () => {
  const cases: [Partial<ClaimOf<"purchase">>, string, string?][] = [
    [{ size: billions(8.2), on: friday }, "supported"],
    [{ size: billions(8.2) }, "supported"],
    [{ size: billions(8.2), first: true }, "supported"],
    [{ size: quantity(8.2e9, "none", 1e8), on: friday }, "supported"],
    [{ size: billions(8.3), on: friday }, "imprecise"],
    [{ size: billions(8.4), on: friday }, "contradicted"],
    [{ size: quantity(8.2e9, "EUR", 1e8), on: friday }, "not-checkable"],
    [{ size: billions(8.2), on: on("2025-12-11"), first: true }, "contradicted"],
    [{ size: billions(8.2), on: on("2025-12-10", { relation: "since", last: "2025-12-12" }), first: true }, "contradicted"],
    [{ size: billions(8.2), on: period("2025-12-01", "2025-12-31", "month"), first: true }, "supported"],
    // 6.801 on the 15th, 8.165 on the 17th; none on the 16th, and on the 18th none so far.
    [{ size: billions(6.8) }, "supported", "2025-12-16"],
    [{ size: billions(6.8), on: on("2025-12-16") }, "contradicted", "2025-12-18"],
    [{ size: billions(6.8), on: on("2025-12-18") }, "not-checkable", "2025-12-18"],
    [{ size: billions(6.8), on: on("2025-12-15") }, "not-checkable", "2025-12-12"],
    [{ size: billions(8.2), on: friday, first: true }, "not-checkable", "2025-12-11"],
    [{ size: billions(8.2), on: on("2025-11-12") }, "not-checkable"],
  ];
  for (const [parts, expected, published] of cases) assert.equal(verdict(parts, worldOf(published)), expected, JSON.stringify([parts, published]));
});

test("over a time the purchases are added up", () => {
  const sum = bought.filter(({ day }) => day.startsWith("2025-12")).reduce((total, one) => total + one.billions, 0);
  assert.equal(sum.toFixed(3), "38.099");
  const month = period("2025-12-01", "2025-12-31", "month");
  const world = worldOf("2026-01-09");
  assert.deepEqual(
    [38, 39, 40].map((value) => verdict({ size: billions(value, 1), on: month }, world)),
    ["supported", "imprecise", "contradicted"],
  );
  // Published in the month the sum is that of its days so far: 8.167 + 6.801 + 8.165.
  assert.equal(verdict({ size: billions(23.1), on: month }, worldOf("2025-12-18")), "supported");
});

// On 2026-02-26 only an exercise of 75 million was held.
test("a small-value exercise is no purchase, and is counted as another definition", () => {
  assert.equal(verdict({ size: quantity(75e6, "USD", 1e6), on: on("2026-02-26") }, worldOf("2026-03-02")), "depends-on-definition");
});

test("without operations, or with a gap in them, nothing is checkable", () => {
  const month = period("2026-01-01", "2026-01-31", "month");
  const { operations } = founding.macro;
  const part = operations.filter(({ day }) => day < "2026-01-01" || day > "2026-01-27");
  for (const first of [true, false]) assert.equal(verdict({ size: billions(500), on: friday, first }, worldOf(undefined, { operations: [] })), "not-checkable");
  assert.equal(verdict({ size: billions(500), on: month }, worldOf("2026-02-10")), "contradicted");
  assert.equal(verdict({ size: billions(500), on: month }, worldOf("2026-02-10", { operations: part })), "not-checkable");
  const later = operations.filter(({ day }) => day > "2025-12-12");
  assert.equal(verdict({ size: billions(8.2), first: true }, worldOf("2025-12-20", { operations: later })), "not-checkable");
  const broken = operations.map((one) => ({ ...one, fields: { ...one.fields, accepted: -1 } }));
  assert.equal(verdict({ size: billions(8.2), on: friday }, worldOf(undefined, { operations: broken })), "not-checkable");
  const silent = operations.map((one) => ({ ...one, fields: { ...one.fields, accepted: null } }));
  assert.equal(verdict({ size: billions(8.2), on: friday }, worldOf(undefined, { operations: silent })), "not-checkable");
});

test("every day's purchases support their own sum and no other; what came later changes nothing", () => {
  fc.assert(
    fc.property(fc.constantFrom(...bought), fc.integer({ min: 2, max: 500 }), fc.boolean(), ({ day }, tenths, up) => {
      const sum = bought.filter((one) => one.day === day).reduce((total, one) => total + one.billions, 0);
      const rounded = Math.round(sum * 10) / 10;
      const other = Math.max(0.1, rounded + (up ? tenths : -tenths) / 10);
      const world = worldOf(day);
      assert.equal(verdict({ size: billions(rounded), on: on(day) }, world), "supported");
      assert.notEqual(verdict({ size: billions(other), on: on(day) }, world), "supported");
      for (const value of [rounded, other]) {
        assert.equal(verdict({ size: billions(value), on: on(day) }, stopped(world)), verdict({ size: billions(value), on: on(day) }, world));
      }
      assert.equal(verdict({ size: billions(other), on: on(day) }, worldOf(day, { operations: [] })), "not-checkable");
    }),
    { numRuns: 40 },
  );
});

const plan = (parts: Partial<ClaimOf<"programme">>, published?: string) =>
  verdictOf(programmeCheck(said("programme", { size: billions(40, 1), ...parts }), worldOf(published)));
const perMonth = { ...billions(40, 1), per: "month" } as const;

// Operating policy of 2025-12-10: about 40 billion dollars in the first month, from 2025-12-12.
test("bills-plan: a 40 billion dollar plan from 12 December is imprecise, since it is of a month", () => {
  assert.equal(plan({ begins: friday }), "imprecise");
  assert.equal(plan({ begins: { ...friday, relation: "since" } }), "imprecise");
});

test("the plan's amount, what it is per and its beginning are each right or wrong", () => {
  const cases: [Partial<ClaimOf<"programme">>, string, string?][] = [
    [{ size: perMonth }, "supported"],
    [{ size: perMonth, begins: friday }, "supported"],
    [{ size: perMonth, begins: on("2025-12-15") }, "contradicted"],
    [{ size: perMonth, begins: period("2025-11-01", "2025-11-30", "month") }, "imprecise"],
    [{ size: { ...perMonth, per: "week" } }, "contradicted"],
    [{ size: { ...billions(480, 10), per: "year" } }, "contradicted"],
    [{ size: { ...billions(60, 1), per: "month" } }, "contradicted"],
    [{ size: billions(60, 1) }, "contradicted"],
    [{ size: perMonth }, "supported", "2025-12-10"],
    [{ size: perMonth }, "not-checkable", "2025-12-09"],
    // Of March 2026 no amount is held: that of the plan as announced is, another may be that of March.
    [{ size: perMonth }, "supported", "2026-03-20"],
    [{ size: { ...billions(60, 1), per: "month" } }, "not-checkable", "2026-03-20"],
    [{ size: { ...billions(60, 1), per: "month" }, begins: friday }, "contradicted", "2026-03-20"],
  ];
  for (const [parts, expected, published] of cases) assert.equal(plan(parts, published), expected, JSON.stringify([parts, published]));
});

test("since: purchases after the publication, summed from the file", () => {
  const sum = bought.filter(({ day }) => day > "2025-12-12").reduce((total, one) => total + one.billions, 0);
  for (const claim of [said("programme", { size: perMonth }), said("purchase", { size: perMonth })]) {
    const [row] = sinceOf(claim, worldOf());
    assert.equal(row?.market, "reserve management purchases");
    assert.ok(Math.abs((row?.change.value ?? 0) - sum * 1e9) < 1e3, `${row?.change.value} ${sum}`);
    assert.equal(row?.records.value, bought.filter(({ day }) => day > "2025-12-12").length);
    assert.deepEqual(sinceOf(claim, stopped(worldOf())), []);
  }
  const none = sinceOf(said("programme", { size: perMonth }), worldOf(undefined, { operations: [] }))[0]!;
  assert.equal(none.change.value, null);
  assert.match(none.change.reason ?? "", /none are held/);
});
