// Whether a text says what its measure holds: however a value is written, it is said; one that differs by more than the rounding is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Measure } from "../../src/market/index.ts";
import { saysValue } from "../../src/note/binding/saysValue.ts";
import { decimal, dollars, level, percent, percentRange, plain, pValue, rate, signed, whole } from "../../src/note/index.ts";
import { below, count } from "../../src/note/prose.ts";

type Held = Pick<Measure, "value" | "interval" | "n" | "unit">;
// No count of observations that a value could be taken for.
const held = (value: number | null, unit: Measure["unit"], more: Partial<Held> = {}): Held => ({ value, unit, n: 123_456_789, ...more });
const full = (value: number, unit: Measure["unit"]): Measure => ({
  value,
  unit,
  n: 0,
  from: null,
  to: null,
  asOf: "2025-12-11",
  method: "test",
  definition: "",
  sources: [],
  dropped: [],
});

interface Form {
  unit: string;
  value: fc.Arbitrary<number>;
  decimals: readonly number[];
  written: (value: number, decimals: number) => string;
  scale: number; // what the value is counted in
  unsigned?: true;
}

const ratio = fc.double({ min: -3, max: 3, noNaN: true });
const points = fc.double({ min: -900, max: 900, noNaN: true });
const sum = fc.double({ min: -9e12, max: 9e12, noNaN: true });
const counted = fc.integer({ min: 2, max: 99_999 });

const FORMS: Record<string, Form> = {
  percent: { unit: "ratio", value: ratio, decimals: [0, 1, 2], scale: 100, written: (value, decimals) => percent({ value }, { decimals }) },
  "percent of a probability": {
    unit: "probability",
    value: ratio,
    decimals: [0, 1],
    scale: 100,
    written: (value, decimals) => percent({ value }, { decimals }),
  },
  below: {
    unit: "ratio",
    value: ratio,
    decimals: [0, 1, 2],
    scale: 100,
    unsigned: true,
    written: (value, decimals) => plain([below(full(value, "ratio"), decimals)]),
  },
  rate: { unit: "percent", value: points, decimals: [0, 1, 2], scale: 1, written: (value, decimals) => rate({ value }, { decimals }) },
  decimal: { unit: "deviations", value: points, decimals: [0, 1, 2, 3], scale: 1, written: (value, decimals) => decimal({ value }, { decimals }) },
  signed: { unit: "bp", value: points, decimals: [0, 1], scale: 1, written: (value, decimals) => signed({ value }, { decimals }) },
  trillions: { unit: "USD", value: sum, decimals: [0, 1, 2], scale: 1e-12, written: (value, decimals) => dollars({ value }, { in: "trillion", decimals }) },
  billions: { unit: "USD", value: sum, decimals: [0, 1], scale: 1e-9, written: (value, decimals) => dollars({ value }, { in: "billion", decimals }) },
  millions: { unit: "USD", value: sum, decimals: [0], scale: 1e-6, written: (value, decimals) => dollars({ value }, { in: "million", decimals }) },
  level: { unit: "index", value: fc.double({ min: 1000, max: 9000, noNaN: true }), decimals: [2], scale: 1, written: (value) => level({ value }) },
  whole: { unit: "cases", value: counted, decimals: [0], scale: 1, written: (value) => whole({ value }) },
  count: { unit: "cases", value: counted, decimals: [0], scale: 1, written: (value) => plain(count(full(value, "cases"), "case")).replace(" cases", "") },
  pValue: { unit: "probability", value: fc.double({ min: 0.1, max: 1, noNaN: true }), decimals: [2], scale: 1, written: (value) => pValue({ value }) },
};

for (const [name, { unit, value, decimals, written, scale, unsigned }] of Object.entries(FORMS)) {
  test(`what ${name} writes says the value, and of a value further off than the rounding it does not`, () => {
    fc.assert(
      fc.property(value, fc.constantFrom(...decimals), fc.double({ min: 1.001, max: 5, noNaN: true }), fc.boolean(), (one, places, off, up) => {
        const text = written(one, places);
        assert.ok(saysValue(text, held(one, unit)), `${text} of ${one}`);
        // Further off than one unit of the last place: then no rounding can make one of the other.
        const other = one + ((up ? 1 : -1) * off * 10 ** -places) / scale;
        const sameSize = unsigned === true || !/[\u2212+]/.test(text) ? Math.abs(Math.abs(other) - Math.abs(one)) * scale <= 10 ** -places : false;
        fc.pre(!sameSize);
        assert.ok(!saysValue(text, held(other, unit)), `${text} passed for ${other}`);
      }),
      { numRuns: 300 },
    );
  });
}

