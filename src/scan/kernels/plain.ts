import type { Kernels } from "./kernels.ts";
import { memory } from "./memory.ts";
import { autocorrelation } from "./plain/autocorrelation.ts";
import { crop, dilate } from "./plain/bits.ts";
import { eventBits } from "./plain/eventBits.ts";
import { fold } from "./plain/fold.ts";
import { commonBits, sumsOfProducts } from "./plain/pairs.ts";
import { reached, shiftCounts } from "./plain/shifts.ts";
import { requireCircle } from "./requireCircle.ts";

/**
 * The kernels in plain TypeScript: obvious loops over views of an array buffer, against which the fast ones are held.
 *
 * @example
 * import { plainKernels, scanUniverse, syntheticUniverse, wasmKernels } from "lockstep/scan";
 * const universe = syntheticUniverse({ markets: 6, sessions: 900, seed: 3 });
 * const [slow, fast] = [plainKernels(), wasmKernels()].map((kernels) => scanUniverse(universe, {}, { kernels }));
 * slow.funnel.kept === fast.funnel.kept; // => true
 */
export function plainKernels(): Kernels {
  let buffer = new ArrayBuffer(0);
  const row = (at: number, words: number) => new Uint32Array(buffer, at, words);
  const circle = (at: number, sessions: number) => {
    requireCircle(sessions);
    return row(at, Math.ceil(sessions / 32));
  };
  const numbers = (at: number, length: number) => new Uint16Array(buffer, at, length);
  const doubles = (at: number, length: number) => new Float64Array(buffer, at, length);
  const { reserve, release } = memory(0, (top) => {
    if (top <= buffer.byteLength) return;
    const grown = new ArrayBuffer(Math.max(top, 2 * buffer.byteLength));
    new Uint8Array(grown).set(new Uint8Array(buffer));
    buffer = grown;
  });
  return {
    name: "plain",
    get buffer() {
      return buffer;
    },
    reserve,
    release,
    eventBits(closesAt, sessions, window, below, words, highsAt, lowsAt, underAt) {
      requireCircle(sessions);
      eventBits(doubles(closesAt, sessions), { window, below, highs: row(highsAt, words), lows: row(lowsAt, words), under: row(underAt, words) });
    },
    crop: (bitsAt, from, to, words, outAt) => crop(row(bitsAt, Math.ceil(to / 32)), from, to, row(outAt, words)),
    dilate: (bitsAt, sessions, back, ahead, words, outAt) => dilate(row(bitsAt, Math.ceil(sessions / 32)), sessions, back, ahead, row(outAt, words)),
    autocorrelation: (bitsAt, sessions, lags, outAt) => autocorrelation(circle(bitsAt, sessions), sessions, numbers(outAt, lags)),
    counts: (aAt, aRows, bAt, bRows, words, outAt) => commonBits(row(aAt, aRows * words), row(bAt, bRows * words), words, row(outAt, aRows * bRows)),
    products: (aAt, aRows, bAt, bRows, lags, outAt) =>
      sumsOfProducts(numbers(aAt, aRows * lags), numbers(bAt, bRows * lags), lags, doubles(outAt, aRows * bRows)),
    reached: (eventsAt, marksAt, sessions) => reached(circle(eventsAt, sessions), circle(marksAt, sessions), sessions),
    fold: (eventsAt, marksAt, sessions, mean, mostAt) =>
      fold(shiftCounts(circle(eventsAt, sessions), circle(marksAt, sessions), sessions), mean, doubles(mostAt, sessions)),
  };
}
