import assert from "node:assert/strict";
import { test } from "node:test";
import { runExperiments } from "../../calibrate/experiments.ts";
import { reportOf } from "../../calibrate/report.ts";
import { excess, type Row, rate } from "../../calibrate/tally.ts";

const BEYOND = 3; // standard errors

const rows = runExperiments({ quick: true, only: ["scan"], progress: () => {} });

/** One statistic at 5 %, over all settings that match: few runs each, enough together. */
function together(statistic: string, matching: (row: Row) => boolean): Row {
  const some = rows.filter((row) => row.statistic === statistic && row.nominal === 0.05 && matching(row));
  assert.ok(some.length > 0, statistic);
  const sum = (key: "rejected" | "replications") => some.reduce((total, row) => total + row[key], 0);
  return { ...some[0]!, rejected: sum("rejected"), replications: sum("replications") };
}

const unrelated = ({ truth, setting }: Row) => truth === "null" && !setting.includes("one volatility");

test("families and whole scans find no more than they say where nothing is related, with short histories and dependent seconds too", () => {
  for (const statistic of ["family of a leader", "any pair found"]) {
    const row = together(statistic, unrelated);
    assert.ok(row.replications > 80 && excess(row) <= BEYOND, `${statistic}: ${rate(row)} of ${row.replications}`);
  }
});

test("the least p of a leader's pairs finds far more than it says", () => {
  const row = together("least p of its pairs", unrelated);
  assert.ok(excess(row) > BEYOND, `${rate(row)} of ${row.replications}`);
});

test("the breadth of the others takes the factor out of the lift", () => {
  const median = (statistic: string) => rows.find((row) => row.setting === "one factor, quoted prices" && row.statistic === statistic)!.spread![1];
  assert.ok(median("beyond") > 0.8 && median("beyond") < 1.2, `${median("beyond")}`);
  assert.ok(median("lift") > 1.2, `${median("lift")}`);
});

test("the report has the section, and is the same for the same rows", () => {
  const text = reportOf(rows, { quick: true });
  assert.match(text, /^## Scan of a universe$/m);
  assert.match(text, /^\| one factor, quoted prices \| beyond \| \d/m);
  assert.equal(reportOf(rows, { quick: true }), text);
  assert.doesNotMatch(text.slice(text.indexOf("## Scan"), text.indexOf("## Real series")), /NaN|undefined|Infinity/);
});
