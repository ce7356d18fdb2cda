// Jobs, their bytes, and what is concluded of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { blockResult } from "../../src/scan/blockWork.ts";
import { concluded, leadersToTest } from "../../src/scan/concluded.ts";
import { type Kernels, type ScanDefinition, type ScanEvents, type ScanJob } from "../../src/scan/index.ts";
import { blocksOf, decoded, encoded, familiesFrom, familiesOf, scanEvents, spanClasses, workerOf } from "../../src/scan/inPieces.ts";
import { scanUniverse } from "../../src/scan/scanUniverse.ts";
import { naiveHierarchy } from "../naive/scan.ts";
import { eventsBoth, inventedUniverse, plain, SHORT, wasm } from "./invented.ts";

function jobsOf(events: ScanEvents): { blocks: ScanJob[]; families: ScanJob[] } {
  return { blocks: blocksOf(spanClasses(events.spans)), families: familiesOf([...events.ids.keys()]) };
}

function bytesOf(events: ScanEvents, kernels: Kernels): Uint8Array[] {
  const start = kernels.reserve(0);
  const work = workerOf(events, kernels);
  const { blocks, families } = jobsOf(events);
  const bytes = [...blocks, ...families].map(work);
  kernels.release(start);
  return bytes;
}

function resultsOf(events: ScanEvents) {
  const count = jobsOf(events).blocks.length;
  const bytes = bytesOf(events, wasm).map(decoded);
  return { blocks: bytes.slice(0, count).map(blockResult), families: bytes.slice(count).flatMap(familiesFrom) };
}

const columns = fc.dictionary(
  fc.stringMatching(/^[a-zA-Z]{1,9}$/),
  fc.oneof(
    fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 9 }).map((list) => Int32Array.from(list)),
    fc.array(fc.double(), { maxLength: 9 }).map((list) => Float64Array.from(list)),
  ),
);

test("columns come back from their bytes as they were, wherever these lie in memory", () => {
  fc.assert(
    fc.property(columns, fc.nat(9), (given, offset) => {
      const bytes = encoded(given);
      const elsewhere = new Uint8Array(bytes.length + offset).subarray(offset);
      elsewhere.set(bytes);
      assert.deepEqual(decoded(elsewhere), { ...given });
      assert.deepEqual(encoded(decoded(bytes)), bytes);
    }),
  );
});

test("bytes that are cut, longer, or of another head are refused, never read as something else", () => {
  const bytes = encoded({ first: Int32Array.of(1, 2, 3), z: Float64Array.of(0.5) });
  for (let length = 0; length < bytes.length; length++)
    assert.throws(() => decoded(bytes.subarray(0, length)), { name: "RangeError", message: /^invalid columns: / });
  assert.throws(() => decoded(Uint8Array.of(...bytes, 0)), {
    name: "RangeError",
    message: `invalid columns: ${bytes.length + 1} bytes where ${bytes.length} belong`,
  });
  const head = new Uint32Array(bytes.buffer, 4, 1)[0]!;
  for (let at = 0; at < 8 + head; at++) {
    for (const change of [1, 2, 16, 255]) {
      const damaged = bytes.slice();
      damaged[at]! ^= change;
      try {
        // A name may be damaged without being none; what is under it stays what it was.
        assert.deepEqual(
          Object.values(decoded(damaged)).map((column) => [...column]),
          [[1, 2, 3], [0.5]],
        );
      } catch (error) {
        assert.deepEqual([(error as Error).name, (error as Error).message.startsWith("invalid columns: ")], ["RangeError", true], String(error));
      }
    }
  }
});

test("every job of a scan has the same bytes with either kernels, whoever did what before", () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.integer({ min: 1, max: 1e6 }),
        relation: fc.constantFrom("together" as const, "leads" as const, "apart" as const),
        prices: fc.constantFrom("quoted" as const, "beyond-market" as const),
        of: fc.constantFrom("highs" as const, "lows" as const),
      }),
      ({ seed, ...changes }) => {
        const events = scanEvents(inventedUniverse({ seed, markets: 9, sessions: 240 }), { ...SHORT, ...changes, below: 0.05 }, { kernels: wasm });
        const bytes = bytesOf(events, wasm);
        assert.deepEqual(bytesOf(events, plain), bytes);
        const start = wasm.reserve(0);
        const { blocks, families } = jobsOf(events);
        const turned = [...blocks, ...families].toReversed().map(workerOf(events, wasm));
        wasm.release(start);
        assert.deepEqual(turned.toReversed(), bytes);
      },
    ),
    { numRuns: 15 },
  );
});

test("shortened spans too have the same bytes with either kernels", () => {
  const events = scanEvents(inventedUniverse({ seed: 21, markets: 75, sessions: 300, spans: 1 }), SHORT, { kernels: wasm });
  assert.equal(spanClasses(events.spans).step, 63);
  assert.deepEqual(bytesOf(events, plain), bytesOf(events, wasm));
});

test("a job of a kind that is none is a fault of the program", () => {
  const events = scanEvents(inventedUniverse({ seed: 3, markets: 4, sessions: 200 }), SHORT, { kernels: wasm });
  const work = workerOf(events, wasm);
  assert.throws(() => work({ kind: "tea" } as unknown as ScanJob), { message: "unknown job: tea" });
});

test("what is concluded hangs neither on the order of the blocks nor on that of the families", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 9 }), (seed, turn) => {
      const events = scanEvents(inventedUniverse({ seed, markets: 14, sessions: 240 }), SHORT, { kernels: wasm });
      const { blocks, families } = resultsOf(events);
      const turned = <T>(list: readonly T[]) => [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)].toReversed();
      const result = concluded(events, { blocks, families });
      assert.deepEqual(concluded(events, { blocks: turned(blocks), families: turned(families) }), result);
      assert.deepEqual(leadersToTest(turned(blocks), events), leadersToTest(blocks, events));
    }),
    { numRuns: 12 },
  );
});

