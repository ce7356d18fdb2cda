import assert from "node:assert/strict";
import { test } from "node:test";
import { type CumulativeIncidenceSpec, cumulativeIncidence, type IncidenceBase, type IncidenceCurve } from "../../src/charts/index.ts";
import { INCIDENCE } from "./specs/cumulativeIncidence.ts";

const TEXTS = { title: "T", subtitle: "S", source: "F", alt: "A" };
const CURVE: IncidenceCurve = { kind: "catchUp", label: "catch-up", value: "50%", steps: [{ days: 50, share: 0.5 }], intervals: [] };
const BASE: IncidenceBase = { label: "like states", points: [50, 75, 100].map((days) => ({ days, share: days / 200 })) };
const PLAIN: CumulativeIncidenceSpec = { ...TEXTS, to: 100, curves: [CURVE], bases: [], atRisk: [], horizon: null };
const drawn = (change: Partial<CumulativeIncidenceSpec>) => cumulativeIncidence({ ...PLAIN, ...change }, "wide");
const many = (svg: string, what: RegExp) => (svg.match(what) ?? []).length;
const floorOf = (svg: string) => Number(/<line class="zero"[^>]*y1="([\d.]+)"/.exec(svg)![1]);
const whiskersOf = (svg: string) => [...svg.matchAll(/h5M([\d.]+),([\d.]+)V([\d.]+)/g)].map(([, x, low, high]) => [Number(x), Number(low), Number(high)]);

test("a share is drawn as a step that holds from its day on to the last day shown", () => {
  // By hand: the plot is 54..756 wide, less 3.8 for half a mark, and 360 high.
  const svg = drawn({});
  const floor = floorOf(svg);
  assert.ok(svg.includes(`<path class="line strong green" d="M54,${floor}H403.1V${floor - 180}H752.2"/>`));
  const none = drawn({ curves: [{ ...CURVE, steps: [] }] });
  assert.ok(none.includes(`d="M54,${floor}H752.2"`), "no case ended so: the line of zero");
});

test("the axis runs from nought to all, whatever the shares", () => {
  const svg = drawn({ curves: [{ ...CURVE, steps: [{ days: 50, share: 0.02 }] }] });
  for (const label of ["0%", "25%", "50%", "75%", "100%"]) assert.ok(svg.includes(`>${label}<`), label);
});

test("an interval is a whisker at its day; those of one day stand beside each other", () => {
  const intervals = [{ days: 50, share: 0.5, lower: 0.25, upper: 1 }];
  const alone = drawn({ curves: [{ ...CURVE, intervals }] });
  const floor = floorOf(alone);
  assert.deepEqual(whiskersOf(alone), [[403.1, floor - 90, floor - 360]]);
  const other: IncidenceCurve = { ...CURVE, kind: "rollOver", label: "roll-over", intervals: [{ days: 50, share: 0.5, lower: 0.5, upper: 0.5 }] };
  // By hand: two whiskers are 8 apart, so that the last day stands at 756 − 4 − 3.8 = 748.2, and day 50 at 401.1.
  const two = drawn({ curves: [{ ...CURVE, intervals }, other] });
  assert.deepEqual(whiskersOf(two), [
    [405.1, floor - 90, floor - 360],
    [397.1, floor - 180, floor - 180],
  ]);
  assert.deepEqual([many(two, /<circle class="fill"/g), many(two, /<circle class="ring"/g)], [1, 1]);
});

test("a base rate is marked where it is known, and its line breaks where it is not", () => {
  const points = BASE.points.map((point, k) => (k === 1 ? { ...point, share: null, lower: 0.1, upper: 0.2 } : point));
  const svg = drawn({ bases: [{ ...BASE, points }] });
  assert.equal(many(svg, /<rect class="ring"/g), 2);
  assert.equal(many(svg, /<path class="line dash ink" d="M[^"]*M[^"]*"/g), 1);
  assert.deepEqual(whiskersOf(svg), [], "no interval without a share");
  assert.ok(svg.includes(">like states<"));
  const nothing = drawn({ bases: [{ ...BASE, points: [{ days: 50, share: null }] }] });
  assert.ok(!nothing.includes("like states"), "a base of which nothing is known has no line to be named");
});

test("each line has a stroke of its own, and each base a shape", () => {
  const strokes = [...cumulativeIncidence(INCIDENCE, "wide").matchAll(/<path class="(line[^"]*)" d="M[\d.]+,[\d.]+[LH]/g)].map(([, look]) => look);
  assert.deepEqual(strokes, ["line dash ink", "line dash soft", "line strong green", "line strong dash purple"]);
  const svg = cumulativeIncidence(INCIDENCE, "wide");
  assert.deepEqual([many(svg, /<rect class="ring"/g), many(svg, /<g class="soft"><path class="ring"/g), whiskersOf(svg).length], [5, 5, 10]);
});

