import assert from "node:assert/strict";
import { test } from "node:test";
import { endingIntervals, endings } from "../../src/lag/index.ts";
import { dayNumber } from "../../src/market/index.ts";
import { seeded } from "../../src/num/index.ts";

const ended = (onset: string, resolution: "catchUp" | "rollOver", resolvedOn: string) => ({ onset, resolution, resolvedOn });
const UNTIL = dayNumber("2021-01-01");
const OPTIONS = { horizons: [30, 180], until: UNTIL, level: 0.9, reps: 499 };

test("cases that all ended alike leave no doubt by resampling, and cases of both kinds do", () => {
  const alike = Array.from({ length: 6 }, () => ended("2020-01-01", "catchUp", "2020-01-11"));
  const [month] = endingIntervals(alike, { ...OPTIONS, uniform: seeded(1) });
  assert.deepEqual(
    [month!.catchUp, month!.rollOver],
    [
      { lower: 1, upper: 1, level: 0.9 },
      { lower: 0, upper: 0, level: 0.9 },
    ],
  );
  const mixed = [...alike.slice(3), ...Array.from({ length: 3 }, () => ended("2020-01-01", "rollOver", "2020-01-21"))];
  const [other] = endingIntervals(mixed, { ...OPTIONS, uniform: seeded(1) });
  // Without a censored case the share of a resample is binomial (6, 1/2) over six: its quantiles at 5 and 95 percent are 1/6 and 5/6.
  assert.deepEqual(
    [other!.catchUp.lower, other!.catchUp.upper].map((one) => one.toFixed(4)),
    ["0.1667", "0.8333"],
  );
  assert.deepEqual(
    [other!.rollOver.lower, other!.rollOver.upper].map((one) => one.toFixed(4)),
    ["0.1667", "0.8333"],
  );
});

test("the interval holds the estimate, by every horizon, with a case that is censored", () => {
  const cases = [
    ended("2020-01-01", "catchUp", "2020-01-15"),
    ended("2020-02-01", "rollOver", "2020-05-01"),
    ended("2020-06-01", "catchUp", "2020-08-01"),
    ended("2020-09-01", "rollOver", "2020-10-01"),
    { onset: "2020-12-20", resolution: "open" as const, resolvedOn: null },
  ];
  const found = endingIntervals(cases, { ...OPTIONS, uniform: seeded(7) });
  for (const [k, { catchUp, rollOver }] of endings(cases, { horizons: OPTIONS.horizons, until: UNTIL }).at.entries()) {
    for (const [estimate, { lower, upper }] of [
      [catchUp, found[k]!.catchUp],
      [rollOver, found[k]!.rollOver],
    ] as const)
      assert.ok(0 <= lower && lower <= estimate && estimate <= upper && upper <= 1, `${lower} ${estimate} ${upper}`);
  }
  assert.deepEqual(endingIntervals(cases, { ...OPTIONS, uniform: seeded(7) }), found, "the same chance, the same intervals");
  assert.notDeepEqual(endingIntervals(cases, { ...OPTIONS, uniform: seeded(8) }), found);
});

test("without cases nothing is known, and what is no level or count is refused", () => {
  const [none] = endingIntervals([], { ...OPTIONS, uniform: seeded(1) });
  assert.ok(Number.isNaN(none!.catchUp.lower) && Number.isNaN(none!.rollOver.upper));
  assert.throws(() => endingIntervals([], { ...OPTIONS, level: 1, uniform: seeded(1) }), /^RangeError: invalid level: 1/);
  assert.throws(() => endingIntervals([], { ...OPTIONS, reps: 0, uniform: seeded(1) }), /^RangeError: invalid reps: 0/);
});
