import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toDay } from "../../src/market/index.ts";
import { bitAt, popcount, setBits, wordsOf } from "../../src/scan/bits.ts";
import { LONGEST_CIRCLE, type MarketBars, type ScanEvents, type Universe } from "../../src/scan/index.ts";
import { scanEvents } from "../../src/scan/inPieces.ts";
import { eventsBoth, inventedUniverse, plain, SHORT, wasm } from "./invented.ts";

const aUniverse = fc
  .record({ seed: fc.integer({ min: 1, max: 1e6 }), markets: fc.integer({ min: 5, max: 7 }), sessions: fc.integer({ min: 160, max: 220 }) })
  .map(inventedUniverse);
const rows = (events: ScanEvents, which: "events" | "under" | "marks") =>
  events.ids.map((_, k) => setBits(events[which], k * events.words, 0, events.days.length));
const bare = ({ events, marks, under, ...rest }: ScanEvents) => ({ ...rest, events: [...events], marks: [...marks], under: [...under] });

test("events, spans and standing are those of every row on the axis, looked up the slow way", () => {
  fc.assert(
    fc.property(
      aUniverse,
      fc.constantFrom("highs" as const, "lows" as const),
      fc.constantFrom("together" as const, "apart" as const),
      (universe, of, relation) => {
        const { events, naive } = eventsBoth(universe, { ...SHORT, of, relation });
        assert.deepEqual(
          rows(events, "events"),
          naive.map((market) => market.events),
        );
        assert.deepEqual(
          rows(events, "under"),
          naive.map(({ under }) => under),
        );
        assert.deepEqual(
          [...events.spans],
          naive.flatMap(({ span }) => [...span]),
        );
        // A state is a mark only where the market can have events.
        const within = naive.map(({ under, span: [from, to] }) => under.filter((t) => t >= from && t < to));
        assert.deepEqual(rows(events, "marks"), relation === "apart" ? within : rows(events, "events"));
      },
    ),
    { numRuns: 20 },
  );
});

test("standing is the distance from the highest close and the sessions since, where the last session has a close", () => {
  const days = Int32Array.from({ length: 60 }, (_, t) => 100 + t);
  const path = (last: number) => Float64Array.from(days, (_, t) => (t === 59 ? last : 50 + t - (t > 50 ? 20 : 0)));
  const markets: MarketBars[] = [
    { id: "down", sessions: days, closes: path(75) }, // highest 100 on session 50, nine sessions before the last
    { id: "gone", sessions: days.subarray(0, 59), closes: path(1).subarray(0, 59) },
    { id: "up", sessions: days, closes: path(200) },
  ];
  const { ids, standing } = scanEvents({ name: "three", markets }, { ...SHORT, minSessions: 40 }, { kernels: plain });
  assert.deepEqual(
    [ids, [...standing.distance], [...standing.since]],
    [
      ["down", "gone", "up"],
      [-0.25, Number.NaN, 0],
      [9, -1, 0],
    ],
  );
});

test("a scan as of a day is the scan of the universe cut at that day", () => {
  fc.assert(
    fc.property(aUniverse, fc.integer({ min: 150, max: 219 }), fc.constantFrom("quoted" as const, "beyond-market" as const), (universe, after, prices) => {
      const last = 10_000 + after;
      const cut: Universe = {
        ...universe,
        markets: universe.markets.map(({ id, sessions, closes }) => {
          const count = sessions.filter((session) => session <= last).length;
          return { id, sessions: sessions.slice(0, count), closes: closes.slice(0, count) };
        }),
      };
      const definition = { ...SHORT, prices, asOf: toDay(last) };
      const [whole, prefix] = [universe, cut].map((one) => scanEvents(one, definition, { kernels: wasm }));
      assert.deepEqual(bare(whole!), bare(prefix!));
      assert.ok(whole!.days.at(-1)! <= last);
    }),
    { numRuns: 14 },
  );
});

test("the order in which markets come changes nothing, and what is given stays as it was", () => {
  fc.assert(
    fc.property(aUniverse, (universe) => {
      const before = structuredClone(universe);
      const events = scanEvents(universe, SHORT, { kernels: wasm });
      const turned = scanEvents({ ...universe, markets: universe.markets.toReversed() }, SHORT, { kernels: wasm });
      assert.deepEqual(bare(turned), bare(events));
      assert.deepEqual(universe, before);
    }),
    { numRuns: 20 },
  );
});

test("both kernels make the same events, shared between threads or not", () => {
  const universe = inventedUniverse({ seed: 4, markets: 6, sessions: 200 });
  for (const prices of ["quoted", "beyond-market"] as const) {
    const [one, other] = [plain, wasm].map((kernels) => scanEvents(universe, { ...SHORT, prices }, { kernels, shared: kernels === wasm }));
    assert.deepEqual(bare(one!), bare(other!));
    assert.ok(other!.events.buffer instanceof SharedArrayBuffer && !(one!.events.buffer instanceof SharedArrayBuffer));
  }
});

