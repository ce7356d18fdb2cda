import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { policyFan } from "../../src/charts/index.ts";
import { changesOf, firstShown, stepDays } from "../../src/charts/rateSteps.ts";
import { FAN, MEETINGS } from "./specs.ts";

const count = (svg: string, what: RegExp) => [...svg.matchAll(what)].length;
const expectedOf = (svg: string) => /<g class="blue"><path class="line strong" d="([^"]*)"\/>(.*?)<\/g>/.exec(svg);

test("each range of at least one percent is a cell, and no other", () => {
  // Shades of the key: 5.
  const shown = MEETINGS.flatMap(({ buckets }) => buckets).filter(({ probability }) => probability >= 0.01).length;
  const all = MEETINGS.flatMap(({ buckets }) => buckets).length;
  assert.ok(shown < all);
  assert.equal(count(policyFan(FAN, "wide"), /<rect class="heat"/g), shown + 5);
});

test("a cell stands at its range and lasts until the next meeting", () => {
  const meetings = [
    { day: "2026-01-28", expected: 3.625, buckets: [{ lowerBp: 350, upperBp: 375, probability: 1 }] },
    { day: "2026-03-11", expected: 3.375, buckets: [{ lowerBp: 325, upperBp: 350, probability: 1 }] },
  ];
  const history = { label: "H", days: ["2025-12-17"], values: [3.625] };
  const spec = { ...FAN, asOf: { day: "2025-12-17", label: "D" }, history, meetings, bands: [], earlier: [] };
  // By hand: 42 days from the 17th to the 28th, 42 to the 11th, 42 for the last step; the plot is 54..810 wide, so 252 pixels each; 380 high
  // for two ranges, so 190 each.
  const cells = [...policyFan(spec, "wide").matchAll(/fill-opacity="1" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((match) =>
    match.slice(1).map(Number),
  );
  const [, first, second] = cells as [number[], number[], number[]]; // the key's last shade comes first
  assert.deepEqual([first[0], first[2], first[3]], [306, 252, 190]);
  assert.deepEqual([second[0], second[2], second[3]], [558, 252, 190]);
  assert.equal(second[1]! - first[1]!, 190);
});

test("where nothing is expected the path has a gap and no dot", () => {
  const whole = expectedOf(policyFan(FAN, "wide"))!;
  assert.equal(count(whole[1]!, /M/g), 1);
  assert.equal(count(whole[2]!, /<circle/g), 8);
  const meetings = MEETINGS.map((meeting, k) => (k === 3 ? { ...meeting, expected: null, buckets: [] } : meeting));
  const broken = expectedOf(policyFan({ ...FAN, meetings }, "wide"))!;
  assert.equal(count(broken[1]!, /M/g), 2);
  assert.equal(count(broken[2]!, /<circle/g), 7);
});

test("an expectation that is missing at the last meeting is not labelled", () => {
  const meetings = MEETINGS.map((meeting, k) => (k === 7 ? { ...meeting, expected: null } : meeting));
  assert.ok(policyFan(FAN, "wide").includes("56 bp of cuts"));
  assert.ok(!policyFan({ ...FAN, meetings }, "wide").includes("56 bp of cuts"));
});

test("a target range that is not known is neither drawn nor named", () => {
  const svg = policyFan({ ...FAN, target: { lower: Number.NaN, upper: Number.NaN, label: "now unknown" } }, "wide");
  assert.ok(!svg.includes("NaN") && !svg.includes("now unknown") && !svg.includes('class="line dots ink"'));
});

test("nothing of the history after the day of the chart is drawn", () => {
  const days = [...FAN.history.days, "2025-12-12", "2026-08-20"];
  const later = { ...FAN.history, days, values: [...FAN.history.values, 9, 9] };
  assert.equal(policyFan({ ...FAN, history: later }, "wide"), policyFan(FAN, "wide"));
});

test("a spec that does not hold is refused", () => {
  const refused = (changes: object, message: RegExp) =>
    assert.throws(
      () => policyFan({ ...FAN, ...changes }, "wide"),
      (error) => error instanceof RangeError && message.test(error.message),
    );
  refused({ meetings: [] }, /^invalid meetings: none$/);
  refused({ meetings: [MEETINGS[1], MEETINGS[0]] }, /^invalid meetings: 2026-01-28 after 2026-03-18$/);
  refused({ asOf: { day: "2026-02-01", label: "D" } }, /^invalid meetings: 2026-01-28 before 2026-02-01$/);
  refused({ history: { label: "H", days: [], values: [] } }, /^invalid days of the history: none$/);
  refused({ history: { label: "H", days: ["2025-01-02"], values: [] } }, /^invalid values of H: 0 for 1 days$/);
  refused({ earlier: [{ label: "a day ago", expected: [1] }] }, /^invalid values of a day ago: 1 for 8 meetings$/);
  refused({ bands: [{ label: "B", lower: [], upper: [] }] }, /^invalid values of B: 0 for 8 meetings$/);
});

test("the last step is as long as the one before, and at least six weeks", () => {
  assert.deepEqual(stepDays(["2026-01-28"], "2025-12-11"), ["2026-01-28", "2026-03-17"]); // 48 days on
  assert.deepEqual(stepDays(["2025-12-12"], "2025-12-11"), ["2025-12-12", "2026-01-23"]); // 42
});

test("the past takes at most so many times the room of the path", () => {
  assert.equal(firstShown("2020-01-01", { asOf: "2025-01-11", last: "2025-01-21", most: 1 }), "2025-01-01");
  assert.equal(firstShown("2025-01-10", { asOf: "2025-01-11", last: "2025-01-21", most: 1 }), "2025-01-10");
});

test("days of change say what all days say", () => {
  const day = (k: number) => `2025-01-${String(k + 1).padStart(2, "0")}`;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(1, 2, null), { minLength: 1, maxLength: 20 }), fc.nat(19), fc.nat(19), (values, a, b) => {
      const days = values.map((_, k) => day(k));
      const [from, through] = [Math.min(a, b), Math.max(a, b)];
      const changes = changesOf({ days, values }, { from: day(from), through: day(through) });
      for (let k = from; k <= through; k++) {
        const held = changes.findLast((change) => change.day <= day(k));
        assert.equal(held?.value, values[Math.min(k, values.length - 1)]);
      }
    }),
  );
});
