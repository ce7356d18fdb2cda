import assert from "node:assert/strict";
import { test } from "node:test";
import { type AlignedCase, type CasesAlignedSpec, casesAligned } from "../../src/charts/index.ts";
import { ALIGNED } from "./specs/casesAligned.ts";

const TEXTS = { title: "T", subtitle: "S", source: "F", alt: "A", horizon: null };
const caughtUp: AlignedCase = { label: "Jul 2017", resolution: "catchUp", days: [0, 50, 100], values: [-0.2, -0.1, 0] };
const fell: AlignedCase = { label: "Jan 2018", resolution: "rollOver", days: [0, 100], values: [-0.2, -0.1] };
const open: AlignedCase = { label: "Apr 2026", resolution: "open", days: [0, 1, 25], values: [-0.2, -0.1, -0.1] };
const drawn = (...cases: AlignedCase[]) => casesAligned({ ...TEXTS, cases }, "wide");
const pathOf = (svg: string, look: string) => {
  // The first of a look stands in the key.
  const d = [...svg.matchAll(new RegExp(`<path class="${look}" d="([^"]*)"`, "g"))].at(-1)![1]!;
  return [...d.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
};
const many = (svg: string, what: RegExp) => (svg.match(what) ?? []).length;

test("a case runs from its onset at the left to its end, and its record is the line of zero", () => {
  // By hand: the longest tick, −20%, takes (2 × 0.96 + 2 × 0.64) × 13 = 41.6, so that the panel begins at 49.6; it ends before the half of a mark, at 951.6.
  // It is 902 wide and 0.45 of that high, 406: a tenth of the distance takes 203. The onset stands half a mark, 4.2, from its edge.
  const svg = drawn(caughtUp);
  const points = pathOf(svg, "line green");
  const zero = Number(/<path class="zero" d="M[\d.]+,([\d.]+)/.exec(svg)![1]);
  assert.deepEqual(points, [
    [53.8, zero + 406],
    [502.7, zero + 203],
    [951.6, zero],
  ]);
  assert.ok(svg.includes(`<circle class="fill" cx="951.6" cy="${zero}"`), "it ends in a dot on the line of zero");
});

test("all panels have the same scales: a day and a distance lie in each where they lie in the first", () => {
  const svg = drawn(caughtUp, fell);
  const [one, other] = [pathOf(svg, "line green"), pathOf(svg, "line dash purple")];
  assert.equal(one[0]![1], other[0]![1]);
  assert.equal(one[1]![1], other[1]![1], "−0.1 is as deep in both");
  assert.equal((one[2]![0] - one[0]![0]).toFixed(1), (other[1]![0] - other[0]![0]).toFixed(1), "100 days are as long in both");
});

test("each case ends in the mark of its end, and the one that is open stands behind all others", () => {
  const svg = casesAligned(ALIGNED, "wide");
  // Six, five and one case, and each once more in the key.
  assert.equal(many(svg, /<circle class="fill"/g), 7);
  assert.equal(many(svg, /<circle class="ring"/g), 6);
  assert.equal(many(svg, /<path class="line strong vermilion"/g), 2);
  assert.equal(many(svg, /<g class="vermilion"><path class="fill"/g), 2);
  assert.equal(many(svg, /<path class="line vermilion" stroke-opacity/g), 11 + 1);
  const ended = casesAligned({ ...ALIGNED, cases: ALIGNED.cases.slice(0, 11) }, "wide");
  assert.ok(!/class="[^"]*vermilion/.test(ended) && !ended.includes("still open"), "where none is open the key does not name it");
});

test("every case is named at its panel, in the order given, row by row", () => {
  for (const layout of ["wide", "narrow"] as const) {
    const svg = casesAligned(ALIGNED, layout);
    const heads = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*bold">([^<]*)</g)].map(([, x, y, label]) => ({ x: Number(x), y: Number(y), label }));
    assert.deepEqual(
      heads.map(({ label }) => label),
      ALIGNED.cases.map(({ label }) => label),
    );
    const sorted = [...heads].sort((a, b) => a.y - b.y || a.x - b.x);
    assert.deepEqual(heads, sorted);
    assert.equal(new Set(heads.map(({ x }) => x)).size, layout === "wide" ? 4 : 3, "columns");
  }
});

test("a missing distance breaks the line, and a case whose last one is missing ends in no mark", () => {
  const gap = drawn({ ...caughtUp, days: [0, 1, 2, 100], values: [-0.2, -0.1, null, 0] });
  assert.equal(many(gap, /d="M53\.8,[^"]*M951\.6/g), 1);
  assert.equal(many(gap, /<circle/g), 2);
  assert.equal(many(drawn({ ...caughtUp, values: [-0.2, -0.1, Number.NaN] }), /<circle/g), 1, "the one in the key");
});

