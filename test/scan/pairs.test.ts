// Every number of a pair, and what is let through to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { coincidence } from "../../src/lockstep/index.ts";
import { blockResult } from "../../src/scan/blockWork.ts";
import { breadthOf } from "../../src/scan/breadth.ts";
import { exactPairs } from "../../src/scan/exactPair.ts";
import { type ScanDefinition, type ScanEvents } from "../../src/scan/index.ts";
import { blocksOf, decoded, spanClasses, workerOf } from "../../src/scan/inPieces.ts";
import { RowCutter } from "../../src/scan/kernelRows.ts";
import type { PairRow } from "../../src/scan/pairColumns.ts";
import { strataOf } from "../../src/scan/strata.ts";
import { type NaiveMarket, naiveCommon, naiveEdges, naiveMarketHits, naiveMarks, naivePair } from "../naive/scan.ts";
import { eventsBoth, inventedUniverse, near, SHORT, wasm } from "./invented.ts";

const RELATIONS = ["together", "leads", "apart"] as const;
const aScan = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  markets: fc.integer({ min: 5, max: 8 }),
  sessions: fc.integer({ min: 160, max: 260 }),
  relation: fc.constantFrom(...RELATIONS),
  of: fc.constantFrom("highs" as const, "lows" as const),
  window: fc.constantFrom(0, 1, 3, 8),
  below: fc.constantFrom(0.02, 0.1),
});

function exactly<T>(events: ScanEvents, ask: (exact: (first: number, second: number) => PairRow) => T): T {
  const start = wasm.reserve(0);
  try {
    const breadth = breadthOf(events, wasm);
    return ask(exactPairs(events, breadth, strataOf(breadth), wasm, new RowCutter(wasm, events)));
  } finally {
    wasm.release(start);
  }
}

function eachPair(naive: readonly NaiveMarket[], { minSessions }: ScanDefinition, look: (first: number, second: number) => void): void {
  for (const first of naive.keys())
    for (const second of naive.keys()) {
      const [from, to] = naiveCommon(naive[first]!, naive[second]!);
      if (first !== second && to - from >= Math.max(1, minSessions)) look(first, second);
    }
}

test("numbers of a pair are those of every shift of its common span, counted one by one", () => {
  fc.assert(
    fc.property(aScan, ({ seed, markets, sessions, ...changes }) => {
      const definition = { ...SHORT, ...changes };
      const { events, naive } = eventsBoth(inventedUniverse({ seed, markets, sessions }), definition);
      exactly(events, (exact) =>
        eachPair(naive, definition, (first, second) => {
          const row = exact(first, second);
          const slow = naivePair(naive[first]!, naive[second]!, naiveCommon(naive[first]!, naive[second]!), definition);
          assert.deepEqual(
            [row.first, row.second, row.sessions, row.events, row.marked, row.hits, row.reached, row.pValue],
            [first, second, slow.sessions, slow.events, slow.marked, slow.hits, slow.reached, slow.reached / slow.sessions],
          );
          near(row.expected, slow.mean, 1e-9, "expected");
          near(row.variance, slow.variance, 1e-9, "variance");
          near(row.lift, slow.hits / slow.mean, 1e-9, "lift");
          if (slow.variance > 1e-9) near(row.z, slow.z, 1e-6, "z");
        }),
      );
    }),
    { numRuns: 20 },
  );
});

test("together, they are those of coincidence", () => {
  fc.assert(
    fc.property(aScan, ({ seed, markets, sessions, relation: _, ...changes }) => {
      const definition = { ...SHORT, ...changes };
      const { events, naive } = eventsBoth(inventedUniverse({ seed, markets, sessions }), definition);
      exactly(events, (exact) =>
        eachPair(naive, definition, (first, second) => {
          const [from, to] = naiveCommon(naive[first]!, naive[second]!);
          const [a, b] = [first, second].map((k) => naive[k]!.events.filter((t) => t >= from && t < to).map((t) => t - from)) as [number[], number[]];
          const found = coincidence({ a, b, sessions: to - from, window: definition.window });
          const row = exact(first, second);
          assert.deepEqual([row.hits, row.reached, row.pValue, row.sessions], [found.hits.a, found.exceed, found.pValue, found.shifts]);
          near(row.expected, found.expected, 1e-9);
          near(row.variance, found.variance, 1e-9);
        }),
      );
    }),
    { numRuns: 14 },
  );
});

