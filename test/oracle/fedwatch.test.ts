// Paths against what CME's tool published, against another implementation, and against trees taken apart from CME's own history. Those figures are CME's and no
// part of the project.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { addedOdds, type Rule, ratePath, type StepOdds, stepOdds } from "../../src/rates/index.ts";

const FILE = new URL("../../../shared/data/fedwatch/oracles.json", import.meta.url);
const skip = existsSync(FILE) ? false : "the published probabilities, which are no part of the project, are absent";

interface PriceOracle {
  id: string;
  kind: "cme-tool" | "implementation" | "negative-control";
  watch_date: string;
  current_lower_bp: number;
  parameters: Rule;
  prices: Record<string, number>;
  meetings: string[];
  published_percent: Record<string, Record<string, number>>;
  tolerance_pp: number;
  reference: { meeting: string; start: number; end: number; moves: number; dist_lower_bp: Record<string, number> }[];
}
interface TreeOracle {
  id: string;
  current_lower_bp: number;
  meetings: { meeting: string; moves?: number; dist_lower_bp: Record<string, number> }[];
}
const oracles: { price_oracles: PriceOracle[]; tree_oracles: TreeOracle[]; synthetic: (PriceOracle & { expect: PriceOracle["reference"] })[] } = skip
  ? { price_oracles: [], tree_oracles: [], synthetic: [] }
  : JSON.parse(readFileSync(FILE, "utf8"));

test("the published probabilities of CME's tool are there to be compared with", { skip }, () => {
  assert.ok(oracles.price_oracles.filter(({ kind }) => kind === "cme-tool").length >= 7);
  assert.ok(oracles.tree_oracles.length >= 4);
});

const pathOf = ({ prices, meetings, current_lower_bp: lower, watch_date: asOf }: PriceOracle, rule: Rule) =>
  ratePath({ prices, meetings, targetRange: { lower: lower / 100, upper: lower / 100 + 0.25 }, asOf, rule });

/** The largest difference between the probabilities of a path and the published ones, in percentage points. */
function furthest(oracle: PriceOracle, published: PriceOracle["published_percent"], rule: Rule): number {
  const path = pathOf(oracle, rule);
  let worst = 0;
  for (const [day, ranges] of Object.entries(published)) {
    const meeting = path.meetings.find((one) => one.meeting === day);
    assert.ok(meeting, `no meeting of ${day}`);
    for (const [lower, percent] of Object.entries(ranges)) {
      const own = meeting.ranges.find(({ lowerBp }) => lowerBp === Number(lower))?.probability ?? 0;
      worst = Math.max(worst, Math.abs(own * 100 - percent));
    }
  }
  return worst;
}

for (const oracle of oracles.price_oracles) {
  test(`${oracle.id}: the probabilities are those published`, () => {
    const worst = furthest(oracle, oracle.published_percent, oracle.parameters);
    assert.ok(worst <= oracle.tolerance_pp, `${worst} percentage points apart`);
    for (const { meeting, start, end, moves, dist_lower_bp: odds } of oracle.reference) {
      const own = pathOf(oracle, oracle.parameters).meetings.find((one) => one.meeting === meeting);
      assert.ok(own);
      for (const [value, expected] of [
        [own.start, start],
        [own.end, end],
        [own.changeBp! / 25, moves],
        ...own.ranges.map(({ lowerBp, probability }) => [probability, odds[lowerBp] ?? 0]),
      ] as [number, number][]) {
        assert.ok(Math.abs(value - expected) < 1e-9, `${meeting}: expected ${expected}, received ${value}`);
      }
    }
  });
}

for (const control of oracles.price_oracles.filter(({ kind }) => kind === "negative-control")) {
  test(`${control.id}: another rule is told apart from what was published`, () => {
    const published = oracles.price_oracles.find((one) => one.kind !== "negative-control" && one.watch_date === control.watch_date);
    assert.ok(published);
    assert.ok(furthest(published, published.published_percent, control.parameters) > 1);
  });
}

for (const oracle of oracles.price_oracles.filter(({ kind }) => kind === "cme-tool")) {
  test(`${oracle.id}: only the default rule holds`, () => {
    // Where a meeting has months without a meeting on either side its own price is not used, and the day counts are alike.
    const others: Rule[] = [
      { anchors: "end", daycount: "incl" },
      { anchors: "end", daycount: "excl" },
    ];
    for (const rule of others) assert.ok(furthest(oracle, oracle.published_percent, rule) > oracle.tolerance_pp, JSON.stringify(rule));
  });
}

for (const { id, current_lower_bp: lower, meetings } of oracles.tree_oracles) {
  test(`${id}: the tree is CME's`, () => {
    let sums: StepOdds[] = [{ changeBp: 0, probability: 1 }];
    for (const { meeting, moves, dist_lower_bp: odds } of meetings) {
      // A first row that folds several meetings into one begins the tree.
      sums =
        moves === undefined
          ? Object.entries(odds).map(([bp, probability]) => ({ changeBp: Number(bp) - lower, probability }))
          : addedOdds(sums, stepOdds(moves * 25));
      for (const { changeBp, probability } of sums) {
        const expected = odds[lower + changeBp] ?? 0;
        assert.ok(Math.abs(probability - expected) < 1e-6, `${meeting} ${lower + changeBp}: expected ${expected}, received ${probability}`);
      }
    }
  });
}

for (const oracle of oracles.synthetic) {
  test(`${oracle.id}: as worked out by hand`, () => {
    const path = pathOf(oracle, oracle.parameters);
    for (const { meeting, start, end, moves, dist_lower_bp: odds } of oracle.expect) {
      const own = path.meetings.find((one) => one.meeting === meeting);
      assert.ok(own?.changeBp !== null && own !== undefined);
      for (const [value, expected] of [
        [own.start, start],
        [own.end, end],
        [own.changeBp / 25, moves],
        ...own.ranges.map(({ lowerBp, probability }) => [probability, odds[lowerBp] ?? 0]),
      ] as [number, number][]) {
        assert.ok(Math.abs(value - expected) < 1e-9, `${meeting}: expected ${expected}, received ${value}`);
      }
    }
  });
}
