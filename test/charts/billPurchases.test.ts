import assert from "node:assert/strict";
import { test } from "node:test";
import { billPurchases } from "../../src/charts/index.ts";
import { PURCHASES } from "./specs.ts";

const TEXTS = { title: "T", subtitle: "S", source: "F", alt: "A", planLabel: "plan per month" };
const operation = (day: string, amount: number) => ({ day, amount });
const month = (name: string, amounts: number[] | null, plan: number | null = null, value = "V") => ({
  month: name,
  value,
  operations: amounts?.map((amount, k) => operation(`${name}-0${k + 1}`, amount)) ?? null,
  plan,
});
const bars = (svg: string) =>
  [...svg.matchAll(/<rect class="fill" x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)].map(([, ...n]) => n.map(Number));

test("each operation is a segment on top of the one before, as high as its amount", () => {
  const [first, second] = bars(billPurchases({ ...TEXTS, months: [month("2025-12", [10, 30])] }, "wide")) as [number[], number[]];
  // By hand: 340 pixels for 40 x 1.12 billion, so 75.9 for ten and 227.7 for thirty, less a seam of 1.2.
  assert.deepEqual([first[2], second[2]], [74.7, 226.5]);
  assert.ok(Math.abs(first[1]! - second[1]! - 227.7) < 0.11);
});

test("the plan is drawn over the month it is known for and over no other", () => {
  const svg = billPurchases(PURCHASES, "wide");
  const plans = [...svg.matchAll(/<g class="vermilion"><path class="line strong"/g)];
  assert.equal(plans.length, 1);
  assert.ok(svg.includes(">plan per month: about $40bn<"));
  const without = billPurchases({ ...PURCHASES, months: PURCHASES.months.map((one) => ({ ...one, plan: null })) }, "wide");
  assert.ok(!without.includes('vermilion"><path') && !without.includes("plan per month"));
});

test("a month of which nothing is known has no bar and says so; one without operations says its value", () => {
  const months = [month("2025-11", [], null, "0"), month("2025-12", null, null, "not known"), month("2026-01", [5], null, "5")];
  const svg = billPurchases({ ...TEXTS, months }, "wide");
  assert.equal(bars(svg).length, 1);
  assert.ok(svg.includes(">0</text>") && svg.includes(">not known</text>"));
});

test("a figure that the plan would strike out stands within its bar", () => {
  assert.equal((billPurchases(PURCHASES, "wide").match(/class="within"/g) ?? []).length, 1);
  assert.ok(!billPurchases({ ...TEXTS, months: [month("2025-12", [20], 40)] }, "wide").includes('class="within"'));
});

test("a spec that does not hold is refused", () => {
  const refused = (months: ReturnType<typeof month>[], message: RegExp) => assert.throws(() => billPurchases({ ...TEXTS, months }, "wide"), message);
  refused([], /^RangeError: invalid months: none$/);
  refused([month("2026-13", [1])], /^RangeError: invalid day: 2026-13-01$/);
  refused([month("2026-02", [1]), month("2026-01", [1])], /^RangeError: invalid months: 2026-01 after 2026-02$/);
  refused([month("2026-01", [-1])], /^RangeError: invalid amount in 2026-01: -1$/);
  refused([month("2026-01", [Number.NaN])], /^RangeError: invalid amount in 2026-01: NaN$/);
});
