import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { seeded } from "../../../src/num/index.ts";
import type { Kernels } from "../../../src/scan/kernels/kernels.ts";
import { LONGEST_CIRCLE } from "../../../src/scan/kernels/kernels.ts";
import { levels } from "../../arbitraries.ts";
import { both, lengths, type Place, positionsOf, within, wordsFor } from "./rows.ts";

/** That WASM and the plain twin say the same, in every bit. */
function agree(ask: (kernels: Kernels, place: Place) => unknown): void {
  const [wasm, plain] = both.map((kernels) => within(kernels, (place) => ask(kernels, place)));
  assert.deepEqual(wasm, plain);
}

const aCircle = lengths.chain((sessions) => fc.record({ sessions: fc.constant(sessions), a: positionsOf(sessions), b: positionsOf(sessions) }));

test("both twins find the same highs, lows and closes far under the highest", () => {
  const closes = fc.oneof(levels({ min: 1, max: 300 }), fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 140 }));
  fc.assert(
    fc.property(closes, fc.oneof(fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: 310 })), fc.constantFrom(0, 0.05, 0.1, 0.2, 1), (values, window, below) =>
      agree((kernels, place) => {
        const words = wordsFor(values.length) + 4;
        const at = place.doubles(values);
        const out = [0, 1, 2].map(() => place.room(words * 4));
        kernels.eventBits(at, values.length, window, below, words, out[0]!, out[1]!, out[2]!);
        return out.map((row) => place.wordsAt(row, words));
      }),
    ),
    { numRuns: 300 },
  );
});

test("both twins crop and dilate alike", () => {
  fc.assert(
    fc.property(aCircle, fc.nat(), fc.nat(), fc.integer({ min: -1, max: 700 }), fc.integer({ min: -1, max: 700 }), ({ sessions, a }, one, other, back, ahead) =>
      agree((kernels, place) => {
        const words = wordsFor(sessions);
        const row = place.bits(a, words);
        const [from, to] = [one % (sessions + 1), other % (sessions + 1)].sort((x, y) => x - y);
        const out = place.room(words * 4);
        const near = place.room(words * 4);
        const counted = [kernels.crop(row, from!, to!, words, out), kernels.dilate(row, sessions, back, ahead, words, near)];
        return [counted, place.wordsAt(out, words), place.wordsAt(near, words)];
      }),
    ),
    { numRuns: 300 },
  );
});

test("both twins count the same lags and shifts", () => {
  fc.assert(
    fc.property(aCircle, ({ sessions, a, b }) => agree((kernels, place) => askCircle(kernels, place, sessions, a, b))),
    { numRuns: 300 },
  );
});

// The longest circle with many events fills every area the kernels keep for themselves: planes, lists, copies.
test("both twins agree on the longest circle, and on one that fills its last chunk", () => {
  const uniform = seeded(3);
  for (const sessions of [LONGEST_CIRCLE, 9984]) {
    const some = (share: number) => Array.from({ length: sessions }, (_, t) => t).filter(() => uniform() < share);
    const b = some(0.3);
    const a = sessions === LONGEST_CIRCLE ? [...Array(700).keys(), sessions - 1] : some(0.05);
    agree((kernels, place) => askCircle(kernels, place, sessions, a, b));
  }
  // All of 32,752 events meet all marks at every shift, and all but one at all shifts but one: the fullest counters there are.
  within(both[0], (place) => {
    const words = wordsFor(LONGEST_CIRCLE);
    const row = place.bits(Array(LONGEST_CIRCLE).keys(), words);
    assert.equal(both[0].reached(row, row, LONGEST_CIRCLE), LONGEST_CIRCLE);
  });
  // The first 20,000 of them meet themselves in 20,000 - s, and around the seam in 20,000 - (32,752 - s): the most planes there are.
  within(both[0], (place) => {
    const many = 20_000;
    const row = place.bits(Array(many).keys(), wordsFor(LONGEST_CIRCLE));
    const counts = Array.from({ length: LONGEST_CIRCLE }, (_, s) => Math.max(0, many - s) + Math.max(0, many - LONGEST_CIRCLE + s));
    const mean = many ** 2 / LONGEST_CIRCLE;
    const scale = 1 / Math.sqrt(counts.reduce((sum, count) => sum + count * count, 0) / LONGEST_CIRCLE - mean * mean);
    const z = counts.map((count) => (count - mean) * scale);
    const most = place.doubles(Array(LONGEST_CIRCLE).fill(Number.NEGATIVE_INFINITY));
    assert.equal(both[0].fold(row, row, LONGEST_CIRCLE, mean, most), z[0]);
    assert.deepEqual(place.doublesAt(most, LONGEST_CIRCLE), z);
    assert.equal(both[0].reached(row, row, LONGEST_CIRCLE), 1);
  });
});

