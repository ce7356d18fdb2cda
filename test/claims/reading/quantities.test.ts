import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Bound, Quantity, QuantityUnit } from "../../../src/claims/mention.ts";
import { NUMBERED_NAMES } from "../../../src/claims/reading/numbers/numberedNames.ts";
import { quantitiesIn } from "../../../src/claims/reading/numbers/quantitiesIn.ts";

// Every expected number is what a reader of the sentence says it is; steps are those of docs/claims.md, "When a number is right".

type Read = [span: string, value: number, unit: QuantityUnit, step: number, more?: Partial<Pick<Quantity, "bound" | "upper" | "per">>];

function read(sentence: string): Read[] {
  return quantitiesIn(sentence).map(({ from, to, value, unit, step, bound, upper, per }) => {
    const more = { ...(bound === "exact" ? {} : { bound }), ...(upper === undefined ? {} : { upper }), ...(per === undefined ? {} : { per }) };
    return [sentence.slice(from, to), value, unit, step, ...(Object.keys(more).length === 0 ? [] : [more])] as Read;
  });
}

function reads(cases: readonly (readonly [string, ...Read[]])[]): void {
  for (const [sentence, ...expected] of cases) assert.deepEqual(read(sentence), expected, sentence);
}

const THIRD = 1 / 3;

test("shares in per cent and in words", () =>
  reads([
    ["It is 27 % below.", ["27 %", 0.27, "ratio", 0.01]],
    ["It lost 27%.", ["27%", 0.27, "ratio", 0.01]],
    ["27 percent or 27.3 per cent", ["27 percent", 0.27, "ratio", 0.01], ["27.3 per cent", 0.273, "ratio", 0.001]],
    ["down 27pc, 3 pct", ["27pc", 0.27, "ratio", 0.01], ["3 pct", 0.03, "ratio", 0.01]],
    ["by 27,3 %", ["27,3 %", 0.273, "ratio", 0.001]],
    ["fell −27 % and -5%", ["−27 %", 0.27, "ratio", 0.01], ["-5%", 0.05, "ratio", 0.01]],
    ["twenty-five percent", ["twenty-five percent", 0.25, "ratio", 0.01]],
    ["two and a half percent", ["two and a half percent", 0.025, "ratio", 0.001]],
    ["100 %, 150 %", ["100 %", 1, "ratio", 0.1], ["150 %", 1.5, "ratio", 0.1]],
    ["It lost a quarter.", ["a quarter", 0.25, "ratio", 0.05]],
    ["one third of it, two-thirds of it", ["one third", THIRD, "ratio", 0.05], ["two-thirds", 2 / 3, "ratio", 0.05]],
    ["down by a third", ["a third", THIRD, "ratio", 0.05]],
    ["more than half of its value", ["more than half", 0.5, "ratio", 0.05, { bound: "above" }]],
    ["almost a quarter since", ["almost a quarter", 0.25, "ratio", 0.05, { bound: "almost" }]],
    ["three quarters of economists", ["three quarters", 0.75, "ratio", 0.05]],
    ["Gold rose 0.5 and silver 0.7 percent", ["0.5", 0.5, "none", 0.1], ["0.7 percent", 0.007, "ratio", 0.001]],
    ["up 0.5 and 0.7 percent", ["0.5", 0.005, "ratio", 0.001], ["0.7 percent", 0.007, "ratio", 0.001]],
  ]));

test("points, points of percent and basis points are apart", () =>
  reads([
    ["27 percentage points", ["27 percentage points", 0.27, "ratio", 0.01]],
    ["3pp", ["3pp", 0.03, "ratio", 0.01]],
    ["a percentage point", ["a percentage point", 0.01, "ratio", 0.01]],
    ["added 646.26 points", ["646.26 points", 646.26, "points", 0.01]],
    ["120 pts", ["120 pts", 120, "points", 10]],
    ["25 basis points", ["25 basis points", 25, "bp", 1]],
    ["25bp, 25 bps, a 25-basis-point cut", ["25bp", 25, "bp", 1], ["25 bps", 25, "bp", 1], ["25-basis-point", 25, "bp", 1]],
    ["100 basis points", ["100 basis points", 100, "bp", 1]],
    ["a quarter-point cut", ["a quarter-point", 25, "bp", 1]],
    ["a quarter of a percentage point", ["a quarter of a percentage point", 25, "bp", 1]],
    ["three-quarters of a percentage point", ["three-quarters of a percentage point", 75, "bp", 1]],
    ["three quarter-point cuts", ["three", 3, "none", 1], ["quarter-point", 25, "bp", 1]],
    ["a half-point cut", ["a half-point", 50, "bp", 1]],
    ["half a percentage point", ["half a percentage point", 50, "bp", 1]],
    ["half a point", ["half a point", 0.5, "points", 0.1]],
    ["a 1/4-point cut", ["1/4-point", 25, "bp", 1]],
    ["half a percent", ["half a percent", 0.005, "ratio", 0.001]],
  ]));

