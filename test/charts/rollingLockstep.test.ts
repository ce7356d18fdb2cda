import assert from "node:assert/strict";
import { test } from "node:test";
import { type LockstepLine, rollingLockstep } from "../../src/charts/index.ts";
import { LOCKSTEP } from "./specs/rollingLockstep.ts";

const DAYS = ["2026-06-01", "2026-06-11", "2026-06-21", "2026-07-01"];
const BASE = { title: "T", subtitle: "S", source: "F", alt: "A", days: DAYS, band: "90% interval", shaded: [] };
const NONE = DAYS.map(() => null);

const line = (values: (number | null)[], changes: Partial<LockstepLine> = {}): LockstepLine => ({
  label: "BTC",
  value: "0.41",
  values,
  lower: NONE,
  upper: NONE,
  ...changes,
});
const drawn = (...lines: LockstepLine[]) => rollingLockstep({ ...BASE, lines }, "wide");
const pathOf = (svg: string, look: string) => new RegExp(`<path class="${look}" d="([^"]*)"`).exec(svg)![1]!;
const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));

test("a correlation stands at its height between the bounds of the axis, and at its day", () => {
  const path = numbers(pathOf(drawn(line([1, 0, -1, 0])), "line strong"));
  // By hand: −1..1 over a plot 360 high and 44..810 wide, three equal steps of 255.33.
  assert.deepEqual(
    path.filter((_, k) => k % 2 === 0),
    [44, 299.3, 554.7, 810],
  );
  const ys = path.filter((_, k) => k % 2 === 1);
  assert.deepEqual([ys[1]! - ys[0]!, ys[2]! - ys[1]!, ys[3]! - ys[2]!], [180, 180, -180]);
});

test("the axis holds the data, the bounds and zero, and never reaches beyond −1 and 1", () => {
  for (const values of [[0.99, 0.98, 0.97, 0.96], [-0.99, -0.5, -0.98, -0.97], [1, -1, 1, -1], [0.03, 0.02, 0.01, 0.02], NONE]) {
    for (const layout of ["wide", "narrow"] as const) {
      const svg = rollingLockstep({ ...BASE, lines: [line(values)] }, layout);
      const ticks = [...svg.matchAll(/text-anchor="end">([−\d.]+)</g)].map(([, tick]) => Number(tick!.replace("−", "-")));
      assert.ok(ticks.length > 2 && Math.min(...ticks) >= -1 && Math.max(...ticks) <= 1, String(ticks));
      assert.equal(svg.match(/<line class="zero"/g)?.length, 1);
    }
  }
  // The bounds of an interval make room for themselves.
  assert.ok(drawn(line([0.1, 0.1, 0.1, 0.1], { lower: [-0.7, null, null, null], upper: [0.3, null, null, null] })).includes(">−0.6<"));
});

