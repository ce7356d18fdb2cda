import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stepStates } from "../../src/lockstep/index.ts";
import { naiveSteps } from "../naive/stepStates.ts";

// Drawdowns with ties, gaps and a jump now and then; no two of their ratios are equal, so that a tie is one to the last bit.
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, -0.0137, -0.0291, -0.0533) },
  { weight: 2, arbitrary: fc.noBias(fc.integer({ min: 1, max: 99_991 })).map((value) => -value * 1e-6) },
  { weight: 2, arbitrary: fc.constantFrom(-0.3119, -0.7043) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const columns = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 }))
  .chain(([members, sessions]) => fc.array(fc.array(cell, { minLength: sessions, maxLength: sessions }), { minLength: members, maxLength: members }));
const options = fc.record({
  enter: fc.constantFrom(1.0173, 2.3119, 3.0071),
  exit: fc.constantFrom(0.2013, 0.5077, 1.0091),
  history: fc.integer({ min: 2, max: 10 }),
});

function near(actual: number, expected: number, what: string): void {
  const within = 1e-6 * Math.max(1, Math.abs(expected));
  assert.ok(Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= within, `${what}: expected ${expected}; received ${actual}`);
}

test("distances and states are what every session's own history, looked up afresh, gives", () => {
  fc.assert(
    fc.property(columns, options, (members, option) => {
      const steps = stepStates(members, option);
      assert.equal(steps.length, members.length);
      for (const [k, { distance, states }] of steps.entries()) {
        const naive = naiveSteps(members, k, option);
        assert.equal(distance.length, naive.distance.length);
        for (const [t, z] of naive.distance.entries()) near(distance[t]!, z, `member ${k}, session ${t}`);
        assert.deepEqual(states, naive.states, `member ${k}`);
      }
    }),
    { numRuns: 500 },
  );
});

test("a state is known on its session: what comes after changes nothing", () => {
  fc.assert(
    fc.property(columns, options, fc.nat(30), (members, option, cut) => {
      const whole = stepStates(members, option);
      const then = stepStates(
        members.map((column) => column.slice(0, cut)),
        option,
      );
      assert.deepEqual(
        then,
        whole.map(({ distance, states }) => ({ distance: distance.slice(0, cut), states: states.slice(0, cut) })),
      );
    }),
  );
});

test("a state is unknown exactly where the distance is, and the others' order does not matter", () => {
  fc.assert(
    fc.property(columns, options, (members, option) => {
      const steps = stepStates(members, option);
      for (const { distance, states } of steps) {
        assert.deepEqual(
          states.map((state) => state === "unknown"),
          Array.from(distance, Number.isNaN),
        );
      }
      assert.deepEqual(stepStates(members.toReversed(), option).toReversed(), steps);
    }),
    { numRuns: 100 },
  );
});

// By hand: the two others stay at their record, so a member's gap is its own log distance. Its median stays at zero and the median absolute
// deviation at 0.01, so that a gap of g has the distance 0.6745 g / 0.01.
const still = (length: number) => Array.from({ length }, () => 0);
const REST = [0.01, -0.01, 0, 0.01, -0.01, 0, 0.01, -0.01, 0, 0.01, -0.01];
const member = (...gaps: number[]) => {
  const own = [...REST, ...gaps].map((gap) => Math.expm1(gap));
  const steps = stepStates([still(own.length), own, still(own.length)], { enter: 3, exit: 1.5, history: 11 })[1]!;
  return { states: steps.states.slice(10), distance: steps.distance.slice(10) };
};

test("a member leaves the step at one threshold and is back below another (by hand)", () => {
  const behind = member(-0.05, 0.01, -0.05, -0.03, -0.01);
  near(behind.distance[1]!, -3.37245, "0.6745 times five");
  assert.deepEqual(behind.states, ["inStep", "behind", "inStep", "behind", "behind", "inStep"]);
  const ahead = member(0.05, -0.01, 0.05, 0.03, 0.01);
  assert.deepEqual(ahead.states, ["inStep", "ahead", "inStep", "ahead", "ahead", "inStep"]);
  // Between the thresholds a member that was in step stays in step, and one that changes sides is back.
  assert.deepEqual(member(-0.03).states, ["inStep", "inStep"]);
  assert.deepEqual(member(-0.05, 0.03).states, ["inStep", "behind", "inStep"]);
  assert.deepEqual(member(-0.05, 0.06).states, ["inStep", "behind", "ahead"]);
});

test("a session without a value is unknown and leaves the state as it was", () => {
  assert.deepEqual(member(-0.05, Number.NaN, -0.03).states, ["inStep", "behind", "unknown", "behind"]);
});

test("nothing is said before the history is long enough, without two others, or where a member never varied", () => {
  const own = [0, -0.1, -0.2, -0.4];
  const said = (columns: number[][], history: number) => stepStates(columns, { enter: 3, exit: 1, history })[0]!.states.map((state) => state !== "unknown");
  assert.deepEqual(said([own, still(4), still(4)], 3), [false, false, true, true]);
  assert.deepEqual(said([own, still(4)], 2), [false, false, false, false]);
  assert.deepEqual(said([still(4), still(4), still(4)], 2), [false, false, false, false]);
  assert.deepEqual(stepStates([], { enter: 3, exit: 1, history: 2 }), []);
});

test("thresholds, histories and columns that are none are refused", () => {
  const good = { enter: 3, exit: 1.5, history: 4 };
  assert.throws(() => stepStates([], { ...good, exit: 3 }), { name: "RangeError", message: "invalid exit: 3 with enter 3" });
  assert.throws(() => stepStates([], { ...good, exit: -1 }), { name: "RangeError", message: "invalid exit: -1 with enter 3" });
  assert.throws(() => stepStates([], { ...good, enter: Number.NaN }), { name: "RangeError", message: "invalid exit: 1.5 with enter NaN" });
  for (const history of [1, 2.5]) assert.throws(() => stepStates([], { ...good, history }), { name: "RangeError", message: `invalid history: ${history}` });
  assert.throws(() => stepStates([[0], [0, 0], [0]], good), { name: "RangeError", message: "invalid lengths: 1, 2, 1" });
});