test("money, with its scales", () =>
  reads([
    ["reached $126,000", ["$126,000", 126_000, "USD", 1000]],
    ["126,000 dollars", ["126,000 dollars", 126_000, "USD", 1000]],
    ["US$126k or $126K", ["US$126k", 126_000, "USD", 1000], ["$126K", 126_000, "USD", 1000]],
    ["$69,000 and $100,000", ["$69,000", 69_000, "USD", 1000], ["$100,000", 100_000, "USD", 10_000]],
    ["$257.80", ["$257.80", 257.8, "USD", 0.01]],
    ["$8.2 billion, $8.2bn, 8.2bn", ["$8.2 billion", 8.2e9, "USD", 1e8], ["$8.2bn", 8.2e9, "USD", 1e8], ["8.2bn", 8.2e9, "none", 1e8]],
    ["40 billion dollars", ["40 billion dollars", 4e10, "USD", 1e9]],
    ["a 40-billion-dollar plan", ["40-billion-dollar", 4e10, "USD", 1e9]],
    ["$1.2 trillion", ["$1.2 trillion", 1.2e12, "USD", 1e11]],
    ["€5 million, £5m, ¥15", ["€5 million", 5e6, "EUR", 1e6], ["£5m", 5e6, "GBP", 1e6], ["¥15", 15, "JPY", 1]],
    ["half a million dollars", ["half a million dollars", 5e5, "USD", 1e5]],
    ["USD 126,000 or 126,000$", ["USD 126,000", 126_000, "USD", 1000], ["126,000$", 126_000, "USD", 1000]],
    ["1'000 dollars", ["1'000 dollars", 1000, "USD", 100]],
    ["C$100,000, CHF 500 and 5 million Canadian dollars"],
    ["12m ahead"],
  ]));

test("per what a sum is said", () =>
  reads([
    ["$40 billion a month", ["$40 billion a month", 4e10, "USD", 1e9, { per: "month" }]],
    ["$40bn per month, $40bn/month", ["$40bn per month", 4e10, "USD", 1e9, { per: "month" }], ["$40bn/month", 4e10, "USD", 1e9, { per: "month" }]],
    ["$40-billion-a-month plan", ["$40-billion-a-month", 4e10, "USD", 1e9, { per: "month" }]],
    ["$5 billion each week", ["$5 billion each week", 5e9, "USD", 1e9, { per: "week" }]],
    ["$40 billion of Treasury bills every month", ["$40 billion", 4e10, "USD", 1e9, { per: "month" }]],
    ["a monthly pace of $40 billion", ["$40 billion", 4e10, "USD", 1e9, { per: "month" }]],
    ["$10 billion a quarter", ["$10 billion a quarter", 1e10, "USD", 1e9, { per: "quarter" }]],
    ["$90,000 a year ago", ["$90,000", 90_000, "USD", 1000]],
  ]));

test("bounds stand directly before the number or behind it", () => {
  const bounds: [string, Bound][] = [
    ["about 27 %", "about"],
    ["around 27 %", "about"],
    ["some 27 %", "about"],
    ["~27 %", "about"],
    ["27 % or so", "about"],
    ["almost 27 %", "almost"],
    ["just under 27 %", "almost"],
    ["close to 27 %", "almost"],
    ["more than 27 %", "above"],
    ["well over 27 %", "above"],
    ["at least 27 %", "above"],
    ["upwards of 27 %", "above"],
    ["no less than 27 %", "above"],
    ["27 %+", "above"],
    ["less than 27 %", "below"],
    ["no more than 27 %", "below"],
    ["up to 27 %", "below"],
    ["sub-27 %", "below"],
  ];
  for (const [said, bound] of bounds) assert.deepEqual(read(`It moved ${said}.`), [[said, 0.27, "ratio", 0.01, { bound }]], said);
  // Not directly: "above its average of 27 %" bounds nothing.
  assert.deepEqual(read("above its average of 27 %"), [["27 %", 0.27, "ratio", 0.01]]);
  // A verb is a bound, yet no part of the number.
  assert.deepEqual(read("It topped $90,000."), [["$90,000", 90_000, "USD", 1000, { bound: "above" }]]);
  // "Over 60 sessions" is during them.
  assert.deepEqual(read("over 60 sessions"), [["60 sessions", 60, "sessions", 1]]);
  assert.deepEqual(read("in over five years"), [["over five years", 5, "years", 1, { bound: "above" }]]);
});