test("a sign that is written must be the value's", () => {
  for (const [text, value, says] of [
    ["\u22125.0%", -0.05, true],
    ["\u22125.0%", 0.05, false],
    ["+5", 5, true],
    ["+5", -5, false],
    ["5.0%", -0.05, true],
  ] as const) {
    assert.equal(saysValue(text, held(value, text.includes("%") ? "ratio" : "bp")), says, `${text} of ${value}`);
  }
});

test("a unit that is written must be the measure's", () => {
  for (const [text, value, unit, says] of [
    ["0.4%", 0.38, "ratio", false],
    ["38%", 0.38, "ratio", true],
    ["3.5%", 3.5, "percent", true],
    ["350%", 3.5, "percent", false],
    ["$5.60 trillion", 5.6e12, "USD", true],
    ["$5.60 billion", 5.6e12, "USD", false],
    ["5,600.0", 5.6e12, "USD", true], // in a column of billions
    ["$5", 5, "cases", false],
    ["5 trillion", 5, "cases", false],
    ["257.80", 257.8, "USD", true],
    ["12", 0.12, "ratio", true], // percentage points
    ["12", 0.12, "correlation", false],
  ] as const)
    assert.equal(saysValue(text, held(value, unit)), says, `${text} of ${value} ${unit}`);
});

test("an interval is said by its bounds and its level, a count beside the value by n; nothing else is", () => {
  const measure = held(0.43, "probability", { n: 6, interval: { lower: 0.23, upper: 0.65, level: 0.9 } });
  for (const text of ["43%", "23% to 65%", "43% (23% to 65%)", "90%", "6", percentRange(measure)]) assert.ok(saysValue(text, measure), text);
  for (const text of ["24% to 65%", "23% to 66%", "91%", "6%", "7", "no interval", "80%"]) assert.ok(!saysValue(text, measure), text);
  assert.ok(saysValue("no interval", held(0.43, "probability")));
});

test("p-values at their edges are what they say", () => {
  for (const value of [0.00005, 0.0003, 0.00096, 0.0496, 0.0504, 0.0994, 0.9999, 1])
    assert.ok(saysValue(pValue({ value }), held(value, "probability")), String(value));
  assert.ok(!saysValue("<0.0001", held(0.0002, "probability")));
});

test("a value on the edge between two roundings may be written either way", () => {
  for (const text of ["0.12", "0.13"]) assert.ok(saysValue(text, held(0.125, "correlation")), text);
  for (const text of ["0.11", "0.14"]) assert.ok(!saysValue(text, held(0.125, "correlation")), text);
});

test("words say their number, whatever their case, and of what is unknown nothing but that", () => {
  for (const [text, value, says] of [
    ["no", 0, true],
    ["None", 0, true],
    ["none", 0.4, false],
    ["no", 1, false],
    ["one", 1, true],
    ["one", 2, false],
    ["yes", 1, true],
    ["yes", 0, false],
    ["ten", 10, true],
    ["ten", 9, false],
    ["unknown", 3, false],
    ["\u2013", 3, false],
    ["some", 3, false],
    ["unknown", null, true],
    ["\u2013", null, true],
    ["not over", null, true],
    ["no", null, false],
    ["none", null, false],
    ["3", null, false],
  ] as const)
    assert.equal(saysValue(text, held(value, "cases")), says, `${text} of ${value}`);
});

test("every way of writing what is unknown says no number", () => {
  const value = null;
  for (const text of [
    percent({ value }),
    level({ value }),
    whole({ value }),
    decimal({ value }, { decimals: 1 }),
    dollars({ value }, { in: "billion", decimals: 1 }),
    rate({ value }),
    signed({ value }),
    pValue({ value }),
  ]) {
    assert.equal(text, "unknown");
    assert.ok(saysValue(text, held(null, "ratio")));
  }
});
