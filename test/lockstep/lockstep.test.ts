import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { laggardAtRecords, outOfStep } from "../../src/lockstep/index.ts";
import { dayNumber, through } from "../../src/market/index.ts";
import { recordHighs, standing } from "../../src/records/index.ts";
import { gauge } from "../arbitraries.ts";

test("at each record of the leader the laggard's standing is the one that it had that day", () => {
  fc.assert(
    fc.property(gauge("A"), gauge("B"), (leader, laggard) => {
      const { days, missing } = laggardAtRecords({ leader, laggard, near: 0.1 });
      const expected = recordHighs(leader.record).flatMap(({ session }) => {
        const then = standing(through(laggard.level, dayNumber(session)), { near: 0.1, record: through(laggard.record, dayNumber(session)) });
        return then?.session === session ? [{ session, distance: then.distance, state: then.state }] : [];
      });
      assert.deepEqual(days, expected);
      const begun = recordHighs(laggard.record)[0]?.session;
      const since = recordHighs(leader.record).filter(({ session }) => begun !== undefined && session >= begun).length;
      assert.equal(days.length + missing, since);
    }),
    { numRuns: 500 },
  );
});

const at = (market: string, state: "record" | "near" | "apart" | undefined, distance: number) => ({ market, state, distance });

test("the market out of step is the one asked about when it is apart, else the furthest", () => {
  const members = [at("A", "record", 0), at("B", "apart", -0.2), at("C", "apart", -0.5), at("D", "near", -0.05)];
  assert.deepEqual(outOfStep(members, { leader: "A", laggard: "B" }), {
    market: "B",
    known: true,
    alsoApart: ["C"],
    reason: "the market that the group asks about",
  });
  assert.deepEqual(outOfStep(members, { leader: "A", laggard: "D" }), {
    market: "C",
    known: true,
    alsoApart: ["B"],
    reason: "the member furthest below its record",
  });
  assert.equal(outOfStep(members, { leader: "A" }).market, "C");
});

test("none is out of step without a leader at or near its record, and unknown is said", () => {
  const unknown = Number.NaN;
  assert.equal(outOfStep([at("A", "apart", -0.3), at("B", "apart", -0.5)], { leader: "A" }).market, null);
  assert.match(outOfStep([at("A", undefined, unknown), at("B", "apart", -0.5)], { leader: "A" }).reason, /^the state of the leader, A/);
  const members = [at("A", "record", 0), at("B", undefined, unknown), at("C", "apart", -0.4)];
  assert.match(outOfStep(members, { leader: "A", laggard: "B" }).reason, /^the state of B/);
  assert.equal(outOfStep([at("A", "record", 0), at("B", "near", -0.01)], { leader: "A" }).reason, "no member is apart from its record");
});

test("the furthest of those known is not called the furthest while another is unknown", () => {
  const members = [at("A", "record", 0), at("B", undefined, Number.NaN), at("C", "apart", -0.4), at("D", "apart", -0.6)];
  assert.deepEqual(outOfStep(members, { leader: "A" }), { market: null, known: false, alsoApart: ["D", "C"], reason: "the state of B is unknown" });
  assert.equal(outOfStep([at("A", "record", 0), at("B", undefined, Number.NaN)], { leader: "A" }).known, false);
  // The market asked about is named all the same: it was chosen beforehand.
  const asked = outOfStep(members, { leader: "A", laggard: "C" });
  assert.deepEqual([asked.market, asked.known], ["C", true]);
});

test("equal distances keep the order of the group", () => {
  const members = [at("A", "near", -0.01), at("C", "apart", -0.4), at("B", "apart", -0.4)];
  assert.deepEqual([outOfStep(members, { leader: "A" }).market, outOfStep(members, { leader: "A" }).alsoApart], ["C", ["B"]]);
});