test("ranges, and pairs that are none", () =>
  reads([
    ["25 to 27 %", ["25 to 27 %", 0.25, "ratio", 0.01, { upper: 0.27 }]],
    ["3.50 %-3.75 %", ["3.50 %-3.75 %", 0.035, "ratio", 0.0001, { upper: 0.0375 }]],
    ["3.50-3.75 per cent", ["3.50-3.75 per cent", 0.035, "ratio", 0.0001, { upper: 0.0375 }]],
    ["between 3.5% and 3.75%", ["between 3.5% and 3.75%", 0.035, "ratio", 0.0001, { upper: 0.0375 }]],
    ["3-1/2 to 3-3/4 percent", ["3-1/2 to 3-3/4 percent", 0.035, "ratio", 0.0001, { upper: 0.0375 }]],
    ["$8-9 billion", ["$8-9 billion", 8e9, "USD", 1e9, { upper: 9e9 }]],
    ["$90,000–$95,000", ["$90,000–$95,000", 90_000, "USD", 1000, { upper: 95_000 }]],
    ["two or three cuts", ["two or three", 2, "none", 1, { upper: 3 }]],
    ["from 25 to 27 %", ["25", 0.25, "ratio", 0.01], ["27 %", 0.27, "ratio", 0.01]],
    [
      "from 3.75-4.00 to 3.50-3.75 per cent",
      ["3.75-4.00", 0.0375, "ratio", 0.0001, { upper: 0.04 }],
      ["3.50-3.75 per cent", 0.035, "ratio", 0.0001, { upper: 0.0375 }],
    ],
    ["fell $500 to $90,000", ["$500", 500, "USD", 10], ["$90,000", 90_000, "USD", 1000]],
    ["added 0.2% to 6,901.00", ["0.2%", 0.002, "ratio", 0.001], ["6,901.00", 6901, "none", 0.01]],
    ["a 50-50 split"],
  ]));

test("counts, times and multiples", () =>
  reads([
    ["three cuts and a dozen records", ["three", 3, "none", 1], ["a dozen", 12, "none", 1]],
    ["its third straight loss", ["third", 3, "none", 1]],
    ["its fifth record", ["fifth", 5, "none", 1]],
    ["its 42nd this year", ["42nd", 42, "none", 1]],
    ["for the first time in five years", ["five years", 5, "years", 1]],
    ["in more than a year", ["more than a year", 1, "years", 1, { bound: "above" }]],
    [
      "12 months, 60 sessions, five straight sessions",
      ["12 months", 12, "months", 1],
      ["60 sessions", 60, "sessions", 1],
      ["five straight sessions", 5, "sessions", 1],
    ],
    ["a 52-week high", ["52-week", 52, "weeks", 1]],
    ["silver has more than doubled", ["more than doubled", 1, "ratio", 0.2, { bound: "above" }]],
    ["tripled", ["tripled", 2, "ratio", 0.4]],
    ["a twofold rise", ["twofold", 1, "ratio", 0.2]],
    ["halved", ["halved", 0.5, "ratio", 0.1]],
    ["6,900 and 257.80", ["6,900", 6900, "none", 100], ["257.80", 257.8, "none", 0.01]],
    ["2000 points in 2000", ["2000 points", 2000, "points", 100]],
    ["reached 2000", ["2000", 2000, "none", 100]],
  ]));

test("what counts nothing", () => {
  const none = [
    "In 2021, since 2020 and on 2026 earnings.",
    "On 12 December and on Dec. 11, 2025, or 2025-12-11, or 12/11/2025.",
    "At 16:00, at 9:30 a.m., in 24 hours.",
    "In Q3, in 3Q25, in H1 2026 and in the third quarter.",
    "The 10-year Treasury yield, two-year notes, and the 10-year fell.",
    "COVID-19, S-1, F-35, 5G and the 737s.",
    "60/40, 24/7 and 9/11.",
    "Call 212-555-0199 or +1 (212) 555-0199.",
    "1. The Fed has decided.",
    "One of them said that no one knows for one reason.",
    "First, for the first time, in the first place, a second thought.",
    "The two fell, and all three rose.",
    "Four years later, two weeks ago.",
    "It doubled down.",
    "See https://example.org/2025/27-percent/5 there.",
    "A 2-for-1 split of six figures.",
  ];
  for (const sentence of none) assert.deepEqual(read(sentence), [], sentence);
});

