import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { aalenJohansen, bpcp, clopperPearson, kaplanMeier, riskSets } from "../../src/num/index.ts";
import { type Case, naiveIncidence, naiveStandardError, naiveSurvival } from "../naive/survival.ts";

// Few distinct times: most are shared by several cases, events and censored ones among them.
const cases = (kinds: number, minLength = 0): fc.Arbitrary<Case[]> =>
  fc.array(fc.record({ time: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0.5, 2.25)), event: fc.integer({ min: 0, max: kinds }) }), {
    minLength,
    maxLength: 25,
  });
const columns = (list: readonly Case[]) => ({ time: list.map(({ time }) => time), event: list.map(({ event }) => event) });

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

test("risk sets count who is still followed, who ends, and who is last seen at each time", () => {
  fc.assert(
    fc.property(cases(3), (list) => {
      const sets = riskSets(columns(list), 3);
      assert.deepEqual(
        sets.map(({ time }) => time),
        [...new Set(list.map(({ time }) => time))].toSorted((a, b) => a - b),
      );
      for (const { time, atRisk, events, censored } of sets) {
        const count = (event: number) => list.filter((one) => one.time === time && one.event === event).length;
        assert.equal(atRisk, list.filter((one) => one.time >= time).length);
        assert.deepEqual([censored, ...events], [0, 1, 2, 3].map(count));
      }
    }),
  );
});

test("Kaplan-Meier is the product over the risk sets, with Greenwood's error", () => {
  fc.assert(
    fc.property(cases(1), (list) => {
      for (const { time, survival, standardError } of kaplanMeier(columns(list))) {
        near(survival, naiveSurvival(list, time), 1e-12, `survival at ${time}`);
        if (survival === 0) assert.ok(Number.isNaN(standardError));
        else near(standardError, naiveStandardError(list, time), 1e-12, `error at ${time}`);
      }
    }),
    { numRuns: 200 },
  );
});

test("Aalen-Johansen is the sum over the risk sets, and with survival it makes one", () => {
  fc.assert(
    fc.property(cases(3), (list) => {
      for (const { time, incidence, survival } of aalenJohansen({ ...columns(list), kinds: 3 })) {
        assert.equal(incidence.length, 3);
        for (const [k, one] of incidence.entries()) near(one, naiveIncidence(list, time, k + 1), 1e-12, `kind ${k + 1} at ${time}`);
        near(survival, naiveSurvival(list, time), 1e-12);
        near(
          incidence.reduce((sum, one) => sum + one, survival),
          1,
          1e-12,
        );
      }
    }),
    { numRuns: 150 },
  );
});

test("without censoring incidences are counted shares, whatever the order of the cases", () => {
  fc.assert(
    fc.property(
      cases(2, 1).map((list) => list.map(({ time, event }) => ({ time, event: Math.max(1, event) }))),
      (list) => {
        const steps = aalenJohansen({ ...columns(list), kinds: 2 });
        for (const { time, incidence } of steps) {
          const share = (kind: number) => list.filter((one) => one.time <= time && one.event === kind).length / list.length;
          for (const kind of [1, 2]) near(incidence[kind - 1]!, share(kind), 1e-12);
        }
        assert.deepEqual(aalenJohansen({ ...columns(list.toReversed()), kinds: 2 }), steps);
      },
    ),
    { numRuns: 100 },
  );
});

test("with one kind of event incidence is what Kaplan-Meier leaves", () => {
  fc.assert(
    fc.property(cases(1, 1), (list) => {
      const survivals = kaplanMeier(columns(list)).map(({ survival }) => survival);
      for (const [k, { incidence, survival }] of aalenJohansen(columns(list)).entries()) {
        assert.deepEqual([incidence.length, survival], [1, survivals[k]]);
        near(incidence[0]!, 1 - survival, 1e-12);
      }
    }),
    { numRuns: 100 },
  );
});

// By hand: two of four have the event asked about; the other two have the other one and can never have it.
test("one minus Kaplan-Meier with the other kind censored overstates", () => {
  const [time, event] = [
    [1, 2, 3, 4],
    [2, 1, 2, 1],
  ];
  assert.deepEqual(aalenJohansen({ time, event }).at(-1)?.incidence, [0.5, 0.5]);
  assert.equal(1 - kaplanMeier({ time, event: event.map((kind) => (kind === 1 ? 1 : 0)) }).at(-1)!.survival, 1);
  fc.assert(
    fc.property(cases(2, 1), (list) => {
      const naive = kaplanMeier(columns(list.map((one) => ({ ...one, event: one.event === 1 ? 1 : 0 }))));
      for (const [k, { incidence }] of aalenJohansen({ ...columns(list), kinds: 2 }).entries()) assert.ok(incidence[0]! <= 1 - naive[k]!.survival + 1e-12);
    }),
    { numRuns: 100 },
  );
});