test("both twins count and multiply every row with every row", () => {
  const rows = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 1, 40, 3000, 32_767), fc.integer(), (aRows, bRows, vectors, most, seed) =>
      agree((kernels, place) => {
        const uniform = seeded(seed);
        const numbers = (many: number, largest: number) => place.numbers(Array.from({ length: many * vectors * 8 }, () => Math.round(uniform() * largest)));
        const [a, b, counts, products] = [numbers(aRows, 65_535), numbers(bRows, 65_535), place.room(aRows * bRows * 4), place.room(aRows * bRows * 8)];
        kernels.counts(a, aRows, b, bRows, vectors * 4, counts);
        const [c, d] = [numbers(aRows, most), numbers(bRows, most)];
        kernels.products(c, aRows, d, bRows, vectors * 8, products);
        return [place.wordsAt(counts, aRows * bRows), place.doublesAt(products, aRows * bRows)];
      }),
    ),
    { numRuns: 200 },
  );
});

// One leader whose events stay and one whose do not, so that nothing is left over from a call before; dirty memory between them.
test("both twins fold many seconds into one row of the greatest alike", () => {
  const family = lengths.chain((sessions) =>
    fc.record({
      sessions: fc.constant(sessions),
      leaders: fc.array(positionsOf(sessions), { minLength: 1, maxLength: 2 }),
      seconds: fc.array(positionsOf(sessions), { minLength: 1, maxLength: 12 }),
      off: fc.constantFrom(0, 0, 0.125, -3),
    }),
  );
  fc.assert(
    fc.property(family, ({ sessions, leaders, seconds, off }) =>
      agree((kernels, place) => {
        const words = wordsFor(sessions);
        const most = place.doubles(Array(sessions).fill(Number.NEGATIVE_INFINITY));
        const lead = leaders.map((events) => place.bits(events, words));
        const found = seconds.map((second, k) => {
          const mean = (leaders[k % leaders.length]!.length * second.length) / sessions + off;
          return kernels.fold(lead[k % lead.length]!, place.bits(second, words), sessions, mean, most);
        });
        return [found, place.doublesAt(most, sessions)];
      }),
    ),
    { numRuns: 300 },
  );
});

test("in one place other events are other events", () => {
  agree((kernels, place) => {
    const marks = place.bits([3, 4, 5, 90], 8);
    const events = place.bits([7, 8, 99], 8);
    const folded = (sessions: number) => {
      const most = place.doubles(Array(sessions).fill(Number.NEGATIVE_INFINITY));
      return [kernels.fold(events, marks, sessions, 12 / sessions, most), place.doublesAt(most, sessions)];
    };
    const first = folded(200);
    new Uint32Array(kernels.buffer, events, 8)[0] = 1 << 4;
    // And on another circle they lie elsewhere.
    return [first, folded(200), folded(199), folded(200)];
  });
});

function askCircle(kernels: Kernels, place: Place, sessions: number, a: readonly number[], b: readonly number[]): unknown {
  const words = wordsFor(sessions);
  const [events, marks] = [place.bits(a, words), place.bits(b, words)];
  const lags = Math.ceil(((sessions >> 1) + 1) / 8) * 8 + 8;
  const [ofA, ofB, most] = [place.room(lags * 2), place.room(lags * 2), place.doubles(Array(sessions).fill(-0.5))];
  kernels.autocorrelation(events, sessions, lags, ofA);
  kernels.autocorrelation(marks, sessions, lags, ofB);
  const reached = kernels.reached(events, marks, sessions);
  const z = kernels.fold(events, marks, sessions, (a.length * b.length) / sessions, most);
  return [place.numbersAt(ofA, lags), place.numbersAt(ofB, lags), reached, z, place.doublesAt(most, sessions)];
}
