import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { laggardPath, leaderShift } from "../../src/lag/index.ts";
import { gaugeOf } from "../../src/market/index.ts";
import { effectiveShifts } from "../../src/num/index.ts";
import { seriesOf } from "../arbitraries.ts";
import { average } from "../naive/laggard.ts";
import { naiveShifts } from "../naive/leaderShift.ts";
import { closeTo } from "./closeTo.ts";
import { FIRST, laggard, timesFour, untilDay } from "./laggards.ts";

const YEAR = { sessionsPerYear: 252, window: 2 };
const drawn = fc.record({
  days: fc.integer({ min: 1, max: 20 }),
  below: fc.constantFrom(0.01, 0.05, 0.15),
  until: untilDay,
  skip: fc.integer({ min: 1, max: 3 }),
  highs: fc.uniqueArray(fc.nat(69), { minLength: 1, maxLength: 12 }),
  strangers: fc.array(fc.integer({ min: FIRST - 5, max: FIRST + 150 }), { maxLength: 4 }),
});

/** Sessions of a leader: some of the laggard's, and some on which the laggard has none. */
function asked(gauge: Parameters<typeof naiveShifts>[0], { skip, highs, strangers, ...rest }: typeof drawn extends fc.Arbitrary<infer T> ? T : never) {
  const shared = [...gauge.level.sessions].filter((_, k) => k % skip === 0);
  const sessions = [...new Set([...shared, ...strangers])].sort((a, b) => a - b);
  return { ...rest, sessions, highs: [...new Set(highs.map((high) => high % sessions.length))].sort((a, b) => a - b) };
}

test("the shares over all shifts are those of a loop over every shift and every high", () => {
  const seen = { answers: 0, someShifts: 0, rare: 0 };
  fc.assert(
    fc.property(laggard(), drawn, (gauge, from) => {
      const options = asked(gauge, from);
      const counts = naiveShifts(gauge, options);
      const result = leaderShift({ path: laggardPath(gauge, YEAR), ...options });
      if (counts[0]!.days === 0) return assert.equal(result, undefined);
      const shares = counts.filter(({ days }) => days > 0).map(({ days, successes }) => successes / days);
      const exceed = shares.filter((share) => share >= shares[0]!).length;
      closeTo(result, {
        days: counts[0]!.days,
        share: shares[0]!,
        expected: average(shares),
        exceed,
        pValue: exceed / shares.length,
        shifts: shares.length,
        effective: effectiveShifts(shares),
      });
      seen.answers++;
      if (shares.length < counts.length) seen.someShifts++;
      if (exceed < shares.length / 2) seen.rare++;
    }),
    { numRuns: 300 },
  );
  for (const [what, count] of Object.entries(seen)) assert.ok(count > 4, `${what}: ${count}`);
});

// By hand, with a horizon of one day: below on days 1, 3, 4, regained after days 1 and 4. The high on day 4 succeeds. Moved by 2 it falls on
// day 1 and succeeds too, by 4 on day 3 and fails, else on a record.
test("a shift by hand", () => {
  const path = laggardPath(gaugeOf(seriesOf([10, 8, 11, 9, 9, 12, 13], { gaps: [0], first: 0 })), YEAR);
  const options = { path, sessions: [0, 1, 2, 3, 4], highs: [4], below: 0.1, days: 1, until: 6 };
  const { effective: _, ...result } = leaderShift(options)!;
  closeTo(result, { days: 1, share: 1, expected: 2 / 3, exceed: 2, pValue: 2 / 3, shifts: 3 });
  // Seen from day 4 the horizon of day 4 has not passed: the high has no day left.
  assert.equal(leaderShift({ ...options, until: 4 }), undefined);
  assert.equal(leaderShift({ ...options, highs: [] }), undefined);
  assert.equal(leaderShift({ ...options, sessions: [], highs: [] }), undefined);
});

test("shifting the highs once more changes no shift but which one is observed", () => {
  fc.assert(
    fc.property(laggard(), drawn, fc.nat(60), (gauge, from, by) => {
      const options = asked(gauge, from);
      const length = options.sessions.length;
      const path = laggardPath(gauge, YEAR);
      const moved = options.highs.map((high) => (high + by) % length).sort((a, b) => a - b);
      const [here, there] = [leaderShift({ path, ...options }), leaderShift({ path, ...options, highs: moved })];
      if (here && there) closeTo([there.expected, there.shifts], [here.expected, here.shifts]);
    }),
    { numRuns: 100 },
  );
});

test("a distance that is none is refused", () => {
  const path = laggardPath(gaugeOf(seriesOf([10, 8])), YEAR);
  for (const below of [0, -0.1, Number.NaN]) {
    assert.throws(() => leaderShift({ path, sessions: [], highs: [], below, days: 1, until: 9 }), new RangeError(`invalid below: ${below}`));
  }
});

test("the scale of the levels is none of a shift's business", () => {
  fc.assert(
    fc.property(laggard(), drawn, (gauge, from) => {
      const of = (one: typeof gauge) => leaderShift({ path: laggardPath(one, YEAR), ...asked(gauge, from) });
      assert.deepEqual(of(timesFour(gauge)), of(gauge));
    }),
    { numRuns: 50 },
  );
});