test("before, same and after look each event up; apart counts events while the second is far below", () => {
  fc.assert(
    fc.property(aScan, ({ seed, markets, sessions, ...changes }) => {
      const definition = { ...SHORT, ...changes };
      const { events, naive } = eventsBoth(inventedUniverse({ seed, markets, sessions }), definition);
      exactly(events, (exact) =>
        eachPair(naive, definition, (first, second) => {
          const [from, to] = naiveCommon(naive[first]!, naive[second]!);
          const [own, other, below] = [naive[first]!.events, naive[second]!.events, naive[second]!.under].map((list) =>
            list.filter((t) => t >= from && t < to).map((t) => t - from),
          ) as [number[], number[], number[]];
          const { window } = definition;
          const away = Array.from({ length: window }, (_, k) => k + 1);
          const at = (t: number) => other.includes((t + window * (to - from)) % (to - from));
          const row = exact(first, second);
          assert.deepEqual(
            [row.before, row.same, row.after, row.apart],
            [
              own.filter((t) => away.some((k) => at(t - k))).length,
              own.filter(at).length,
              own.filter((t) => away.some((k) => at(t + k))).length,
              own.filter((t) => below.includes(t)).length,
            ],
          );
          if (definition.relation === "leads") assert.equal(row.hits, row.after);
          if (definition.relation === "apart") assert.equal(row.hits, row.apart);
        }),
      );
    }),
    { numRuns: 14 },
  );
});

test("what the market promises is the share of the others' marks, session by session", () => {
  let told = 0;
  fc.assert(
    fc.property(aScan, fc.constantFrom(40, 60), ({ seed, markets, sessions, ...changes }, minSessions) => {
      const definition = { ...SHORT, ...changes, minSessions };
      const { events, naive } = eventsBoth(inventedUniverse({ seed, markets: markets + 2, sessions }), definition);
      exactly(events, (exact) =>
        eachPair(naive, definition, (first, second) => {
          const row = exact(first, second);
          const slow = naiveMarketHits(naive, [first, second], definition);
          if (!Number.isNaN(slow.marketExpected)) told++;
          assert.equal(row.marketHits, slow.marketHits);
          near(row.marketExpected, slow.marketExpected, 1e-9);
          near(row.beyond, (slow.marketHits + 8) / (slow.marketExpected + 8), 1e-9);
        }),
      );
    }),
    { numRuns: 8, seed: 3 },
  );
  assert.ok(told > 100);
});

/** What a scan keeps of a leader, pair by pair, without blocks, classes or kernels. */
function naiveScreen(naive: readonly NaiveMarket[], definition: ScanDefinition) {
  const funnel = { pairs: 0, shortHistory: 0, fewEvents: 0, fewHits: 0, lowLift: 0, lowZ: 0, cut: 0, kept: 0 };
  const all = naive.map((market) => ({ market, marks: naiveMarks(market, market.span, definition).marks }));
  const last = Math.max(...naive.map(({ span }) => span[1]));
  // The marked for each of the others; nothing where a pair would have fewer than three others.
  const share = Array.from({ length: last }, (_, t) => {
    const listed = all.filter(({ market: { span } }) => t >= span[0] && t < span[1]);
    return listed.length < 5 ? Number.NaN : listed.filter(({ market: { span }, marks }) => marks[t - span[0]] === 1).length / (listed.length - 2);
  });
  const edges = naiveEdges(naive, definition);
  const stratum = (t: number) => edges.filter((edge) => share[t]! >= edge).length;
  const bestZ = naive.map(() => Number.NEGATIVE_INFINITY);
  const kept = naive.flatMap((_, first) => {
    const through: { first: number; second: number; score: number }[] = [];
    for (const second of naive.keys()) {
      if (second === first) continue;
      funnel.pairs++;
      const circle = naiveCommon(naive[first]!, naive[second]!);
      if (circle[1] - circle[0] < definition.minSessions) {
        funnel.shortHistory++;
        continue;
      }
      const pair = naivePair(naive[first]!, naive[second]!, circle, definition);
      if (pair.events < definition.minEvents || pair.seconds < definition.minEvents) {
        funnel.fewEvents++;
        continue;
      }
      const z = pair.variance > 1e-9 && pair.hits >= pair.mean ? pair.z : Number.NEGATIVE_INFINITY;
      bestZ[first] = Math.max(bestZ[first]!, z);
      if (pair.hits < definition.minHits) funnel.fewHits++;
      else if (pair.hits < definition.minLift * pair.mean) funnel.lowLift++;
      else if (z < definition.minZ) funnel.lowZ++;
      else {
        // Own marks are not taken out of the breadth here: the screen only chooses.
        const alike = (t: number) => told.filter((k) => stratum(k) === stratum(t));
        const told = Array.from({ length: circle[1] - circle[0] }, (_, k) => circle[0] + k).filter((t) => !Number.isNaN(share[t]!));
        const isMarked = (t: number) => all[second]!.marks[t - naive[second]!.span[0]] === 1;
        const at = naive[first]!.events.filter((t) => told.includes(t));
        const promised = told.length > 0 ? at.map(alike).reduce((sum, sessions) => sum + sessions.filter(isMarked).length / sessions.length, 0) : pair.mean;
        through.push({ first, second, score: (pair.hits + 8) / (promised + 8) });
      }
    }
    const best = through.toSorted((a, b) => (Math.abs(a.score - b.score) > 1e-12 ? b.score - a.score : a.second - b.second)).slice(0, definition.perLeader);
    funnel.cut += through.length - best.length;
    funnel.kept += best.length;
    return best;
  });
  return { funnel, kept: kept.map(({ first, second }) => `${first} ${second}`).toSorted(), bestZ };
}

