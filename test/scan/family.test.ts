import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seeded } from "../../src/num/index.ts";
import { type MarketBars, type ScanEvents } from "../../src/scan/index.ts";
import { decoded, type Family, familiesFrom, scanEvents, workerOf } from "../../src/scan/inPieces.ts";
import { naiveFamily } from "../naive/scan.ts";
import { eventsBoth, inventedUniverse, near, SHORT, wasm } from "./invented.ts";

function familiesOfAll(events: ScanEvents): Family[] {
  const start = wasm.reserve(0);
  const families = familiesFrom(decoded(workerOf(events, wasm)({ kind: "family", id: "family-00000", leaders: [...events.ids.keys()] })));
  wasm.release(start);
  return families;
}

test("a family is what moving the leader's events around its own span, and taking the greatest z of each shift, gives", () => {
  let tested = 0;
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.integer({ min: 1, max: 1e6 }),
        relation: fc.constantFrom("together" as const, "leads" as const, "apart" as const),
        window: fc.constantFrom(0, 3, 8),
        below: fc.constantFrom(0.02, 0.1),
      }),
      ({ seed, ...changes }) => {
        const definition = { ...SHORT, ...changes };
        const { events, naive } = eventsBoth(inventedUniverse({ seed, markets: 6, sessions: 220 }), definition);
        for (const [leader, family] of familiesOfAll(events).entries()) {
          const slow = naiveFamily(naive, leader, definition);
          assert.deepEqual([family.leader, family.shifts, family.seconds, [...family.reached]], [leader, slow.shifts, slow.seconds, slow.reached]);
          near(family.bestZ, slow.bestZ, 1e-9);
          if (family.best < 0) continue;
          tested += family.seconds;
          // The strongest is reached least often, and at least where it was observed.
          assert.equal(family.reached[family.best], Math.min(...family.reached.filter((count) => count > 0)));
        }
      },
    ),
    { numRuns: 12 },
  );
  assert.ok(tested > 50);
});

test("who is in a family hangs on no alignment: moving the leader's history keeps its seconds", () => {
  const sessions = 600;
  const days = Int32Array.from({ length: sessions }, (_, t) => 10_000 + t);
  const chance = seeded(3);
  const walk = (length: number) => {
    let level = 0;
    return Float64Array.from({ length }, () => Math.exp((level += 0.02 * (chance() + chance() + chance() - 1.47))));
  };
  // Highs of the leader only in one part of its span; the seconds are listed for short times all over it.
  const seconds = Array.from({ length: 20 }, (_, k): MarketBars => ({ id: `S${k}`, sessions: days.subarray(27 * k, 27 * k + 87), closes: walk(87) }));
  const leader = (highFrom: number) => ({
    id: "A",
    sessions: days,
    closes: Float64Array.from(days, (_, t) => (t >= highFrom && t < highFrom + 60 ? 1 + t : 1 + (t % 2) / 9 - t / 1e4)),
  });
  const sizes = [100, 300, 450].map((highFrom) => {
    const events = scanEvents({ name: "moved", markets: [leader(highFrom), ...seconds] }, { ...SHORT, minSessions: 60 }, { kernels: wasm });
    assert.equal(events.ids[0], "A");
    return familiesOfAll(events)[0]!.seconds;
  });
  assert.ok(sizes[0]! > 5);
  assert.deepEqual(sizes, [sizes[0], sizes[0], sizes[0]]);
});

test("a leader with too few events, or nobody beside it for long enough, has an empty family", () => {
  const universe = inventedUniverse({ seed: 8, markets: 4, sessions: 200, same: true });
  for (const changes of [{ minEvents: 150 }, { minSessions: 186 }]) {
    const events = { ...scanEvents(universe, SHORT, { kernels: wasm }), definition: { ...SHORT, ...changes } };
    for (const family of familiesOfAll(events)) {
      assert.deepEqual([family.best, family.bestZ, family.seconds], [-1, Number.NaN, 0]);
      assert.ok(family.reached.every((count) => count === 0));
    }
  }
});
