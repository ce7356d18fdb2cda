import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { saysValue } from "../../../src/note/binding/saysValue.ts";
import { changeText, measureText } from "../../../src/note/claims/measureText.ts";
import { sampleMeasure } from "./samples.ts";

const said = (value: number | null, unit: string) => measureText({ value, unit });

test("a value is said in the manner of its unit", () => {
  assert.deepEqual([said(-0.2734, "ratio"), said(0.754, "probability"), said(3.75, "percent")], ["\u221227.3%", "75.4%", "3.75%"]);
  assert.deepEqual([said(-25, "bp"), said(56.24, "bp"), said(5.04, "years"), said(0.346, "correlation")], ["\u221225 bp", "56.2 bp", "5.0 years", "0.35"]);
  assert.deepEqual([said(257.8, "USD"), said(124658.54, "USD"), said(-3.2, "USD"), said(0, "USD")], ["$257.80", "$124,659", "\u2212$3.20", "$0.00"]);
  assert.deepEqual(
    [said(8.167e9, "USD"), said(40e9, "USD"), said(-1.25e12, "USD"), said(8.2e9, "USD")],
    ["$8.17 billion", "$40 billion", "\u2212$1.25 trillion", "$8.2 billion"],
  );
  assert.deepEqual(
    [said(1, "sessions"), said(28, "records"), said(1234, "days"), said(6827.41, "index")],
    ["1 session", "28 records", "1,234 days", "6,827.41"],
  );
  assert.deepEqual([said(1.5, "EUR"), said(3, "none"), said(null, "USD")], ["1.50 EUR", "3", "unknown"]);
});

test("a change says its direction, and none where it rounds to nothing", () => {
  assert.deepEqual(
    [0.155, -0.211, 0, 0.0001].map((value) => changeText({ value, unit: "ratio" })),
    ["+15.5%", "\u221221.1%", "0.0%", "0.0%"],
  );
});

test("whatever the unit, the text says what the measure holds", () => {
  const unit = fc.constantFrom(
    "ratio",
    "probability",
    "percent",
    "bp",
    "points",
    "correlation",
    "years",
    "times",
    "deviations",
    "index",
    "USD",
    "EUR",
    "sessions",
    "records",
  );
  const value = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ min: -1e13, max: 1e13, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.option(value), unit, (one, of) => {
      const measure = sampleMeasure(one, of, { n: 7 });
      assert.ok(saysValue(measureText(measure), measure), `${measureText(measure)} of ${one} ${of}`);
      assert.ok(saysValue(changeText(measure), measure), changeText(measure));
    }),
  );
});