test("a case of one day is its mark alone, and is not repeated", () => {
  const svg = drawn(caughtUp, { ...open, days: [0], values: [-0.25] });
  assert.equal(many(svg, /<g class="vermilion"><path class="fill"/g), 2);
  assert.ok(!svg.includes("stroke-opacity") && !svg.includes("behind each") && !/NaN/.test(svg));
  assert.ok(!drawn(open).includes("behind each"), "nor is the only one");
});

test("an open case is repeated behind the others once it is long enough to be seen", () => {
  const lasting = (days: number) => drawn(caughtUp, { ...open, days: [0, days], values: [-0.25, -0.2] });
  // By hand: two panels of (960 − 49.6 + 24 − 8.4) / 2 − 24 = 439 for 100 days; 26 pixels, as in the key, are 5.9 days.
  assert.equal(many(lasting(6), /stroke-opacity/g), 2);
  assert.equal(many(lasting(5), /stroke-opacity/g), 0);
});

test("the horizon is marked in every panel and named under each column; without one the days are", () => {
  const svg = casesAligned(ALIGNED, "wide");
  assert.equal(many(svg, /class="mark"/g), 12);
  assert.equal(many(svg, />180 days</g), 4);
  const bare = casesAligned({ ...ALIGNED, horizon: null }, "wide");
  assert.ok(!bare.includes('class="mark"'));
  assert.deepEqual([many(bare, />0</g), many(bare, />60</g), many(bare, />240</g)], [4, 4, 4]);
});

test("cases that are short are still drawn up to the horizon", () => {
  const spec = { ...TEXTS, horizon: { days: 200, label: "200 days" }, cases: [caughtUp] };
  const points = pathOf(casesAligned(spec, "wide"), "line green");
  // By hand: 100 of 200 days, half of the way from 53.8 to 951.6.
  assert.equal(points[2]![0], 502.7);
});

test("a distance that changes changes the picture", () => {
  const cases = ALIGNED.cases.map((one, k) => (k === 3 ? { ...one, values: one.values.map((value, i) => (i === 40 ? value! - 0.02 : value)) } : one));
  assert.notEqual(casesAligned({ ...ALIGNED, cases }, "wide"), casesAligned(ALIGNED, "wide"));
});

test("a spec that does not hold is refused", () => {
  const refused = (change: Partial<AlignedCase>, message: RegExp, spec: Partial<CasesAlignedSpec> = {}) =>
    assert.throws(() => casesAligned({ ...TEXTS, ...spec, cases: [{ ...caughtUp, ...change }] }, "wide"), message);
  assert.throws(() => drawn(), /^RangeError: invalid cases: none$/);
  refused({ days: [], values: [] }, /^RangeError: invalid days of Jul 2017: none$/);
  refused({ days: [0, 50, 50] }, /^RangeError: invalid days of Jul 2017: 50 after 50$/);
  refused({ days: [0, Number.NaN, 50] }, /^RangeError: invalid days of Jul 2017: NaN$/);
  refused({ days: [1, 50, 100] }, /^RangeError: invalid days of Jul 2017: from 1$/);
  refused({ values: [-0.2] }, /^RangeError: invalid values of Jul 2017: 1 for 3 days$/);
  refused({ values: [-0.2, 0.1, 0] }, /^RangeError: invalid values of Jul 2017: 0.1$/);
  refused({}, /^RangeError: invalid horizon: 0$/, { horizon: { days: 0, label: "0 days" } });
});