test("a missing value breaks the line, and one between two that are missing is a dot with its interval", () => {
  const svg = drawn(line([0.1, null, 0.3, null], { lower: [0, null, 0.2, null], upper: [0.2, null, 0.4, null] }), line([0.2, 0.2, 0.2, 0.2]));
  assert.equal(pathOf(svg, "line strong").split("M").length - 1, 2);
  // By hand: 0..0.4 over 360, so that 0.1 stands 90 above zero; the last value has the larger dot of the end.
  const dots = [...svg.matchAll(/<circle class="fill" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(([, ...at]) => at.map(Number));
  const zero = Number(/<line class="zero"[^>]*y1="([\d.]+)"/.exec(svg)![1]);
  assert.deepEqual(dots, [
    [44, zero - 90, 1.8],
    [554.7, zero - 270, 3],
  ]);
  const whiskers = [...svg.matchAll(/d="M([\d.]+),([\d.]+)V([\d.]+)"/g)].map(([, ...at]) => at.map(Number));
  assert.deepEqual(whiskers, [
    [44, zero, zero - 180],
    [554.7, zero - 180, zero - 360],
  ]);
});

test("a band ends where a bound is missing", () => {
  const svg = drawn(line([0.1, 0.1, 0.1, 0.1], { lower: [0, 0, null, 0], upper: [0.2, 0.2, 0.2, null] }));
  const band = numbers(pathOf(svg, "band"));
  assert.equal(Math.max(...band.filter((_, k) => k % 2 === 0)), 299.3);
});

test("a line without values has no mark and keeps its label; without bounds no interval is named", () => {
  const svg = drawn(line(NONE, { value: "unknown" }));
  assert.ok(!svg.includes("<circle") && svg.includes(">unknown<") && !svg.includes("90% interval"));
});

test("each line has a stroke and a mark of its own, the first a filled band and the others fine edges", () => {
  const one = line([0.1, 0.2, 0.3, 0.4], { lower: [0, 0.1, 0.2, 0.3], upper: [0.2, 0.3, 0.4, 0.5] });
  const svg = drawn(one, one, one);
  assert.deepEqual(
    [...svg.matchAll(/<path class="(line[^"]*)"/g)].map(([, look]) => look),
    ["line strong", "line dash", "line dots"],
  );
  assert.deepEqual([svg.match(/<path class="band"/g)?.length, svg.match(/stroke-dasharray="1 2"/g)?.length], [1, 4]);
  assert.deepEqual(
    [svg.match(/<circle class="fill"/g)?.length, svg.match(/<circle class="ring"/g)?.length, svg.match(/<rect class="ring"/g)?.length],
    [1, 1, 1],
  );
  assert.equal(svg.match(/>90% interval</g)?.length, 1);
});

test("the interval is named at the edge away from the other lines", () => {
  const bounds = { lower: [0.4, 0.4, 0.4, 0.4], upper: [0.6, 0.6, 0.6, 0.6] };
  const at = (other: number) => {
    const svg = drawn(line([0.5, 0.5, 0.5, 0.5], { ...bounds, value: "0.50" }), line([other, other, other, other]));
    const heightOf = (text: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${text}<`).exec(svg)![1]);
    return heightOf("90% interval") < heightOf("0.50") ? "above" : "below";
  };
  assert.deepEqual([at(0.3), at(0.7)], ["above", "below"]);
  const second = drawn(line([0.1, 0.1, 0.1, 0.1]), line([0.5, 0.5, 0.5, 0.5], bounds));
  assert.match(second, /class="vermilion">90% interval</);
});

test("spans within the days are shaded, none is no fault, and other data is another picture", () => {
  assert.equal(rollingLockstep({ ...BASE, lines: [line([0.1, 0.2, 0.3, 0.4])] }, "wide").includes('class="shade"'), false);
  assert.equal(rollingLockstep(LOCKSTEP, "wide").match(/class="shade"/g)?.length, LOCKSTEP.shaded.filter(({ to }) => to >= LOCKSTEP.days[0]!).length);
  assert.notEqual(drawn(line([0.1, 0.2, 0.3, 0.4])), drawn(line([0.1, 0.2, 0.35, 0.4])));
});

test("a spec that does not hold is refused", () => {
  const values = [0.1, 0.2, 0.3, 0.4];
  const refused = (changes: object, message: RegExp) => assert.throws(() => rollingLockstep({ ...BASE, lines: [line(values)], ...changes }, "wide"), message);
  refused({ days: [] }, /^RangeError: invalid days: none$/);
  refused({ days: ["2026-06-01", "2026-06-11", "2026-06-11", "2026-07-01"] }, /^RangeError: invalid days: 2026-06-11 after 2026-06-11$/);
  refused({ lines: [] }, /^RangeError: invalid lines: none$/);
  refused({ lines: [1, 2, 3, 4].map(() => line(values)) }, /^RangeError: invalid lines: 4, more than 3$/);
  refused({ lines: [line([0.1])] }, /^RangeError: invalid values of BTC: 1 for 4 days$/);
  refused({ lines: [line(values, { upper: [] })] }, /^RangeError: invalid values of BTC: 0 for 4 days$/);
  refused({ lines: [line([0.1, 0.2, 1.3, 0.4])] }, /^RangeError: invalid correlation of BTC: 1.3$/);
  refused({ lines: [line(values, { lower: values, upper: [0, 0.3, 0.4, 0.5] })] }, /^RangeError: invalid interval of BTC: 0.1 to 0$/);
});
