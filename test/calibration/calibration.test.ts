import assert from "node:assert/strict";
import { test } from "node:test";
import { runExperiments } from "../../calibrate/experiments.ts";
import { reportOf } from "../../calibrate/report.ts";
import { excess, type Row, rate } from "../../calibrate/tally.ts";

const BEYOND = 3; // standard errors

const rows = runExperiments({ quick: true, only: ["coincidence", "phases", "lead and lag", "catch-up", "intervals"], progress: () => {} });

/** Rows of one statistic at one level over all settings of one truth: few runs each, enough together. */
function pooled(some: readonly Row[]): Map<string, Row> {
  const pools = new Map<string, Row>();
  for (const row of some) {
    const key = `${row.experiment}, ${row.statistic} at ${row.nominal}`;
    const pool = pools.get(key);
    if (pool) pools.set(key, { ...pool, rejected: pool.rejected + row.rejected, replications: pool.replications + row.replications });
    else pools.set(key, row);
  }
  return pools;
}

function under(by: Row["by"], truth: Row["truth"], matching: (row: Row) => boolean = () => true): Map<string, Row> {
  return pooled(rows.filter((row) => row.by === by && row.truth === truth && matching(row)));
}

test("no printed test or interval is wrong more often than it says, where there is nothing to find", () => {
  const sizes = under("product", "null");
  assert.ok(sizes.size > 15);
  for (const [name, row] of sizes) {
    // Eight cases that do not overlap are rare: the full run has enough of them.
    assert.ok(row.replications >= 25 || name.includes("forward returns"), `${name}: ${row.replications} runs`);
    assert.ok(excess(row) <= BEYOND, `${name}: ${rate(row)} of ${row.replications}`);
  }
});

test("what is commonly done instead is wrong more often than it says, on the same walks", () => {
  const wrong = [
    ["binomial null", "252-session highs, window 0"],
    ["circular shifts", "from a common start"],
    ["days as independent, base of days as far down", ""],
    ["plain correlation", "t shocks, one volatility for both"],
  ] as const;
  for (const [statistic, setting] of wrong) {
    const sizes = under("comparison", "null", (row) => row.statistic === statistic && row.setting.includes(setting) && row.nominal === 0.05);
    assert.equal(sizes.size, 1);
    for (const [name, row] of sizes) assert.ok(excess(row) > BEYOND, `${name}: ${rate(row)} of ${row.replications}`);
  }
});

test("where there is something to find, the printed tests find it more often than by chance", () => {
  const powers = under("product", "relation", ({ nominal, experiment }) => nominal === 0.05 && experiment !== "intervals");
  // A year ahead the laggard mostly regains its record either way; matched bases and the shrunk verdict trade power for caution.
  const able = [...powers].filter(([name]) => !/365 days|matched bases|verdict/.test(name));
  assert.ok(able.length >= 5);
  for (const [name, row] of able) assert.ok(excess(row) > BEYOND, `${name}: ${rate(row)} of ${row.replications}`);
});

test("the binomial null finds less than the shifts do as soon as the window has a width", () => {
  const wide = (by: Row["by"], statistic: string) => {
    const [row] = under(
      by,
      "relation",
      (one) => one.statistic === statistic && one.setting.includes("252-session highs, window 20") && one.nominal === 0.05,
    ).values();
    return rate(row!);
  };
  assert.ok(wide("product", "circular shifts") > 2 * wide("comparison", "binomial null"));
});

test("the report names every table and is the same for the same rows", () => {
  const text = reportOf(rows, { quick: true });
  for (const heading of ["Coincidence of highs and lows", "Phases", "Lead and lag", "Will it catch up", "Intervals"])
    assert.match(text, new RegExp(`^## ${heading}$`, "m"));
  assert.equal(reportOf(rows, { quick: true }), text);
  assert.doesNotMatch(text, /NaN|undefined|Infinity/);
});
