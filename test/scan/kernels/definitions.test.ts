import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { coincidence } from "../../../src/lockstep/index.ts";
import { drawdowns } from "../../../src/num/index.ts";
import type { Kernels } from "../../../src/scan/kernels/kernels.ts";
import { levels } from "../../arbitraries.ts";
import { naiveCircularCounts, naiveDilation } from "../../naive/circular.ts";
import { naiveWindowRecords } from "../../naive/windowRecords.ts";
import { both, lengths, type Place, positionsOf, within, wordsFor } from "./rows.ts";

const aCircle = lengths.chain((sessions) => fc.record({ sessions: fc.constant(sessions), a: positionsOf(sessions), b: positionsOf(sessions) }));

function eventsOf(kernels: Kernels, closes: readonly number[], window: number, below: number): number[][] {
  return within(kernels, (place) => {
    const words = wordsFor(closes.length);
    const at = place.doubles(closes);
    const out = [0, 1, 2].map(() => place.room(words * 4));
    kernels.eventBits(at, closes.length, window, below, words, out[0]!, out[1]!, out[2]!);
    return out.map((row) => place.bitsAt(row, words));
  });
}

/** Folded into nothing: z of all shifts, and what is returned. */
function foldedCounts(kernels: Kernels, place: Place, { events, marks, sessions, mean }: { events: number; marks: number; sessions: number; mean: number }) {
  const most = place.doubles(Array(sessions).fill(Number.NEGATIVE_INFINITY));
  const z = kernels.fold(events, marks, sessions, mean, most);
  return [z, place.doublesAt(most, sessions)];
}

/** The same of counts that are known; their mean is that of all marks met by all events. */
function standardised(counts: readonly number[]) {
  const sum = (of: readonly number[]) => of.reduce((total, value) => total + value, 0);
  const mean = sum(counts) / counts.length;
  const variance = sum(counts.map((count) => count * count)) / counts.length - mean * mean;
  if (!(variance > 0)) return [Number.NaN, Array(counts.length).fill(Number.NEGATIVE_INFINITY)];
  const scale = 1 / Math.sqrt(variance);
  const z = counts.map((count) => (count - mean) * scale);
  return [z[0], z];
}

function near(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 1e-12, `${found} is not ${expected}`);
}

