import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { coincidence, concordanceIndex, episodesShared, independentShifts } from "../../src/lockstep/index.ts";
import { naiveAgreement, naiveDilation, naiveEffective, naiveHits } from "../naive/circular.ts";

const events = fc.integer({ min: 1, max: 40 }).chain((sessions) => {
  const indices = fc.uniqueArray(fc.nat(sessions - 1), { maxLength: 15 });
  return fc.record({ a: indices, b: indices, sessions: fc.constant(sessions), window: fc.nat(45) });
});
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function near(actual: number, expected: number, within: number, what = ""): void {
  assert.ok(Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= within, `${what} expected ${expected}; received ${actual}`);
}

test("coincidences are what comparing every pair at every shift gives", () => {
  fc.assert(
    fc.property(events, (two) => {
      const hits = naiveHits(two);
      const { expected, variance, exceed, pValue, shifts, ...observed } = coincidence(two);
      const reverse = naiveHits({ ...two, a: two.b, b: two.a })[0]!;
      assert.deepEqual(observed, { hits: { a: hits[0], b: reverse }, rate: { a: hits[0]! / two.a.length, b: reverse / two.b.length } });
      near(expected, average(hits), 1e-12);
      near(variance, average(hits.map((count) => (count - average(hits)) ** 2)), 1e-9);
      assert.deepEqual([exceed, shifts], [hits.filter((count) => count >= hits[0]!).length, two.sessions]);
      assert.equal(pValue, exceed / shifts);
      const naive = naiveEffective(hits);
      if (new Set(hits).size > 1) near(independentShifts(two), naive, 1e-6);
    }),
    { numRuns: 500 },
  );
});

test("events hit where those of the other side, grown session by session, have come", () => {
  fc.assert(
    fc.property(events, (two) => {
      const { hits, expected } = coincidence(two);
      const [nearA, nearB] = [naiveDilation(two.a, two.sessions, two.window), naiveDilation(two.b, two.sessions, two.window)];
      assert.deepEqual(hits, { a: two.a.filter((at) => nearB.has(at)).length, b: two.b.filter((at) => nearA.has(at)).length });
      near(expected, (two.a.length * nearB.size) / two.sessions, 1e-12);
    }),
    { numRuns: 300 },
  );
});

test("moving both sides together, or mirroring time, changes nothing", () => {
  fc.assert(
    fc.property(events, fc.nat(40), (two, by) => {
      const one = coincidence(two);
      const moved = (list: number[]) => list.map((at) => (at + by) % two.sessions).toReversed();
      assert.deepEqual(coincidence({ ...two, a: moved(two.a), b: moved(two.b) }), one);
      const mirrored = (list: number[]) => list.map((at) => two.sessions - 1 - at);
      assert.deepEqual(coincidence({ ...two, a: mirrored(two.a), b: mirrored(two.b) }), one);
    }),
  );
});

test("a wider window never loses a hit, and a side always hits itself", () => {
  fc.assert(
    fc.property(events, (two) => {
      const [narrow, wide] = [coincidence(two), coincidence({ ...two, window: two.window + 1 })];
      assert.ok(wide.hits.a >= narrow.hits.a && wide.hits.b >= narrow.hits.b && wide.expected >= narrow.expected);
      assert.equal(coincidence({ ...two, b: two.a }).hits.a, two.a.length);
      assert.ok(narrow.exceed >= 1);
    }),
  );
});

test("without events there is no rate, and no shift says otherwise", () => {
  const nothing = { a: Number.NaN, b: Number.NaN };
  assert.deepEqual(coincidence({ a: [], b: [], sessions: 4, window: 1 }), {
    hits: { a: 0, b: 0 },
    rate: nothing,
    expected: 0,
    variance: 0,
    exceed: 4,
    pValue: 1,
    shifts: 4,
  });
  assert.equal(independentShifts({ a: [], b: [1], sessions: 4, window: 1 }), 1);
  assert.deepEqual(coincidence({ a: [], b: [1], sessions: 4, window: 1 }).rate, { a: Number.NaN, b: 0 });
});

test("sessions, windows and events that are none are refused", () => {
  const two = { a: [1], b: [2], sessions: 5, window: 1 };
  const refused = (changes: Partial<typeof two>, message: string) => {
    assert.throws(() => coincidence({ ...two, ...changes }), { name: "RangeError", message });
    assert.throws(() => independentShifts({ ...two, ...changes }), { name: "RangeError", message });
  };
  for (const sessions of [0, -1, 2.5, Number.NaN]) refused({ sessions }, `invalid sessions: ${sessions}`);
  for (const window of [-1, 0.5, Number.NaN]) refused({ window }, `invalid window: ${window}`);
  for (const index of [-1, 5, 0.5, Number.NaN]) {
    refused({ a: [index] }, `invalid session index: ${index}`);
    refused({ b: [index] }, `invalid session index: ${index}`);
  }
  refused({ a: [1, 1] }, "invalid session index: 1 twice");
  refused({ b: [3, 2, 3] }, "invalid session index: 3 twice");
});

