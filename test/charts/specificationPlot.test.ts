import assert from "node:assert/strict";
import { test } from "node:test";
import { type SpecificationPlotSpec, specificationPlot } from "../../src/charts/index.ts";
import { SPECIFICATION } from "./specs/specificationPlot.ts";

const SMALL: SpecificationPlotSpec = {
  title: "T",
  subtitle: "S",
  source: "F",
  alt: "A",
  effects: [-0.1, 0, 0.1, 0.3],
  main: { at: 2, label: "in force: +10 points" },
  median: { value: 0.05, label: "median +5 points" },
  sides: { above: "more", below: "fewer" },
  dimensions: [
    { name: "distance", values: ["20%", "27%"] },
    { name: "horizon", values: ["90 days", "180 days", "365 days"] },
  ],
  chosen: [
    [0, 0],
    [1, 2],
    [0, 2],
    [1, 0],
  ],
};

const dotsOf = (svg: string) => [...svg.matchAll(/<circle class="fill" cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const heightOf = (svg: string, look: string) => Number(new RegExp(`<line class="${look}"[^>]*y1="([\\d.]+)"`).exec(svg)![1]);
/** Where each row has its ticks: the others', then that of the definitions in force. */
const ticksOf = (svg: string) =>
  [...svg.matchAll(/<g class="(soft|vermilion)"><path stroke="currentColor" stroke-width="[^>]* d="([^"]*)"/g)].map(([, hue, path]) => ({
    hue,
    xs: [...path!.matchAll(/M([\d.]+),/g)].map(([, x]) => Number(x)),
  }));

test("effects stand in their order, one beside another, at their distance from zero", () => {
  const svg = specificationPlot({ ...SMALL, main: { at: null, label: "in force: not known" } }, "wide");
  const dots = dotsOf(svg);
  const step = dots[1]![0] - dots[0]![0];
  // By hand: equal columns between the words and the margin of 8; the first and last stand half a column within.
  const left = Number(/<line class="zero" x1="([\d.]+)"/.exec(svg)![1]);
  assert.ok(Math.abs(step - (952 - left) / 4) < 0.11 && Math.abs(dots[0]![0] - left - step / 2) < 0.11);
  const [first, second, third, fourth] = dots.map(([, y]) => y) as [number, number, number, number];
  assert.equal(second, heightOf(svg, "zero"));
  assert.ok(Math.abs(first - second - (second - third)) < 0.11 && Math.abs(second - fourth - 3 * (second - third)) < 0.21);
});

test("the median is a line at its height, named over it at the left, and under it at the right where it is negative", () => {
  const svg = specificationPlot(SMALL, "wide");
  const dots = dotsOf(svg);
  const zero = heightOf(svg, "zero");
  assert.ok(Math.abs(zero - heightOf(svg, "mark") - (dots[0]![1] - zero) / 2) < 0.11, "0.05 stands half as far from zero as 0.1");
  const nameAt = (drawn: string) => /<text x="[\d.]+" y="([\d.]+)"([^>]*)>median/.exec(drawn)!;
  assert.ok(Number(nameAt(svg)[1]) < heightOf(svg, "mark") && !nameAt(svg)[2]!.includes("end"));
  const negative = specificationPlot({ ...SMALL, median: { value: -0.05, label: "median −5 points" } }, "wide");
  assert.ok(Number(nameAt(negative)[1]) > heightOf(negative, "mark") && nameAt(negative)[2]!.includes('text-anchor="end"'));
});

test("a row a value, with a tick for each definition that has it", () => {
  const svg = specificationPlot({ ...SMALL, main: { at: null, label: "in force: not known" } }, "wide");
  const columns = dotsOf(svg).map(([x]) => x);
  const rows = ticksOf(svg).map(({ xs }) => xs.map((x) => columns.indexOf(x)));
  // By hand from `chosen`: 20%, 27%, 90 and 365 days; 180 days has none.
  assert.deepEqual(rows, [
    [0, 2],
    [1, 3],
    [0, 3],
    [1, 2],
  ]);
  assert.ok(!/class="shade"|vermilion"><path/.test(svg), "nothing is marked where the definitions in force have no effect");
  assert.ok(!specificationPlot({ ...SMALL, main: { at: null, label: "" } }, "wide").includes("></text>"), "and without words there is no text");
});

test("the definitions in force stand out: their column, their tick in each dimension, their values and their name", () => {
  const svg = specificationPlot(SMALL, "wide");
  const marked = ticksOf(svg).filter(({ hue }) => hue === "vermilion");
  assert.equal(marked.length, 2);
  const [, x, width] = /<rect class="shade" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(svg)!.map(Number) as [number, number, number];
  for (const { xs } of marked) assert.ok(Math.abs(xs[0]! - (x + width / 2)) < 0.11);
  assert.equal(
    ticksOf(svg)
      .filter(({ hue }) => hue === "soft")
      .flatMap(({ xs }) => xs).length,
    2 * 3,
    "the others have two ticks each",
  );
  const bold = [...svg.matchAll(/class="vermilion bold"[^>]*>([^<]*)</g)].map(([, words]) => words);
  assert.deepEqual(bold, ["in force: +10 points", "20%", "365 days"]);
  assert.equal((svg.match(/<path class="fill"/g) ?? []).length, 1, "one diamond");
  assert.equal(dotsOf(svg).length, 3);
});

test("the curve of the case: a dot for all but one, a tick for each in each dimension", () => {
  for (const layout of ["wide", "narrow"] as const) {
    const svg = specificationPlot(SPECIFICATION, layout);
    assert.equal(dotsOf(svg).length, 81);
    assert.equal(ticksOf(svg).flatMap(({ xs }) => xs).length, 82 * 6);
  }
});

test("zero stands between what is said of its two sides, wherever the effects lie", () => {
  for (const effects of [
    [0.1, 0.2, 0.3, 0.4],
    [-0.4, -0.3, -0.2, -0.1],
    [0, 0, 0, 0],
    [0.2, 0.2, 0.2, 0.2],
  ]) {
    for (const layout of ["wide", "narrow"] as const) {
      const svg = specificationPlot({ ...SMALL, effects, median: { value: effects[1]!, label: "median" } }, layout);
      const at = (words: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${words}<`).exec(svg)![1]);
      assert.ok(at("↑ more") < heightOf(svg, "zero") && heightOf(svg, "zero") < at("↓ fewer"), `${effects.join()} ${layout}`);
    }
  }
});

test("many definitions close up, one keeps a column that can be seen, and other data is another picture", () => {
  const many = Array.from({ length: 360 }, (_, k) => k / 1000 - 0.1);
  const svg = specificationPlot({ ...SMALL, effects: many, chosen: many.map((_, k) => [k % 2, k % 3]) }, "narrow");
  assert.equal(ticksOf(svg).flatMap(({ xs }) => xs).length, 720);
  const one = specificationPlot({ ...SMALL, effects: [0.1], main: { at: 0, label: "in force" }, chosen: [[0, 1]] }, "wide");
  assert.match(one, /<rect class="shade"[^>]* width="13"/);
  assert.notEqual(specificationPlot({ ...SMALL, chosen: [...SMALL.chosen.slice(0, 3), [0, 0]] }, "wide"), specificationPlot(SMALL, "wide"));
});

test("a spec that does not hold is refused", () => {
  const refused = (changes: Partial<SpecificationPlotSpec>, message: RegExp) =>
    assert.throws(() => specificationPlot({ ...SMALL, ...changes }, "wide"), message);
  refused({ effects: [] }, /^RangeError: invalid effects: none$/);
  refused({ effects: [0, 0.2, 0.1, 0.3] }, /^RangeError: invalid effects: 0.1 after 0.2$/);
  refused({ effects: [0, 0.1, Number.NaN, 0.3] }, /^RangeError: invalid effect: NaN$/);
  refused({ median: { value: Number.NaN, label: "m" } }, /^RangeError: invalid median: NaN$/);
  refused({ main: { at: 4, label: "m" } }, /^RangeError: invalid main: 4$/);
  refused({ dimensions: [] }, /^RangeError: invalid dimensions: none$/);
  refused({ dimensions: [SMALL.dimensions[0]!, { name: "horizon", values: [] }] }, /^RangeError: invalid values of horizon: none$/);
  refused({ chosen: SMALL.chosen.slice(1) }, /^RangeError: invalid chosen: 3 for 4 effects$/);
  refused({ chosen: SMALL.chosen.map(() => [0]) }, /^RangeError: invalid choice: 1 for 2 dimensions$/);
  refused({ chosen: SMALL.chosen.map(() => [0, 3]) }, /^RangeError: invalid choice of horizon: 3$/);
});
