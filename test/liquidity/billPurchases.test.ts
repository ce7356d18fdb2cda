import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { billPurchases, planAgainstDone, RESERVE_PURCHASES, treasuryOperations } from "../../src/liquidity/index.ts";
import type { SourcedFact } from "../../src/market/index.ts";
import { caseOperations } from "./caseFigures.ts";

const B = 1e9;
const facts = caseOperations();
const operations = treasuryOperations(facts);
const since = RESERVE_PURCHASES.start;
const whole = billPurchases(operations, { since, asOf: "2026-08-20" });

/** An operation by hand. */
function fact(changes: Partial<SourcedFact["fields"]> = {}, { id = "OR 1", day = "2025-12-12", kind = "treasuryOperation" } = {}): SourcedFact {
  const fields = {
    type: "Outright Bill Purchase",
    direction: "P",
    settlement: "2025-12-15",
    submitted: 27.458 * B,
    accepted: 8.167 * B,
    note: null,
    ...changes,
  };
  return { kind, id, day, source: "hand", fields };
}

test("the first operation", () => {
  // Witness: results of the New York Fed for OR 121225 1.
  assert.deepEqual(whole.operations[0], {
    id: "OR 121225 1",
    day: "2025-12-12",
    settlement: "2025-12-15",
    type: "Outright Bill Purchase",
    direction: "purchase",
    submitted: 27.458 * B,
    accepted: 8.167 * B,
    maturityFrom: "2026-01-13",
    maturityTo: "2026-04-09",
    note: null,
    source: "bill-purchases.csv",
  });
});

test("by calendar month, and all of them", () => {
  // Added up over the file by another program, billions; December by hand: 8.167 + 6.801 + 8.165 + 8.165 + 6.801 = 38.099.
  const months =
    "2025-12 5 38.099, 2026-01 6 48.164, 2026-02 7 54.235, 2026-03 8 60.361, 2026-04 5 33.845, 2026-05 6 39.2, 2026-06 4 19.821, 2026-07 6 30.405, 2026-08 5 22.297";
  assert.equal(whole.months.map(({ month, operations, accepted }) => `${month} ${operations} ${accepted! / B}`).join(", "), months);
  assert.deepEqual([whole.total, whole.operations.length, whole.reason], [346.427 * B, 52, null]);
});

test("what is no purchase of bills for the plan is excluded, with the reason, by note or by size", () => {
  const said = ({ excluded }: typeof whole) => excluded.map(({ operation, why }) => `${operation.day} ${why}`);
  assert.deepEqual(said(whole), [
    "2026-02-26 small-value exercise: at most 250 million dollars accepted",
    "2026-06-02 no outright bill purchase: Outright Coupon Sale",
    "2026-06-23 no outright bill purchase: Outright FRN Purchase",
  ]);
  const noted = billPurchases(treasuryOperations(caseOperations({ noted: true })), { since, asOf: "2026-08-20" });
  assert.deepEqual(
    said(noted),
    ["2026-02-26", "2026-06-02", "2026-06-23"].map((day) => `${day} small-value exercise: its note says so`),
  );
  assert.equal(noted.total, whole.total);
  // The New York Fed's statement of 2016-02-18: "will not exceed $250 million".
  const sized = (accepted: number) => billPurchases(treasuryOperations([fact({ accepted })]), { since, asOf: since }).total;
  assert.deepEqual([sized(250e6), sized(251e6)], [null, 251e6]);
});

test("none held is not zero, and an amount that is not said leaves no sum", () => {
  const none = billPurchases(operations, { since, asOf: "2025-12-11" });
  assert.deepEqual([none.total, none.reason, none.months], [null, "no bill purchase held from 2025-12-12 to 2025-12-11", []]);
  const silent = billPurchases(treasuryOperations([fact(), fact({ accepted: null }, { id: "OR 2", day: "2026-01-06" })]), { since, asOf: "2026-01-31" });
  assert.deepEqual([silent.total, silent.reason], [null, "operation OR 2 does not say what was accepted"]);
  assert.deepEqual(
    silent.months.map(({ accepted }) => accepted),
    [8.167 * B, null],
  );
});