for (const kernels of both) {
  test(`${kernels.name}: events of a few closes, by hand`, () => {
    const none = Number.NaN;
    // Window 2. 12 is above 9 and 10, 13 above 12 and nothing, 10.5 above 8 and 10; 8 is below nothing and 13; 8 and 10 are at most 0.8 x 13 = 10.4.
    assert.deepEqual(eventsOf(kernels, [none, 10, 9, 10, 12, none, 13, 8, 10, 10.5], 2, 0.2), [[4, 6, 9], [7], [7, 8]]);
    // A window of one session; ties are neither.
    assert.deepEqual(eventsOf(kernels, [5, 6, 6, 5, 5], 1, 0.5), [[1], [3], []]);
    // 0.25 down is at least 0.25 down.
    assert.deepEqual(eventsOf(kernels, [100, 75, 75.1], 5, 0.25), [[], [], [1]]);
    assert.deepEqual(eventsOf(kernels, Array(300).fill(7), 20, 0.2), [[], [], []]);
    assert.deepEqual(eventsOf(kernels, Array(300).fill(none), 20, 0.2), [[], [], []]);
    assert.deepEqual(eventsOf(kernels, [none, 3], 1, 0.2), [[], [], []]);
    // After a gap as long as the window nothing stands against the next close: high and low at once, as windowRecords has it.
    assert.deepEqual(eventsOf(kernels, [1, none, none, 2], 2, 0.2), [[3], [3], []]);
  });

  test(`${kernels.name}: events are the records of a window, looked up one by one, and the drawdowns of num`, () => {
    fc.assert(
      fc.property(levels({ min: 1, max: 140 }), fc.integer({ min: 1, max: 50 }), fc.constantFrom(0.05, 0.1, 0.2), (closes, window, below) => {
        const expected = [
          naiveWindowRecords(closes, { window, of: "highs" }),
          naiveWindowRecords(closes, { window, of: "lows" }),
          [...drawdowns(closes).entries()].flatMap(([t, drawdown]) => (drawdown <= -below ? [t] : [])),
        ];
        assert.deepEqual(eventsOf(kernels, closes, window, below), expected);
      }),
    );
  });

  test(`${kernels.name}: cropping renumbers, dilating lets events grow`, () => {
    fc.assert(
      fc.property(aCircle, fc.nat(12), fc.nat(12), fc.nat(), fc.nat(), ({ sessions, a }, back, ahead, one, other) => {
        within(kernels, (place) => {
          const words = wordsFor(sessions);
          const row = place.bits(a, words);
          const out = place.room(words * 4);
          const [from, to] = [Math.min(one % sessions, other % sessions), Math.max(one % sessions, other % sessions)];
          const cropped = a.filter((t) => t >= from && t < to).map((t) => t - from);
          assert.equal(kernels.crop(row, from, to, words, out), cropped.length);
          assert.deepEqual(place.bitsAt(out, words), cropped);
          // What lies in every event's reach: grown by one side at a time.
          const set = (events: Iterable<number>) => new Set(Array.from(events, (t) => ((t % sessions) + sessions) % sessions));
          const grown = set(a.flatMap((t) => Array.from({ length: back + ahead + 1 }, (_, k) => t - back + k + sessions * 12)));
          assert.equal(kernels.dilate(row, sessions, back, ahead, words, out), grown.size);
          assert.deepEqual(new Set(place.bitsAt(out, words)), grown);
          kernels.dilate(row, sessions, back, back, words, out);
          assert.deepEqual(new Set(place.bitsAt(out, words)), naiveDilation(a, sessions, back));
        });
      }),
    );
  });

  test(`${kernels.name}: before an event is without it`, () => {
    within(kernels, (place) => {
      const row = place.bits([0, 39], 4);
      const out = place.room(16);
      // The three sessions before 0 and before 39 of a circle of 40; of an event itself only what is before the other.
      assert.equal(kernels.dilate(row, 40, 3, -1, 4, out), 4);
      assert.deepEqual(place.bitsAt(out, 4), [36, 37, 38, 39]);
      assert.equal(kernels.dilate(row, 40, 0, -1, 4, out), 0);
    });
  });

  test(`${kernels.name}: K(s) is counted event by event, a lag bit by bit`, () => {
    fc.assert(
      fc.property(aCircle, ({ sessions, a, b }) => {
        within(kernels, (place) => {
          const words = wordsFor(sessions);
          const [events, marks] = [place.bits(a, words), place.bits(b, words)];
          const marked = new Set(b);
          const expected = naiveCircularCounts(
            a,
            Array.from({ length: sessions }, (_, t) => (marked.has(t) ? 1 : 0)),
          );
          assert.deepEqual(foldedCounts(kernels, place, { events, marks, sessions, mean: (a.length * b.length) / sessions }), standardised(expected));
          assert.equal(kernels.reached(events, marks, sessions), expected.filter((count) => count >= expected[0]!).length);
          const lags = Math.ceil(((sessions >> 1) + 1) / 8) * 8;
          const lagged = place.room(lags * 2);
          kernels.autocorrelation(marks, sessions, lags, lagged);
          const pairs = Array.from({ length: lags }, (_, lag) => (lag <= sessions >> 1 ? b.filter((t) => marked.has((t + lag) % sessions)).length : 0));
          assert.deepEqual(place.numbersAt(lagged, lags), pairs);
        });
      }),
      { numRuns: 60 },
    );
  });

  // A = {2,5,6,10,15}, B = {3,9,10,16,30} on a circle of 40, worked by hand: METHODS 4.1. W, K_A, K_B, mean, variance, shifts that reach K(0), histogram.
  for (const [W, ofA, ofB, mean, variance, exceed, histogram] of [
    [0, 1, 1, 0.625, 0.384375, 22, [18, 19, 3]],
    [1, 3, 4, 1.625, 0.784375, 6, [5, 11, 18, 6]],
  ] as const) {
    test(`${kernels.name}: the null that is worked by hand, ±${W} sessions`, () => {
      within(kernels, (place) => {
        const [a, b] = [
          [2, 5, 6, 10, 15],
          [3, 9, 10, 16, 30],
        ];
        const [rowA, rowB] = [place.bits(a, 4), place.bits(b, 4)];
        const [nearA, nearB, out] = [place.room(16), place.room(16), place.room(16)];
        const marked = kernels.dilate(rowB, 40, W, W, 4, nearB);
        kernels.dilate(rowA, 40, W, W, 4, nearA);
        kernels.counts(rowA, 1, nearB, 1, 4, out);
        assert.deepEqual(place.wordsAt(out, 1), [ofA]);
        kernels.counts(rowB, 1, nearA, 1, 4, out);
        assert.deepEqual(place.wordsAt(out, 1), [ofB]);
        assert.equal(kernels.reached(rowA, nearB, 40), exceed);
        // z of each count; the observed stands at shift 0.
        const most = place.doubles(Array(40).fill(Number.NEGATIVE_INFINITY));
        const z = (hits: number) => (hits - mean) * (1 / Math.sqrt(variance));
        near(kernels.fold(rowA, nearB, 40, mean, most), z(ofA));
        const found = place.doublesAt(most, 40);
        near(found[0]!, z(ofA));
        assert.deepEqual(
          histogram.map((_, hits) => found.filter((value) => Math.abs(value - z(hits)) < 1e-9).length),
          histogram,
        );
        // mean = |A| |D| / T; variance = sum over all lags of R_A R_D over T, less the mean's square. Lags 1..19 count twice, 0 and 20 once.
        assert.equal((5 * marked) / 40, mean);
        const [lagsA, lagsD] = [place.room(48), place.room(48)];
        kernels.autocorrelation(rowA, 40, 24, lagsA);
        kernels.autocorrelation(nearB, 40, 24, lagsD);
        const doubled = place.numbers(place.numbersAt(lagsD, 24).map((count, lag) => (lag === 0 || lag === 20 ? count : 2 * count)));
        const sum = place.room(8);
        kernels.products(lagsA, 1, doubled, 1, 24, sum);
        // In whole numbers, which a double holds: T^2 times the variance.
        assert.equal(place.doublesAt(sum, 1)[0]! * 40 - (5 * marked) ** 2, variance * 1600);
        const whole = coincidence({ a, b, sessions: 40, window: W });
        assert.deepEqual([whole.expected, whole.hits.a, whole.exceed], [mean, ofA, exceed]);
      });
    });
  }

  test(`${kernels.name}: products are exact where 32 bits are not enough`, () => {
    within(kernels, (place) => {
      const lags = 16_384;
      const full = place.numbers(Array(lags).fill(32_767));
      const out = place.room(8);
      kernels.products(full, 1, full, 1, lags, out);
      // 16,384 x 32,767^2
      assert.deepEqual(place.doublesAt(out, 1), [17_591_112_318_976]);
      // A first row of small numbers does not hide a second of large ones: 2 x 3 rows, each of one number throughout.
      const of = (values: readonly number[]) => place.numbers(values.flatMap((value) => Array<number>(4096).fill(value)));
      const many = place.room(48);
      kernels.products(of([1, 30_000]), 2, of([2, 32_767, 5]), 3, 4096, many);
      assert.deepEqual(
        place.doublesAt(many, 6),
        [2, 32_767, 5, 60_000, 983_010_000, 150_000].map((product) => product * 4096),
      );
    });
  });

  test(`${kernels.name}: what is common is counted past what a byte holds`, () => {
    within(kernels, (place) => {
      const words = 1024;
      const all = place.bits(Array(words * 32).keys(), words);
      const out = place.room(4);
      kernels.counts(all, 1, all, 1, words, out);
      assert.deepEqual(place.wordsAt(out, 1), [32_768]);
    });
  });

  test(`${kernels.name}: seconds are folded into one row of the greatest, by hand`, () => {
    within(kernels, (place) => {
      const events = place.bits([0, 1], 4);
      const most = place.doubles([0, 0, 9, -9, Number.NaN, 1e9]);
      // Marks {0, 1} of 5: K = 2, 1, 0, 0, 1; mean 4 / 5, squares 6, variance 6 / 5 - 16 / 25 = 0.56; z = K less 0.8 over 0.7483.
      near(kernels.fold(events, place.bits([0, 1], 4), 5, 0.8, most), 1.2 / Math.sqrt(0.56));
      const [first, second, ...rest] = place.doublesAt(most, 6);
      near(first!, 1.2 / Math.sqrt(0.56));
      near(second!, 0.2 / Math.sqrt(0.56));
      // 9 stands; -0.8 is above -9; beside what is no number nothing is larger; behind the circle nothing is written.
      near(rest[1]!, -0.8 / Math.sqrt(0.56));
      assert.deepEqual([rest[0], rest[2], rest[3]], [9, Number.NaN, 1e9]);
      // Marks {2, 3}: K = 0, 1, 2, 1, 0: shift 3 alone becomes more, and shift 1 stays what it was.
      near(kernels.fold(events, place.bits([2, 3], 4), 5, 0.8, most), -0.8 / Math.sqrt(0.56));
      assert.deepEqual(place.doublesAt(most, 3), [first, second, 9]);
      near(place.doublesAt(most, 4)[3]!, 0.2 / Math.sqrt(0.56));
    });
  });

  test(`${kernels.name}: where K is the same at every shift, or the mean is no number, nothing is raised and z is NaN`, () => {
    within(kernels, (place) => {
      for (const sessions of [1, 2, 4, 100, 128, 129, 700]) {
        const words = wordsFor(sessions);
        const [all, none, some] = [place.bits(Array(sessions).keys(), words), place.bits([], words), place.bits([0], words)];
        const most = place.doubles(Array(sessions).fill(Number.NEGATIVE_INFINITY));
        for (const [events, marks, mean] of [
          [some, all, 1],
          [all, some, 1],
          [all, all, sessions],
          [none, some, 0],
          [some, none, 0],
          [some, some, Number.NaN],
          // One hit at one of four shifts: 1 / 4 - 0.5^2 is nothing, with a mean that is not theirs.
          ...(sessions === 4 ? ([[some, some, 0.5]] as const) : []),
        ] as const) {
          assert.equal(kernels.fold(events, marks, sessions, mean, most), Number.NaN);
        }
        assert.deepEqual(place.doublesAt(most, sessions), Array(sessions).fill(Number.NEGATIVE_INFINITY));
      }
    });
  });

  test(`${kernels.name}: a circle that is none, or is too long, is refused`, () => {
    within(kernels, (place) => {
      const at = place.room(16);
      for (const sessions of [0, 32_753, 1.5]) {
        const refused = new RangeError(`invalid sessions: ${sessions}`);
        assert.throws(() => kernels.reached(at, at, sessions), refused);
        assert.throws(() => kernels.fold(at, at, sessions, 0, at), refused);
        assert.throws(() => kernels.autocorrelation(at, sessions, 8, at), refused);
        assert.throws(() => kernels.eventBits(at, sessions, 1, 0.2, 4, at, at, at), refused);
      }
    });
  });
}
