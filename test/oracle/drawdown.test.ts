import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber, toSeries } from "../../src/market/index.ts";
import { drawdownEpisodes } from "../../src/records/index.ts";

const daily = (values: number[], from = "2000-01-03") =>
  toSeries({ market: "A", field: "close", unit: "index", source: "oracle", sessions: values.map((_, k) => dayNumber(from) + k), values });

// Witness: the test fixture of pyfolio (price series of tests/test_timeseries.py), dates and depths as published there.
test("pyfolio's fixture: two drawdowns, one recovered and one open", () => {
  const prices = [100, 110, 120, 150, 180, 200, 100, 120, 160, 180, 200, 300, 400, 500, 600, 800, 900, 1000, 650, 600];
  assert.deepEqual(
    drawdownEpisodes(daily(prices)).map(({ depth, ...days }) => ({ ...days, depth: Math.round(depth * 1e12) / 1e12 })),
    [
      { peakOn: "2000-01-08", troughOn: "2000-01-09", recoveredOn: "2000-01-13", depth: -0.5 },
      { peakOn: "2000-01-20", troughOn: "2000-01-22", recoveredOn: null, depth: -0.4 },
    ],
  );
  const [first] = drawdownEpisodes(daily([100, 120, 100, 80, 70, 110, 180, 150]));
  assert.deepEqual([first?.peakOn, first?.troughOn, first?.recoveredOn], ["2000-01-04", "2000-01-07", "2000-01-09"]);
  assert.equal(drawdownEpisodes(daily([100, 90, 75]))[0]?.depth, -0.25);
});

// Witness: quantstats issue 233, whose table had the end of the open drawdown wrong; depths by hand: 97 / 101 - 1 and 99 / 101 - 1.
test("the open drawdown of quantstats issue 233", () => {
  const episodes = drawdownEpisodes(daily([100, 101, 99, 98, 97, 101, 99]));
  assert.deepEqual(
    episodes.map(({ depth, recoveredOn }) => [(depth * 100).toFixed(6), recoveredOn]),
    [
      ["-3.960396", "2000-01-08"],
      ["-1.980198", null],
    ],
  );
});

// Witness: the tests of empyrical, returns of -10 % after a peak; the first day's loss is one too.
test("empyrical's mixed returns, and a fall on the first day", () => {
  const prices = (returns: number[]) => {
    const levels = [100];
    for (const change of returns) levels.push(levels.at(-1)! * (1 + change));
    return levels;
  };
  const deepest = (returns: number[]) => Math.min(...drawdownEpisodes(daily(prices(returns))).map(({ depth }) => depth));
  assert.ok(Math.abs(deepest([0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1]) + 0.1) < 1e-12);
  assert.ok(Math.abs(deepest([0.1, -0.1, 0.1]) + 0.1) < 1e-12);
  assert.ok(Math.abs(deepest([-0.1, 0.05]) + 0.1) < 1e-12);
});
