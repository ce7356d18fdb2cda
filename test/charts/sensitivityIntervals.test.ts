import assert from "node:assert/strict";
import { test } from "node:test";
import { type SensitivityRow, sensitivityIntervals } from "../../src/charts/index.ts";
import { SENSITIVITY } from "./specs.ts";

const row = (changes: Partial<SensitivityRow> = {}): SensitivityRow => ({
  label: "IWM",
  slope: 0.002,
  value: "+0.20%",
  hac: { lower: 0.001, upper: 0.003 },
  bootstrap: { lower: 0.0015, upper: 0.0025 },
  role: "market",
  ...changes,
});
const drawn = (...rows: SensitivityRow[]) => sensitivityIntervals({ ...SENSITIVITY, eras: [{ label: "Era", rows }] }, "wide");
const thick = (svg: string) => [...svg.matchAll(/class="line thick" d="M([\d.]+),[\d.]+H([\d.]+)"/g)].slice(1); // the key's comes first
const thin = (svg: string) => [...svg.matchAll(/class="line" d="M([\d.]+),[^"]*H([\d.]+)M/g)].slice(1);

test("the dot stands in the middle of intervals around it, the thin one twice as long", () => {
  const svg = drawn(row());
  const dot = Number(/<circle class="fill" cx="([\d.]+)"/.exec(svg)![1]);
  const [from, to] = thick(svg)[0]!.slice(1).map(Number) as [number, number];
  const [low, high] = thin(svg)[0]!.slice(1).map(Number) as [number, number];
  assert.ok(Math.abs((from + to) / 2 - dot) < 0.11 && Math.abs((low + high) / 2 - dot) < 0.11);
  assert.ok(Math.abs(high - low - 2 * (to - from)) < 0.3);
});

test("the difference is a diamond, a market a dot", () => {
  const svg = drawn(row(), row({ label: "small minus large", role: "difference" }));
  assert.equal((svg.match(/<circle class="fill"/g) ?? []).length, 1);
  assert.equal((svg.match(/<path class="fill"/g) ?? []).length, 1);
});

test("a slope that is not known has no dot, and an interval that is not known is not drawn", () => {
  const svg = drawn(row({ slope: null, value: "unknown", hac: null, bootstrap: null }));
  assert.ok(!svg.includes("<circle") && svg.includes(">unknown<"));
  assert.equal(thick(svg).length + thin(svg).length, 0);
  assert.ok(!/NaN/.test(svg));
});

test("zero is in the plot and stands out even where all lies on one side", () => {
  assert.equal((drawn(row()).match(/<line class="frame"/g) ?? []).length, 1);
});

test("a spec that does not hold is refused", () => {
  assert.throws(() => sensitivityIntervals({ ...SENSITIVITY, eras: [] }, "wide"), /^RangeError: invalid eras: none$/);
  assert.throws(() => drawn(), /^RangeError: invalid rows of Era: none$/);
  assert.throws(() => drawn(row({ hac: { lower: 1, upper: 0 } })), /^RangeError: invalid interval of IWM: 1 to 0$/);
  assert.throws(() => drawn(row({ bootstrap: { lower: Number.NaN, upper: 0 } })), /^RangeError: invalid interval of IWM: NaN to 0$/);
});