test("the number of kinds is the highest that occurs, one at least", () => {
  assert.deepEqual(aalenJohansen({ time: [1], event: [0] })[0]?.incidence, [0]);
  assert.deepEqual(aalenJohansen({ time: [1], event: [3] })[0]?.incidence, [0, 0, 1]);
  assert.deepEqual(aalenJohansen({ time: [], event: [] }), []);
  assert.deepEqual(kaplanMeier({ time: [], event: [] }), []);
});

test("while all are followed or ended the beta product interval is that of Clopper and Pearson", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 20 }), fc.nat(11), fc.constantFrom(0.8, 0.95), (times, at, level) => {
      const { estimate, lower, upper } = bpcp({ time: times, event: times.map(() => 1), at, level });
      const alive = times.filter((time) => time > at).length;
      const exact = clopperPearson({ successes: alive, n: times.length, level });
      near(estimate, alive / times.length, 1e-12);
      near(lower, exact.lower, 1e-7);
      near(upper, exact.upper, 1e-7);
    }),
    { numRuns: 100 },
  );
});

test("the beta product interval holds the estimate, falls with time, and is the wider the higher the level; mid-p lies within", () => {
  fc.assert(
    fc.property(cases(1, 1), fc.integer({ min: 0, max: 12 }), (list, at) => {
      const one = bpcp({ ...columns(list), at });
      near(one.estimate, naiveSurvival(list, at), 1e-12);
      assert.ok(one.lower <= one.estimate + 1e-9 && one.estimate <= one.upper + 1e-9);
      const later = bpcp({ ...columns(list), at: at + 1 });
      assert.ok(later.lower <= one.lower + 1e-9 && later.upper <= one.upper + 1e-9);
      const wider = bpcp({ ...columns(list), at, level: 0.99 });
      assert.ok(wider.lower <= one.lower + 1e-9 && wider.upper >= one.upper - 1e-9);
      const midP = bpcp({ ...columns(list), at, midP: true });
      assert.ok(midP.lower >= one.lower - 1e-9 && midP.upper <= one.upper + 1e-9);
      assert.deepEqual([one.level, wider.level], [0.95, 0.99]);
    }),
    { numRuns: 150 },
  );
});

test("before the first event all that is known is how many were followed", () => {
  const early = bpcp({ time: [5, 6, 7, 8], event: [1, 1, 0, 1], at: 4 });
  assert.deepEqual([early.estimate, early.upper], [1, 1]);
  near(early.lower, 0.025 ** (1 / 4), 1e-9);
  const censored = bpcp({ time: [1, 6, 7, 8], event: [0, 1, 0, 1], at: 1 });
  near(censored.lower, 0.025 ** (1 / 3), 1e-9);
});

test("once all have had the event the lower bound is zero, and after the last was censored nothing keeps it from being zero", () => {
  const all = bpcp({ time: [1, 2], event: [1, 1], at: 2 });
  assert.deepEqual([all.estimate, all.lower], [0, 0]);
  near(all.upper, 1 - 0.025 ** (1 / 2), 1e-9);
  const lost = bpcp({ time: [1, 2], event: [1, 0], at: 2 });
  assert.deepEqual([lost.estimate, lost.lower], [0.5, 0]);
});

test("observations that are none are refused", () => {
  const refused = (time: number[], event: number[], message: string) => {
    assert.throws(() => kaplanMeier({ time, event }), { name: "RangeError", message });
    assert.throws(() => bpcp({ time, event, at: 1 }), { name: "RangeError", message });
  };
  refused([1, 2], [1], "invalid event: 1 for 2 times");
  refused([-1], [1], "invalid time: -1");
  refused([Number.NaN], [1], "invalid time: NaN");
  refused([1], [2], "invalid event: 2");
  refused([1], [0.5], "invalid event: 0.5");
  assert.throws(() => aalenJohansen({ time: [1], event: [-1] }), { name: "RangeError", message: "invalid event: -1" });
  assert.throws(() => aalenJohansen({ time: [1], event: [Number.NaN] }), { name: "RangeError", message: "invalid event: NaN" });
  assert.throws(() => aalenJohansen({ time: [1], event: [3], kinds: 2 }), { name: "RangeError", message: "invalid event: 3" });
  assert.throws(() => bpcp({ time: [], event: [], at: 1 }), { name: "RangeError", message: "invalid time: no case" });
  assert.throws(() => bpcp({ time: [1], event: [1], at: 1, level: 1 }), { name: "RangeError", message: "invalid level: 1" });
});