test("in one call a scan finds what it finds in pieces", () => {
  const universe = inventedUniverse({ seed: 8, markets: 14, sessions: 240 });
  const events = scanEvents(universe, SHORT, { kernels: wasm });
  const { blocks, families } = resultsOf(events);
  const tested = leadersToTest(blocks, events);
  assert.ok(tested.length > 0);
  assert.deepEqual(scanUniverse(universe, SHORT), concluded(events, { blocks, families: families.filter(({ leader }) => tested.includes(leader)) }));
});

test("a scan that keeps no pair counts what it looked at", () => {
  const { funnel, pairs, leaders } = scanUniverse(inventedUniverse({ seed: 8, markets: 14, sessions: 240 }), { ...SHORT, perLeader: 0 });
  assert.ok(funnel.cut > 0);
  assert.deepEqual([funnel.kept, pairs.first.length, leaders.leader.length], [0, 0, 0]);
});

test("pairs stand by rank, families carry their p-values, and the hierarchy over all markets finds what the definition says", () => {
  let found = 0;
  // A level at which such short histories find something: the smallest p is 1 / 225.
  const definition: ScanDefinition = { ...SHORT, level: 0.3, families: 10 };
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { events, naive } = eventsBoth(inventedUniverse({ seed, markets: 14, sessions: 240, spans: 0.2 }), definition);
    const { blocks, families: every } = resultsOf(events);
    const tested = leadersToTest(blocks, events);
    const families = tested.map((leader) => every[leader]!);
    const result = concluded(events, { blocks, families });
    const { pairs, leaders, funnel, markets } = result;
    assert.equal(pairs.first.length, funnel.kept);
    assert.equal(funnel.pairs, events.ids.length * (events.ids.length - 1));
    assert.deepEqual(
      [...markets.events],
      naive.map(({ events: own }) => own.length),
    );
    const rank = Array.from(pairs.beyond, (beyond, row) => (Number.isNaN(beyond) ? (pairs.hits[row]! + 8) / (pairs.expected[row]! + 8) : beyond));
    for (let row = 1; row < rank.length; row++) assert.ok(rank[row - 1]! >= rank[row]!);
    // Tested are at most ten, those with the greatest z of the screen that have a pair kept.
    assert.ok(tested.length <= 10 && tested.every((leader) => pairs.first.includes(leader)));
    const member = (family: (typeof families)[number], row: number) => {
      const count = family.reached[pairs.second[row]!]!;
      return count === 0 ? Number.NaN : count / family.shifts;
    };
    const rowsOf = (leader: number) => [...pairs.first.keys()].filter((row) => pairs.first[row] === leader);
    const slow = naiveHierarchy(
      families.map((family) => ({
        pValue: family.best < 0 ? 1 : Math.min(...family.reached.filter((count) => count > 0)) / family.shifts,
        members: rowsOf(family.leader).map((row) => member(family, row)),
      })),
      { all: events.ids.length, level: 0.3 },
    );
    for (const [k, family] of families.entries()) {
      assert.equal(leaders.found[[...leaders.leader].indexOf(family.leader)], slow[k]!.found ? 1 : 0);
      for (const [m, row] of rowsOf(family.leader).entries()) {
        assert.equal(pairs.familyP[row], member(family, row));
        assert.equal(pairs.found[row], slow[k]!.members[m] ? 1 : 0);
        found += slow[k]!.members[m] ? 1 : 0;
      }
    }
    for (const row of pairs.first.keys()) if (!tested.includes(pairs.first[row]!)) assert.deepEqual([pairs.familyP[row], pairs.found[row]], [Number.NaN, 0]);
    for (let k = 1; k < leaders.bestZ.length; k++) assert.ok(leaders.bestZ[k - 1]! >= leaders.bestZ[k]!);
  }
  assert.ok(found > 5, `${found}`);
});

test("a pair whose second is not in the family of its first has no p-value there, and is not found", () => {
  const events = scanEvents(inventedUniverse({ seed: 2, markets: 14, sessions: 240, spans: 0 }), { ...SHORT, level: 1 }, { kernels: wasm });
  const { blocks, families } = resultsOf(events);
  const [first, second] = [blocks[0]!.pairs.first[0]!, blocks[0]!.pairs.second[0]!];
  const without = families.map((family) => (family.leader === first ? { ...family, reached: family.reached.with(second, 0) } : family));
  const of = (all: typeof families) => {
    const { pairs } = concluded(events, { blocks, families: all });
    const row = pairs.first.findIndex((one, at) => one === first && pairs.second[at] === second);
    return [pairs.familyP[row], pairs.found[row]];
  };
  assert.ok(of(families)[0]! > 0 && of(families)[1] === 1);
  assert.deepEqual(of(without), [Number.NaN, 0]);
});

test("a scan that keeps nothing has empty columns", () => {
  const events = scanEvents(inventedUniverse({ seed: 3, markets: 5, sessions: 200 }), { ...SHORT, minHits: 1000 }, { kernels: wasm });
  const { blocks } = resultsOf(events);
  const { pairs, leaders, funnel } = concluded(events, { blocks, families: [] });
  assert.deepEqual([leadersToTest(blocks, events), leaders.leader.length, funnel.kept], [[], 0, 0]);
  for (const column of Object.values(pairs)) assert.equal(column.length, 0);
});