function blocksIn(events: ScanEvents) {
  const start = wasm.reserve(0);
  const work = workerOf(events, wasm);
  const results = blocksOf(spanClasses(events.spans)).map((job) => blockResult(decoded(work(job))));
  wasm.release(start);
  return results;
}

test("the screen keeps what going through all pairs keeps, and its funnel adds up", () => {
  let kept = 0;
  let cut = 0;
  let short = 0;
  fc.assert(
    fc.property(aScan, fc.constantFrom(40, 90), ({ seed, markets, sessions, ...changes }, minSessions) => {
      const definition = { ...SHORT, ...changes, minSessions };
      const { events, naive } = eventsBoth(inventedUniverse({ seed, markets: markets + 3, sessions }), definition);
      const slow = naiveScreen(naive, definition);
      const blocks = blocksIn(events);
      const total = (key: keyof typeof slow.funnel) => blocks.reduce((sum, { funnel }) => sum + funnel[key], 0);
      const funnel = Object.fromEntries(Object.keys(slow.funnel).map((key) => [key, total(key as keyof typeof slow.funnel)]));
      assert.deepEqual(funnel, slow.funnel);
      assert.equal(total("pairs"), naive.length * (naive.length - 1));
      assert.equal(
        total("shortHistory") + total("fewEvents") + total("fewHits") + total("lowLift") + total("lowZ") + total("cut") + total("kept"),
        total("pairs"),
      );
      const pairs = blocks.flatMap(({ pairs }) => Array.from(pairs.first, (first, row) => `${first} ${pairs.second[row]}`));
      assert.deepEqual(pairs.toSorted(), slow.kept);
      for (const { leaders } of blocks) for (const [k, leader] of leaders.leader.entries()) near(leaders.bestZ[k]!, slow.bestZ[leader]!, 1e-6, "best z");
      kept += total("kept");
      cut += total("cut");
      short += total("shortHistory");
    }),
    { numRuns: 16, seed: 3 },
  );
  assert.ok(kept > 100 && cut > 10 && short > 10, `${kept} kept, ${cut} cut, ${short} short`);
});

test("of seconds that are alike the first ones are kept", () => {
  const { name, markets } = inventedUniverse({ seed: 30, markets: 16, sessions: 220, same: true });
  const copies = ["a", "b"].map((id) => ({ ...markets[0]!, id: `X${id}` }));
  const { events } = eventsBoth({ name, markets: [...markets, ...copies] }, { ...SHORT, perLeader: 1 });
  const own = blocksIn(events).flatMap(({ pairs }) => Array.from(pairs.first, (first, row) => [events.ids[first]!, events.ids[pairs.second[row]!]!]));
  // Nothing is as near to a market as its copies.
  const of = (leader: string) => own.filter(([first]) => first === leader).map(([, second]) => second);
  assert.deepEqual([of("M000"), of("Xa"), of("Xb")], [["Xa"], ["M000"], ["M000"]]);
});

test("where spans are shortened for the screen, what is kept is counted on the common span itself", () => {
  const { events, naive } = eventsBoth(inventedUniverse({ seed: 12, markets: 70, sessions: 420, spans: 1 }), { ...SHORT, minSessions: 100 });
  assert.equal(spanClasses(events.spans).step, 63);
  const blocks = blocksIn(events);
  let looked = 0;
  for (const { pairs } of blocks) {
    for (const [row, first] of pairs.first.entries()) {
      if (row % 7 !== 0) continue;
      const second = pairs.second[row]!;
      const slow = naivePair(naive[first]!, naive[second]!, naiveCommon(naive[first]!, naive[second]!), events.definition);
      assert.deepEqual([pairs.sessions[row], pairs.hits[row], pairs.reached[row]], [slow.sessions, slow.hits, slow.reached]);
      near(pairs.variance[row]!, slow.variance, 1e-9);
      looked++;
    }
  }
  assert.ok(looked > 20, `${looked}`);
  assert.equal(
    blocks.reduce((sum, { funnel }) => sum + funnel.pairs, 0),
    events.ids.length * (events.ids.length - 1),
  );
});
