import assert from "node:assert/strict";
import { test } from "node:test";
import { netLiquidity, rollingLine } from "../../src/charts/index.ts";
import { LIQUIDITY, ROLLING } from "./specs.ts";

const DAYS = ["2026-08-05", "2026-08-12", "2026-08-19"];
const TEXTS = { title: "T", subtitle: "S", source: "F", alt: "A" };
const line = (values: (number | null)[]) => ({ label: "Net", value: "$6tn", role: "net" as const, values });
const pathOf = (svg: string) => /<path class="line strong" d="([^"]*)"/.exec(svg)![1]!;

test("liquidity: a missing value breaks the line, and the dot stands at the last value there is", () => {
  const svg = netLiquidity({ ...TEXTS, days: DAYS, lines: [line([5, null, 6])] }, "wide");
  assert.equal(pathOf(svg).split("M").length - 1, 2);
  const early = netLiquidity({ ...TEXTS, days: DAYS, lines: [line([5, 6, null])] }, "wide");
  // By hand: the plot is 54..810 wide, so its middle is at 432.
  assert.equal(/<circle class="fill" cx="([\d.]+)"/.exec(early)?.[1], "432");
  assert.ok(!netLiquidity({ ...TEXTS, days: DAYS, lines: [line([null, Number.NaN, null])] }, "wide").includes("<circle"));
});

test("liquidity: values are drawn from zero, which is the bottom", () => {
  // By hand: 0..6 is drawn on 0..6; 3 stands in the middle of a plot 380 high.
  const ys = [...pathOf(netLiquidity({ ...TEXTS, days: DAYS, lines: [line([0, 3, 6])] }, "wide")).matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
  assert.deepEqual([ys[0]! - ys[1]!, ys[1]! - ys[2]!], [190, 190]);
});

test("liquidity: net stands above its parts, and each line has a stroke of its own", () => {
  const svg = netLiquidity(LIQUIDITY, "wide");
  const strokes = [...svg.matchAll(/<path class="(line[^"]*)"/g)].map(([, look]) => look);
  assert.deepEqual(strokes, ["line", "line dash", "line dots", "line strong"]);
});

test("liquidity: a spec that does not hold is refused", () => {
  assert.throws(() => netLiquidity({ ...LIQUIDITY, days: [] }, "wide"), /^RangeError: invalid days: none$/);
  assert.throws(() => netLiquidity({ ...LIQUIDITY, lines: [] }, "wide"), /^RangeError: invalid lines: none$/);
  assert.throws(() => netLiquidity({ ...TEXTS, days: DAYS, lines: [line([1])] }, "wide"), /^RangeError: invalid values of Net: 1 for 3 days$/);
  assert.throws(() => netLiquidity({ ...TEXTS, days: ["2026-08-32"], lines: [line([1])] }, "wide"), /^RangeError: invalid day: 2026-08-32$/);
});

test("rolling: line and band break where a value or a bound is missing", () => {
  const bounds = { label: "B", lower: [-1, -1, null], upper: [1, 1, 1] };
  const svg = rollingLine({ ...TEXTS, days: DAYS, label: "L", value: "V", values: [0, null, 0.5], band: bounds }, "wide");
  assert.equal(pathOf(svg).split("M").length - 1, 2);
  const band = /<path class="band blue" d="([^"]*)"/.exec(svg)![1]!;
  assert.ok(band.includes("62,") && !band.includes("820,"), "the band ends before the bound that is missing");
  assert.equal((rollingLine(ROLLING, "wide").match(/<path class="band blue" d="M[^M]*M[^M]*"/g) ?? []).length, 1, "two pieces");
});

test("rolling: zero is always in the plot, and stands out", () => {
  for (const values of [
    [0.1, 0.2, 0.3],
    [-0.1, -0.2, -0.3],
    [null, null, null],
  ]) {
    const svg = rollingLine({ ...TEXTS, days: DAYS, label: "L", value: "V", values }, "narrow");
    assert.equal(svg.match(/<line class="zero"/g)?.length, 1);
    assert.ok(svg.includes(">0%<") && !/NaN/.test(svg));
  }
});

test("rolling: a spec that does not hold is refused", () => {
  assert.throws(() => rollingLine({ ...ROLLING, days: [] }, "wide"), /^RangeError: invalid days: none$/);
  assert.throws(() => rollingLine({ ...ROLLING, values: [] }, "wide"), /^RangeError: invalid values of small minus large: 0 for 300 days$/);
  assert.throws(() => rollingLine({ ...ROLLING, band: { label: "B", lower: [], upper: [] } }, "wide"), /^RangeError: invalid values of B: 0 for 300 days$/);
});

test("days and spans outside those shown are left out", () => {
  const svg = rollingLine({ ...ROLLING, shaded: [{ from: "2010-01-01", to: "2011-01-01" }], mark: { day: "2010-01-01", label: "x" } }, "wide");
  assert.ok(!svg.includes('class="shade"') && !svg.includes('class="mark"'));
});
