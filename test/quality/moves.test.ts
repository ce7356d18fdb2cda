import assert from "node:assert/strict";
import { test } from "node:test";
import { usualStep } from "../../src/quality/far.ts";
import { farGap } from "../../src/quality/gapToNext.ts";
import { takenBack } from "../../src/quality/spike.ts";
import { splitLike, unadjustedSplit } from "../../src/quality/split.ts";
import { farWick, longerWick } from "../../src/quality/wick.ts";

// All by hand from the thresholds that the functions state, in logarithms.

test("the longer wick, above with a plus and below with a minus", () => {
  const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12, `${value}`);
  near(longerWick(100, 110, 99, 101), Math.log(110 / 101));
  near(longerWick(100, 102, 90, 101), -Math.log(100 / 90));
  near(longerWick(Number.NaN, 102, 90, 101), -Math.log(101 / 90));
  near(longerWick(100, 110, Number.NaN, 101), Math.log(110 / 101));
  near(longerWick(100, Number.NaN, 90, 101), -Math.log(100 / 90));
  assert.ok(Number.isNaN(longerWick(100, Number.NaN, Number.NaN, 101)));
});

test("a wick is far beyond 30 usual wicks and 18 usual steps", () => {
  assert.equal(farWick(0.31, 0.01, 0.01), true);
  assert.equal(farWick(-0.31, 0.01, 0.01), true);
  assert.equal(farWick(0.29, 0.01, 0.01), false);
  assert.equal(farWick(0.31, 0.001, 0.018), false);
  assert.equal(farWick(0.31, Number.NaN, 0.01), true);
  assert.equal(farWick(Number.NaN, 0.01, 0.01), false);
});

test("a break looks like a split when all of it came overnight, near a ratio, and the bar is quiet", () => {
  const half = { step: -Math.log(2) + 0.01, openStep: -Math.log(2), span: 0.02, usual: 0.01 };
  assert.deepEqual(splitLike(half), { name: "2:1", factor: -Math.log(2) });
  assert.deepEqual(splitLike({ ...half, openStep: Number.NaN, span: Number.NaN }), { name: "2:1", factor: -Math.log(2) });
  assert.equal(splitLike({ ...half, openStep: -0.2 }), undefined);
  assert.equal(splitLike({ ...half, span: 0.06 }), undefined);
  assert.equal(splitLike({ ...half, step: -Math.log(2) + 0.041 }), undefined);
  assert.deepEqual(splitLike({ step: Math.log(10), openStep: Math.log(10), span: 0.02, usual: 0.01 }), { name: "1:10", factor: Math.log(10) });
  // 5:4 is 22 usual steps of 1 % and 11 of 2 %.
  const fifth = { step: -Math.log(1.25), openStep: -Math.log(1.25), span: 0.02, usual: 0.01 };
  assert.equal(splitLike(fifth)?.name, "5:4");
  assert.equal(splitLike({ ...fifth, usual: 0.02 }), undefined);
  // Without opens 18 usual steps: 22 of 1 %, 15 of 1.5 %.
  assert.equal(splitLike({ ...fifth, openStep: Number.NaN })?.name, "5:4");
  assert.equal(splitLike({ ...fifth, openStep: Number.NaN, usual: 0.015 }), undefined);
});

test("a step on the day of a split is nearer to its ratio than to nothing, or prices were adjusted", () => {
  assert.equal(unadjustedSplit(4, -Math.log(4) + 0.05, 0.01)?.name, "4:1");
  assert.equal(unadjustedSplit(0.1, Math.log(10), 0.01)?.name, "1:10");
  assert.equal(unadjustedSplit(4, -0.05, 0.01), undefined);
  assert.equal(unadjustedSplit(4, Math.log(4), 0.01), undefined);
  assert.equal(unadjustedSplit(1.04, -Math.log(1.04), 0.01), undefined);
  assert.equal(unadjustedSplit(1, 0, 0.01), undefined);
  assert.equal(unadjustedSplit(Number.NaN, -0.7, 0.01), undefined);
});

test("a step is taken back when the next open undoes 0.85 to 1.2 of it and the next close leaves 0.3", () => {
  const turn = { step: 0.1, usual: 0.01, nextOpen: 0.01, next: 0.02 };
  assert.equal(takenBack(turn), true);
  assert.equal(takenBack({ ...turn, nextOpen: 0.016 }), false);
  assert.equal(takenBack({ ...turn, nextOpen: -0.021 }), false);
  assert.equal(takenBack({ ...turn, next: -0.031 }), false);
  assert.equal(takenBack({ ...turn, usual: 0.021 }), false);
  assert.equal(takenBack({ ...turn, nextOpen: Number.NaN, usual: 0.0099 }), true);
  assert.equal(takenBack({ ...turn, nextOpen: Number.NaN, usual: 0.0101 }), false);
  assert.equal(takenBack({ ...turn, nextOpen: Number.NaN, usual: 0.0099, next: 0.021 }), false);
});

test("a gap is far beyond 1 % and ten usual gaps, of which 21 are held", () => {
  assert.equal(farGap(-0.011, 0.001, 21), true);
  assert.equal(farGap(0.011, 0.001, 20), false);
  assert.equal(farGap(0.009, 0, 63), false);
  assert.equal(farGap(0.011, 0.0012, 63), false);
});

test("of a market of which little is known, the usual step is a wild one's", () => {
  assert.deepEqual(
    [usualStep(Number.NaN, 0), usualStep(0.01, 20), usualStep(0.08, 20), usualStep(0.01, 21), usualStep(0, 63)],
    [0.05, 0.05, 0.08, 0.01, 0.0005],
  );
});