test("what is contradictory or there twice is refused by name", () => {
  const refused: [SourcedFact[], string][] = [
    [[fact(), fact()], "OR 1, hand: expected each operation once; received it again"],
    [[fact({}, { kind: "epsForecast" })], 'OR 1, hand: kind: expected treasuryOperation; received "epsForecast"'],
    [[fact({}, { day: "2025-12-32" })], 'OR 1, hand: day: expected a day like 2025-12-12; received "2025-12-32"'],
    [[fact({ settlement: "soon" })], 'OR 1, hand: settlement: expected a day like 2025-12-12; received "soon"'],
    [[fact({ type: null })], "OR 1, hand: type: expected a text like Outright Bill Purchase; received null"],
    [[fact({ direction: null })], "OR 1, hand: direction: expected P or S; received null"],
    [[fact({ direction: "S" })], 'OR 1, hand: direction: expected P of type Outright Bill Purchase; received "S"'],
    [[fact({ type: "Outright Coupon Sale" })], 'OR 1, hand: direction: expected S of type Outright Coupon Sale; received "P"'],
    [[fact({ accepted: -1 })], "OR 1, hand: accepted: expected dollars from 0 up; received -1"],
    [[fact({ accepted: "8167000000" })], 'OR 1, hand: accepted: expected dollars from 0 up; received "8167000000"'],
    [[fact({ submitted: 8 * B })], "OR 1, hand: accepted: expected at most the 8000000000 submitted; received 8167000000"],
    [[fact({ note: 7 })], "OR 1, hand: note: expected a text; received 7"],
  ];
  for (const [own, message] of refused) assert.throws(() => treasuryOperations(own), { kind: "data", message });
});

test("by month of the plan: what was planned, where that is held, and what was done", () => {
  const { months } = planAgainstDone(operations, { asOf: "2026-08-20" });
  // Witness: the periods between the schedules of the New York Fed with the sums of their operations, billions, as computed by another program.
  // Ninth business days by hand: 01-14 (after 01-01), 02-12, 03-12, 04-13 (Good Friday counts: the Reserve Banks are open), 05-13, 06-11, 07-13, 08-13, 09-14 (after 09-07).
  const table = [
    ["2025-12-12", "2026-01-13", 7, 54.429],
    ["2026-01-14", "2026-02-11", 7, 55.363],
    ["2026-02-12", "2026-03-11", 7, 53.402],
    ["2026-03-12", "2026-04-12", 7, 53.807],
    ["2026-04-13", "2026-05-12", 6, 40.462],
    ["2026-05-13", "2026-06-10", 5, 26.305],
    ["2026-06-11", "2026-07-12", 5, 26.55],
    ["2026-07-13", "2026-08-12", 6, 27.623],
    ["2026-08-13", "2026-09-13", 2, 8.486],
  ];
  assert.deepEqual(
    months.map(({ from, to, operations, done }) => [from, to, operations, done! / B]),
    table,
  );
  assert.deepEqual(
    months.map(({ state }) => state),
    [...Array.from({ length: 8 }, () => "over"), "running"],
  );
  // 54.429 less the 40 planned.
  const [first, second] = months;
  assert.deepEqual([first!.planned, first!.remaining, first!.beyond, first!.whyNoPlan], [40 * B, 0, 14.429 * B, null]);
  assert.deepEqual([second!.planned, second!.remaining, second!.beyond], [null, null, null]);
  assert.match(second!.whyNoPlan!, /ninth business day of each month; not held here$/);
});

test("before the first operation and before the announcement", () => {
  assert.deepEqual(planAgainstDone(operations, { asOf: "2025-12-09" }).months, []);
  const [only, ...others] = planAgainstDone(operations, { asOf: "2025-12-11" }).months;
  assert.deepEqual(others, []);
  assert.deepEqual([only!.state, only!.planned, only!.done, only!.whyNotDone, only!.remaining], ["to come", 40 * B, null, "begins on 2025-12-12", null]);
  const quiet = planAgainstDone(operations, { asOf: "2026-01-16" }).months[1]!;
  assert.deepEqual([quiet.state, quiet.done, quiet.whyNotDone], ["running", null, "no bill purchase held from 2026-01-14 to 2026-01-16"]);
  const [last] = planAgainstDone(operations, { asOf: "2026-01-13" }).months;
  assert.deepEqual([last!.to, last!.state], ["2026-01-13", "over"]);
  assert.throws(() => planAgainstDone(operations, { asOf: "soon" }), { message: "invalid day: soon" });
});

test("the plan is said to be one of each month, and where it comes from", () => {
  const { plan, notes } = planAgainstDone(operations, { asOf: "2026-08-20" });
  assert.match(notes.join("; "), /amount is that of one month, .* no total/);
  assert.match(notes.join("; "), /replace principal of agency securities/);
  assert.deepEqual(Object.keys(plan.amountsOfMonth), [plan.start]);
  for (const { url } of plan.sources) assert.match(url, /^https:\/\/www\.(?:newyorkfed\.org|federalreserve\.gov)\//);
});

test("what is said as of a day does not depend on later operations, nor on the order of the facts", () => {
  const days = [...new Set(facts.map(({ day }) => day))];
  fc.assert(
    fc.property(fc.constantFrom(...days), fc.shuffledSubarray(facts, { minLength: facts.length }), (asOf, shuffled) => {
      const then = treasuryOperations(shuffled.filter(({ day }) => day <= asOf));
      assert.deepEqual(billPurchases(then, { since, asOf }), billPurchases(operations, { since, asOf }));
      assert.deepEqual(planAgainstDone(then, { asOf }), planAgainstDone(operations, { asOf }));
    }),
    { numRuns: 30 },
  );
});