test("beneath the axis stand the cases still followed, each under its day", () => {
  const svg = drawn({ atRisk: [50, 100].map((days, k) => ({ days, cases: `${7 - k}` })) });
  assert.ok(svg.includes(">cases still followed<"));
  const at = (text: string) => [...svg.matchAll(new RegExp(`<text x="([\\d.]+)"[^>]*>${text}<`, "g"))].map(([, x]) => Number(x));
  assert.deepEqual([at("7"), at("6"), at("50"), at("100 days")], [[403.1], [752.2], [403.1], [752.2]]);
  const without = drawn({});
  assert.ok(!without.includes("still followed"));
  // By hand: 702 pixels for 100 days; three digits and a gap take 37, so that five days are too few and ten enough.
  assert.equal(many(without, />\d+( days)?<\/text>/g), 11);
});

test("what lies after the last day shown is left out", () => {
  const intervals = [{ days: 400, share: 0.7, lower: 0.6, upper: 0.8 }];
  const svg = drawn({
    curves: [{ ...CURVE, steps: [...CURVE.steps, { days: 400, share: 0.7 }], intervals }],
    bases: [{ ...BASE, points: [...BASE.points, { days: 400, share: 0.9 }] }],
    atRisk: [{ days: 400, cases: "3" }],
    horizon: { days: 400, label: "400 days" },
  });
  assert.equal(svg, drawn({ bases: [BASE], horizon: { days: 400, label: "400 days" } }));
  assert.ok(!svg.includes('class="mark"'));
});

test("the horizon is marked and named", () => {
  const svg = drawn({ horizon: { days: 50, label: "horizon" } });
  assert.match(svg, /<line class="mark" x1="403.1" x2="403.1"/);
  assert.ok(svg.includes(">horizon<"));
});

test("a share that changes changes the picture", () => {
  const curves = INCIDENCE.curves.map((curve) => ({ ...curve, steps: curve.steps.map((step, k) => (k === 2 ? { ...step, share: step.share + 0.01 } : step)) }));
  assert.notEqual(cumulativeIncidence({ ...INCIDENCE, curves }, "narrow"), cumulativeIncidence(INCIDENCE, "narrow"));
});

test("a share that passes its bound by rounding is drawn", () => {
  // 1/48 + 23/48 + 24/48 added up one by one may come to a bit more than one.
  assert.doesNotThrow(() => drawn({ curves: [{ ...CURVE, steps: [{ days: 1, share: 1 + 4e-16 }] }] }));
});

test("a spec that does not hold is refused", () => {
  const refused = (change: Partial<CumulativeIncidenceSpec>, message: RegExp) => assert.throws(() => drawn(change), message);
  const curve = (change: Partial<IncidenceCurve>) => ({ curves: [{ ...CURVE, ...change }] });
  refused({ curves: [] }, /^RangeError: invalid curves: none$/);
  refused({ to: 0 }, /^RangeError: invalid to: 0$/);
  refused({ to: Number.POSITIVE_INFINITY }, /^RangeError: invalid to: Infinity$/);
  refused({ horizon: { days: -1, label: "H" } }, /^RangeError: invalid horizon: -1$/);
  refused(curve({ steps: [50, 50].map((days) => ({ days, share: 0.5 })) }), /^RangeError: invalid days of steps of catch-up: 50 after 50$/);
  refused(curve({ steps: [{ days: -1, share: 0.5 }] }), /^RangeError: invalid days of steps of catch-up: -1$/);
  refused(curve({ steps: [{ days: 50, share: 1.5 }] }), /^RangeError: invalid steps of catch-up: 1.5 after 50 days$/);
  refused(curve({ steps: [{ days: 50, share: Number.NaN }] }), /^RangeError: invalid steps of catch-up: NaN after 50 days$/);
  refused(curve({ intervals: [{ days: 50, share: 0.5, lower: 0.6, upper: 0.8 }] }), /^RangeError: invalid intervals of catch-up: 0.5 within 0.6 to 0.8$/);
  refused({ bases: [{ ...BASE, points: BASE.points.toReversed() }] }, /^RangeError: invalid days of points of like states: 75 after 100$/);
  refused({ bases: [{ ...BASE, points: [{ days: 50, share: -0.1 }] }] }, /^RangeError: invalid points of like states: -0.1 after 50 days$/);
  refused({ atRisk: [50, 30].map((days) => ({ days, cases: "1" })) }, /^RangeError: invalid days of atRisk: 30 after 50$/);
});