// Session by session: a session begins an episode when no event lies within the gap before it.
test("episodes begin where no event lies within the gap before, and are shared when the other side comes near", () => {
  const indices = fc.uniqueArray(fc.nat(60), { maxLength: 15 }).map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(indices, indices, fc.nat(8), fc.nat(8), (a, b, gap, window) => {
      const naive = (own: number[], other: number[]) => {
        const begins = own.filter((at) => !own.some((before) => before < at && at - before <= gap));
        const of = begins.map((from, k) => own.filter((at) => at >= from && at < (begins[k + 1] ?? Number.POSITIVE_INFINITY)));
        const shared = of.filter((run) => other.some((at) => at >= Math.min(...run) - window && at <= Math.max(...run) + window));
        return { episodes: begins.length, shared: shared.length };
      };
      assert.deepEqual(episodesShared({ a, b, gap, window }), { a: naive(a, b), b: naive(b, a) });
    }),
    { numRuns: 500 },
  );
});

test("episodes need ascending events, a gap and a window", () => {
  const none = { episodes: 0, shared: 0 };
  assert.deepEqual(episodesShared({ a: [], b: [], gap: 1, window: 1 }), { a: none, b: none });
  assert.deepEqual(episodesShared({ a: [], b: [3], gap: 0, window: 0 }), { a: none, b: { episodes: 1, shared: 0 } });
  assert.throws(() => episodesShared({ a: [5, 3], b: [], gap: 1, window: 1 }), { name: "RangeError", message: "indices must ascend; received 3 after 5" });
  assert.throws(() => episodesShared({ a: [], b: [4, 4], gap: 1, window: 1 }), { name: "RangeError", message: "indices must ascend; received 4 after 4" });
  assert.throws(() => episodesShared({ a: [], b: [], gap: -1, window: 1 }), { name: "RangeError", message: "invalid gap: -1" });
  assert.throws(() => episodesShared({ a: [], b: [], gap: 1, window: Number.NaN }), { name: "RangeError", message: "invalid window: NaN" });
});

const phases = fc.integer({ min: 0, max: 40 }).chain((length) => {
  const side = fc.array(fc.constantFrom(0, 1, 1, Number.NaN), { minLength: length, maxLength: length });
  return fc.record({ a: side, b: side });
});

test("concordance is the share of sessions in the same phase, compared with all shifts of it", () => {
  fc.assert(
    fc.property(phases, (two) => {
      const together = naiveAgreement(two.a, two.b);
      const shares = together.map((count) => count / together.length);
      const { index, expected, exceed, pValue, shifts, mean, effective } = concordanceIndex(two);
      assert.equal(shifts, shares.length);
      if (shifts === 0) return;
      near(index, shares[0]!, 1e-12);
      // Over all shifts no relation is left: their mean is what independence would give.
      near(expected, average(shares), 1e-12);
      assert.equal(exceed, together.filter((count) => count >= together[0]!).length);
      assert.equal(pValue, exceed / shifts);
      const held = two.a.flatMap((phase, i) => (Number.isNaN(phase) || Number.isNaN(two.b[i]) ? [] : [[phase, two.b[i]!] as const]));
      assert.deepEqual(mean, { a: average(held.map(([phase]) => phase)), b: average(held.map(([, phase]) => phase)) });
      // Which side is moved, and which phase is called a bull, does not matter.
      const other = concordanceIndex({ a: two.b, b: two.a });
      near(other.index, index, 1e-12);
      assert.deepEqual([other.exceed, other.mean], [exceed, { a: mean.b, b: mean.a }]);
      const turned = concordanceIndex({ a: two.a.map((phase) => 1 - phase), b: two.b.map((phase) => 1 - phase) });
      near(turned.index, index, 1e-12);
      assert.equal(turned.exceed, exceed);
      const naive = naiveEffective(together);
      if (new Set(together).size > 1) near(effective, naive, 1e-6);
    }),
    { numRuns: 400 },
  );
});

test("the correlation of phases is theirs, and none where one never changes", () => {
  fc.assert(
    fc.property(phases, (two) => {
      const held = two.a.flatMap((phase, i) => (Number.isNaN(phase) || Number.isNaN(two.b[i]) ? [] : [[phase, two.b[i]!] as const]));
      const [x, y] = [average(held.map(([phase]) => phase)), average(held.map(([, phase]) => phase))];
      const covariance = average(held.map(([one, other]) => (one - x) * (other - y)));
      const spread = Math.sqrt(average(held.map(([one]) => (one - x) ** 2)) * average(held.map(([, other]) => (other - y) ** 2)));
      near(concordanceIndex(two).correlation, spread > 1e-9 ? covariance / spread : Number.NaN, 1e-9);
    }),
    { numRuns: 300 },
  );
});

test("without shared sessions there is no index, and a phase is 0, 1 or none", () => {
  const none = concordanceIndex({ a: [1, Number.NaN], b: [Number.NaN, 0] });
  assert.deepEqual([none.index, none.expected, none.correlation, none.mean.a], [Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  assert.deepEqual([none.exceed, none.pValue, none.shifts, none.effective], [0, 1, 0, 0]);
  assert.throws(() => concordanceIndex({ a: [1], b: [1, 0] }), { name: "RangeError", message: "invalid lengths: 1 and 2" });
  assert.throws(() => concordanceIndex({ a: [2], b: [1] }), { name: "RangeError", message: "invalid phase: 2" });
  assert.throws(() => concordanceIndex({ a: [Number.NaN], b: [0.5] }), { name: "RangeError", message: "invalid phase: 0.5" });
});
