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
  // All of 32,752 events meet all marks at every shift: the fullest counters there are.
  within(both[0], (place) => {
    const row = place.bits(Array(LONGEST_CIRCLE).keys(), wordsFor(LONGEST_CIRCLE));
    const out = place.room(LONGEST_CIRCLE * 2);
    both[0].shiftCounts(row, row, LONGEST_CIRCLE, out);
    assert.ok(place.numbersAt(out, LONGEST_CIRCLE).every((count) => count === LONGEST_CIRCLE));
    assert.equal(both[0].reached(row, row, LONGEST_CIRCLE), LONGEST_CIRCLE);
    // LONGEST_CIRCLE^3
    assert.equal(both[0].squares(out, LONGEST_CIRCLE), 35_132_857_643_008);
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

test("both twins square and raise alike", () => {
  const counts = fc.array(fc.oneof(fc.nat(20), fc.nat(LONGEST_CIRCLE)), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 40 }), fc.double({ min: 0, noNaN: false }), (values, mean, scale) =>
      agree((kernels, place) => {
        const at = place.numbers(values);
        const most = place.doubles(values.map((_, s) => s - 3));
        kernels.raise(at, values.length, mean, scale, most);
        return [place.doublesAt(most, values.length), kernels.squares(at, values.length)];
      }),
    ),
    { numRuns: 200 },
  );
});

function askCircle(kernels: Kernels, place: Place, sessions: number, a: Iterable<number>, b: Iterable<number>): unknown {
  const words = wordsFor(sessions);
  const [events, marks] = [place.bits(a, words), place.bits(b, words)];
  const lags = Math.ceil(((sessions >> 1) + 1) / 8) * 8 + 8;
  const [ofA, ofB, counts] = [place.room(lags * 2), place.room(lags * 2), place.room(sessions * 2)];
  kernels.autocorrelation(events, sessions, lags, ofA);
  kernels.autocorrelation(marks, sessions, lags, ofB);
  kernels.shiftCounts(events, marks, sessions, counts);
  const reached = kernels.reached(events, marks, sessions);
  return [place.numbersAt(ofA, lags), place.numbersAt(ofB, lags), place.numbersAt(counts, sessions), reached];
}