test("no name in the list is a number, and a number behind it is read", () => {
  for (const name of NUMBERED_NAMES) {
    assert.deepEqual(read(`The ${name} rose.`), [], name);
    assert.deepEqual(read(`The ${name} rose 5 %.`), [["5 %", 0.05, "ratio", 0.01]], name);
  }
  assert.deepEqual(read("The Nasdaq-100 and the S&P 500 at 6,901.00"), [["6,901.00", 6901, "none", 0.01]]);
});

/** A number as an article writes it: its digits, and the value and step that they mean, computed from whole numbers by the writer alone. */
const written = fc
  .record({ whole: fc.integer({ min: 1, max: 9_999_999 }), places: fc.integer({ min: 0, max: 3 }), grouped: fc.boolean() })
  .map(({ whole, places, grouped }) => {
    const plain = String(whole);
    const integer = places === 0 ? plain : plain.padStart(places + 1, "0").slice(0, -places);
    const fraction = places === 0 ? "" : `.${plain.padStart(places + 1, "0").slice(-places)}`;
    const groups = Number(integer).toLocaleString("en-US");
    let zeros = 0;
    while (whole % 10 ** (zeros + 1) === 0 && zeros < plain.length - 2) zeros++;
    return { text: (grouped ? groups : integer) + fraction, value: whole / 10 ** places, step: places === 0 ? 10 ** zeros : 10 ** -places };
  });

const UNITS: readonly (readonly [before: string, behind: string, unit: QuantityUnit, factor: number])[] = [
  ["", " %", "ratio", 0.01],
  ["", " percent", "ratio", 0.01],
  ["$", "", "USD", 1],
  ["$", " billion", "USD", 1e9],
  ["€", "bn", "EUR", 1e9],
  ["", " dollars", "USD", 1],
  ["", " points", "points", 1],
  ["", " sessions", "sessions", 1],
  ["", "-month", "months", 1],
];

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.abs(b);

test("a number that is written is read back, with the precision that it claims", () => {
  fc.assert(
    fc.property(written, fc.constantFrom(...UNITS), ({ text, value, step }, [before, behind, unit, factor]) => {
      // "1.000" can be read in two ways, and is not read.
      fc.pre(!/^[1-9]\d{0,2}\.000$/.test(text));
      const said = before + text + behind;
      const sentence = `They say that it moved by ${said} there.`;
      const [one, ...more] = quantitiesIn(sentence);
      assert.deepEqual(more, [], sentence);
      assert.equal(sentence.slice(one!.from, one!.to), said);
      assert.equal(one!.unit, unit);
      assert.equal(one!.bound, "exact");
      assert.ok(close(one!.value, value * factor), `${sentence}: ${one!.value}`);
      assert.ok(close(one!.step, step * factor), `${sentence}: step ${one!.step}`);
    }),
    { numRuns: 500 },
  );
});

const PIECES =
  "27 % $ 126,000 . , - – 1/2 3 to and between about more than a quarter point S&P 500 2021 October Thursday 11 bp k bn th Q3 ' ( ) twenty five half of year month per / : no 1".split(
    " ",
  );
const salad = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", " ")), { maxLength: 40 }).map((pieces) => pieces.flat().join(""));
const anyText = fc.oneof(salad, fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 }));

test("of any text the numbers ascend, do not overlap, and are of use", () => {
  fc.assert(
    fc.property(anyText, (sentence) => {
      let end = 0;
      for (const { from, to, value, upper, step } of quantitiesIn(sentence)) {
        assert.ok(from >= end && to > from && to <= sentence.length, sentence);
        assert.ok(Number.isFinite(value) && value >= 0 && step > 0, sentence);
        assert.ok(upper === undefined || upper > value, sentence);
        assert.equal(sentence.slice(from, to).trim(), sentence.slice(from, to));
        end = to;
      }
    }),
    { numRuns: 2000 },
  );
});

test("a hundred thousand characters of anything are read in time", () => {
  const repeated = ["1", "1,", "a ", "1-1/2 ", "from 1 to ", "$1 ", "a quarter of ", "as much as "];
  for (const piece of repeated) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const began = performance.now();
    quantitiesIn(text);
    // Linear is a second at most on a slow machine; quadratic were minutes.
    assert.ok(performance.now() - began < 15_000, piece);
  }
});
