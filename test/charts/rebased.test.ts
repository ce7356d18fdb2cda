import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type RebasedLine, type RebasedSpec, rebased } from "../../src/charts/index.ts";
import { toDay } from "../../src/market/index.ts";
import { REBASED } from "./specs/rebased.ts";

const line = (values: readonly (number | null)[], more: Partial<RebasedLine> = {}): RebasedLine => ({
  label: "A",
  value: "312",
  role: "leader",
  values,
  records: [],
  ...more,
});
const spec = (lines: readonly RebasedLine[], more: Partial<RebasedSpec> = {}): RebasedSpec => ({
  title: "T",
  subtitle: "S",
  source: "F",
  alt: "A",
  days: (lines[0]?.values ?? []).map((_, k) => toDay(k)),
  lines,
  shaded: [],
  ...more,
});
const pathsOf = (svg: string) => [...svg.matchAll(/<path class="line" stroke-linecap="round" d="([^"]*)"/g)].map(([, path]) => path!);
const pointsOf = (path: string) => [...path.matchAll(/[ML]?([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const dotsOf = (svg: string, hue: string) =>
  [...new RegExp(`<g class="${hue}"><path class="line" stroke-linecap[^>]*>(.*?)</g>`).exec(svg)![1]!.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
const near = (is: number, expected: number) => assert.ok(Math.abs(is - expected) <= 0.11, `${is}, not ${expected}`);

test("equal percentages have equal heights, and days their places", () => {
  const svg = rebased(spec([line([100, 200, 400, 1000])]), "wide");
  const points = pointsOf(pathsOf(svg)[0]!);
  // By hand: a decade and 4% of it at either end is drawn on 380 pixels, so that a doubling takes 380 * log10(2) / 1.08.
  const doubling = (380 * Math.log10(2)) / 1.08;
  near(points[0]![1] - points[1]![1], doubling);
  near(points[1]![1] - points[2]![1], doubling);
  near(points[0]![1] - points[3]![1], 380 / 1.08);
  // By hand: "1,000" is reckoned 4 * 0.64 + 0.4 ems of 13 pixels wide, and 8 more part it from the plot, which ends 64 before 960.
  const left = (4 * 0.64 + 0.4) * 13 + 8;
  for (const [k, [x]] of points.entries()) near(x, left + (k * (896 - left)) / 3);
});

test("the axis has round values, and 100 stands out", () => {
  const svg = rebased(spec([line([100, 60, 1100])]), "wide");
  for (const label of ["100", "200", "500", "1,000"]) assert.equal(svg.split(`text-anchor="end">${label}<`).length, 2, label);
  const zero = [...svg.matchAll(/<line class="zero"[^>]*y1="([\d.]+)"/g)].map(([, y]) => Number(y));
  assert.equal(zero.length, 1);
  near(zero[0]!, pointsOf(pathsOf(svg)[0]!)[0]![1]);
});

test("a dot on the line marks each record, and none marks the end", () => {
  const values = [100, 110, 105, 120, 90];
  const svg = rebased(spec([line(values, { records: [toDay(1), toDay(3)] }), line(values, { role: "laggard", label: "B" })]), "narrow");
  const points = pointsOf(pathsOf(svg)[0]!);
  assert.deepEqual(dotsOf(svg, "blue"), [points[1], points[3]]);
  assert.deepEqual(dotsOf(svg, "vermilion"), []);
  assert.ok(svg.includes(">a record<"));
  assert.ok(!rebased(spec([line(values)]), "narrow").includes("a record"));
});

test("a missing level breaks the line, and its record has no dot", () => {
  const svg = rebased(spec([line([100, null, 120, Number.NaN, 130, 140], { records: [toDay(1), toDay(2), toDay(3)] })]), "wide");
  const [path] = pathsOf(svg);
  assert.equal(path!.split("M").length - 1, 3);
  const dots = dotsOf(svg, "blue");
  assert.equal(dots.length, 1);
  assert.deepEqual(dots[0], pointsOf(path!)[1]);
});

test("a line without levels is labelled in the middle and drawn nowhere", () => {
  const svg = rebased(spec([line([null, null], { value: "unknown", records: [toDay(0)] })]), "wide");
  assert.deepEqual(pathsOf(svg), [""]);
  assert.deepEqual(dotsOf(svg, "blue"), []);
  assert.ok(svg.includes(">unknown<") && !/NaN|undefined|Infinity/.test(svg));
});

test("leader and laggard are drawn over the others, and stand out in their labels", () => {
  const [member, laggard, leader] = (["member", "laggard", "leader"] as const).map((role) => line([100, 120], { role, label: role }));
  const svg = rebased(spec([laggard!, leader!, member!]), "wide");
  assert.deepEqual(
    [...svg.matchAll(/<g class="(\w+)"><path class="line" stroke-linecap/g)].map(([, hue]) => hue),
    ["soft", "blue", "vermilion"],
  );
  assert.ok(/class="blue bold">leader</.test(svg) && /class="vermilion bold">laggard</.test(svg) && /class="soft">member</.test(svg));
});

test("cases are shaded from their first day to their last, with the symbol of their end; none outside the days", () => {
  // By hand: "120" on the axis needs less than the 40 pixels there are, so the plot is 40..896; ten days of 85.6 pixels.
  const values = Array.from({ length: 11 }, (_, k) => 100 + 2 * k);
  const shaded = [{ from: toDay(2), to: toDay(5), resolution: "rollOver" as const }];
  const svg = rebased(spec([line(values)], { shaded }), "wide");
  const found = [...svg.matchAll(/<rect class="shade" x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="380"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ]);
  assert.deepEqual(found, [[211.2, 256.8]]);
  assert.ok(svg.includes('<circle class="ring" cx="339.6"'), "in the middle");
  assert.ok(svg.includes(">case:<") && !svg.includes("catch-up"));
  const bare = rebased(spec([line(values)]), "wide");
  assert.ok(!bare.includes('class="shade"') && !bare.includes("case:"));
  const outside = { shaded: [{ from: toDay(-9), to: toDay(-1), resolution: "open" as const }], mark: { day: toDay(99), label: "x" } };
  assert.equal(rebased(spec([line(values)], outside), "wide"), bare);
});

test("a level that moves, moves the picture", () => {
  const [first, second] = [120, 121].map((last) => rebased(spec([line([100, last, 150])]), "wide"));
  assert.notEqual(first, second);
});

test("any levels above zero are drawn with at least two values on the axis", () => {
  const value = fc.option(
    fc.integer({ min: 1, max: 1_000_000_000 }).map((thousandths) => thousandths / 1000),
    { freq: 5 },
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const svg = rebased(spec([line(values, { records: values.map((_, k) => toDay(k)) })]), "narrow");
      assert.ok(!/NaN|undefined|Infinity/.test(svg));
      assert.ok(svg.match(/<line class="(grid|zero)"/g)!.length >= 2);
      assert.equal(dotsOf(svg, "blue").length, values.filter((one) => one !== null).length);
    }),
    { numRuns: 60 },
  );
});

test("the case of bitcoin: as many dots as there are records among the days", () => {
  const svg = rebased(REBASED, "wide");
  assert.equal(dotsOf(svg, "blue").length, REBASED.lines[0]!.records.length);
  assert.equal(dotsOf(svg, "vermilion").length, REBASED.lines[1]!.records.length);
});

test("a spec that does not hold is refused", () => {
  const refused = (given: RebasedSpec, message: RegExp) => assert.throws(() => rebased(given, "wide"), message);
  refused(spec([], { days: [toDay(0)] }), /^RangeError: invalid lines: none$/);
  refused(spec([line([])]), /^RangeError: invalid days: none$/);
  refused(spec([line([100])], { days: [toDay(1), toDay(1)] }), /^RangeError: invalid days: 1970-01-02 after 1970-01-02$/);
  refused(spec([line([100])], { days: [toDay(0), toDay(1)] }), /^RangeError: invalid values of A: 1 for 2 days$/);
  refused(spec([line([100, 0])]), /^RangeError: invalid value of A: 0$/);
  refused(spec([line([100, -1])]), /^RangeError: invalid value of A: -1$/);
  refused(spec([line([100, 101], { records: [toDay(1), toDay(0)] })]), /^RangeError: invalid records of A: 1970-01-01 after 1970-01-02$/);
  refused(spec([line([100, 101], { records: [toDay(7)] })]), /^RangeError: invalid record of A: 1970-01-08 is none of the days$/);
  refused(spec([line([100])], { shaded: [{ from: toDay(1), to: toDay(0), resolution: "open" }] }), /^RangeError: invalid case: from 1970-01-02 to 1970-01-01$/);
});