test("markets that are short, never high, or nothing but the others are skipped with the reason; counts say what fell off the axis", () => {
  const { markets } = inventedUniverse({ seed: 9, markets: 3, sessions: 200, same: true });
  const days = Int32Array.from({ length: 200 }, (_, t) => 10_000 + t);
  const falling: MarketBars = { id: "falling", sessions: days, closes: Float64Array.from(days, (_, t) => 300 - t) };
  const short: MarketBars = { id: "short", sessions: days.subarray(0, 54), closes: Float64Array.from({ length: 54 }, (_, t) => 1 + t) };
  const dead: MarketBars = { id: "dead", sessions: days, closes: new Float64Array(200).fill(Number.NaN) };
  const sunday: MarketBars = { ...markets[0]!, id: "sunday", sessions: Int32Array.from(days, (day, t) => (t === 199 ? day + 1 : day)) };
  // The window of 15 leaves 39 of 54 sessions: one fewer than the 40 that are asked for.
  const { ids, skipped, offAxis } = scanEvents({ name: "odd", markets: [...markets, falling, short, dead, sunday] }, SHORT, { kernels: plain });
  assert.deepEqual(ids, ["M000", "M001", "M002", "sunday"]);
  assert.deepEqual(
    skipped.map(({ id, reason }) => [id, reason]),
    [
      ["dead", "empty"],
      ["falling", "no events"],
      ["short", "short"],
    ],
  );
  // A day on which only one closes while the others still count as listed is none of the axis: its close falls off.
  assert.equal(offAxis, 1);
  // Every second day: the odd one closes between the days of the others, but for its first and last.
  const later = markets.map((market) => ({ ...market, sessions: market.sessions.map((day) => 2 * day) }));
  const odd: MarketBars = { id: "odd", sessions: Int32Array.from(days, (day, t) => 2 * day + (t > 0 && t < 199 ? 1 : 0)), closes: markets[1]!.closes };
  assert.equal(scanEvents({ name: "off", markets: [...later, odd] }, SHORT, { kernels: plain }).offAxis, 198);
  // Two that are one: each is the market of the other, and nothing is left.
  const factor = { ...SHORT, prices: "beyond-market" } as const;
  const twins = ["a", "b"].map((id) => ({ ...markets[0]!, id }));
  assert.throws(() => scanEvents({ name: "twins", markets: twins }, factor, { kernels: plain }), {
    name: "Problem",
    message: /at least two markets that can be scanned; received 0 \(skipped: 2 no events\)/,
  });
});

test("a close after an empty window is no high, and a market that is newer by a day leaves the others where they stand", () => {
  const { markets } = inventedUniverse({ seed: 4, markets: 3, sessions: 200 });
  const days = markets[0]!.sessions;
  // Rises for thirty days, is away for a hundred, comes back lower and goes on sideways: nothing above anything.
  const away: MarketBars = {
    id: "away",
    sessions: days,
    closes: Float64Array.from(days, (_, t) => (t < 30 ? 100 + t : t < 130 ? Number.NaN : 50 - 0.01 * (t - 130))),
  };
  const newer: MarketBars = { id: "newer", sessions: Int32Array.from([...days, days.at(-1)! + 1]), closes: Float64Array.from([...markets[0]!.closes, 1]) };
  const events = scanEvents({ name: "gaps", markets: [...markets, away, newer] }, SHORT, { kernels: plain });
  const k = events.ids.indexOf("away");
  const own = setBits(events.events, k * events.words, 0, days.length);
  assert.ok(own.length > 0 && own.every((t) => events.days[t]! < days[30]!), own.join(" "));
  assert.equal(events.days.at(-1), days.at(-1));
  assert.ok(events.standing.distance.every((distance) => !Number.isNaN(distance)));
});

test("fewer than two markets, none at all, and a history longer than a scan counts are refused with what came", () => {
  const [one] = inventedUniverse({ seed: 2, markets: 1, sessions: 200, same: true }).markets;
  const asked =
    (markets: readonly MarketBars[], asOf: string | null = null) =>
    () =>
      scanEvents({ name: "u", markets }, { ...SHORT, asOf }, { kernels: plain });
  assert.throws(asked([one!]), { name: "Problem", message: /expected at least two markets that can be scanned; received 1/ });
  assert.throws(asked([]), { name: "Problem", message: /received 0/ });
  assert.throws(asked([one!, { ...one!, id: "b" }], "1970-01-02"), { name: "Problem", message: /received 0 \(skipped: 2 empty\)/ });
  const days = Int32Array.from({ length: LONGEST_CIRCLE + 1 }, (_, t) => t);
  const long = { sessions: days, closes: Float64Array.from(days, (t) => 1 + (t % 7)) };
  assert.throws(
    asked([
      { id: "a", ...long },
      { id: "b", ...long },
    ]),
    { name: "Problem", message: /at most 32752 sessions; received 32753/ },
  );
});

test("what is reserved of the kernels for the pass is given back", () => {
  const before = wasm.reserve(0);
  scanEvents(inventedUniverse({ seed: 5, markets: 3, sessions: 200 }), SHORT, { kernels: wasm });
  assert.equal(wasm.reserve(0), before);
});

test("bits are set, read and counted one by one", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(299)), fc.nat(299), fc.nat(300), (positions, from, length) => {
      const bits = new Uint32Array(2 * wordsOf(300));
      const row = wordsOf(300);
      for (const at of positions) bits[row + (at >> 5)]! |= 1 << (at & 31);
      const to = Math.min(300, from + length);
      const inside = positions.filter((at) => at >= from && at < to).map((at) => at - from);
      assert.deepEqual(
        setBits(bits, row, from, to),
        inside.toSorted((a, b) => a - b),
      );
      for (const at of [from, ...positions]) assert.equal(bitAt(bits, row, at), positions.includes(at));
      assert.equal(
        bits.reduce((sum, word) => sum + popcount(word), 0),
        positions.length,
      );
    }),
  );
  assert.deepEqual([1, 128, 129].map(wordsOf), [4, 4, 8]);
});
