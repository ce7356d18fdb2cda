/**
 * The inner loops of a scan, over one memory: what is done for every market, every pair and every shift. There are two: WASM SIMD, and a
 * plain twin that says the same slowly. They agree in every bit, since all they add up are whole numbers and all they compare are the
 * same doubles; a scan gives the same bytes with either.
 *
 * Arguments named `…At` are byte offsets into `buffer`, multiples of 16, as `reserve` gives them. A row of bits is little-endian: session t is
 * bit t % 32 of 32-bit word t / 32; `words` counts 32-bit words and is a multiple of four; bits from `sessions` on are zero in what is given,
 * and in what is written.
 */
export interface Kernels {
  readonly name: "wasm" | "plain";
  /** The memory. It is another object after `reserve`: take views anew. */
  readonly buffer: ArrayBuffer;
  /** The offset of so many bytes that are free, a multiple of 16; what stands there is whatever stood there. */
  reserve(bytes: number): number;
  /** Gives back everything reserved from an offset on. */
  release(from: number): void;
  /**
   * In one pass over closes (doubles, NaN = none): bits of the highs and of the lows of a trailing window, as `windowRecords` of `num` defines them,
   * and bits of the sessions on which the close is at least `below` (0.2) under the highest so far. Each row has `words` words.
   */
  eventBits(closesAt: number, sessions: number, window: number, below: number, words: number, highsAt: number, lowsAt: number, underAt: number): void;
  /** Copies bits from..to-1 of a row to 0..to-from-1 of another of `words` words. Returns how many are set. */
  crop(bitsAt: number, from: number, to: number, words: number, outAt: number): number;
  /**
   * Marks every session from `back` before an event to `ahead` after one, around the circle of `sessions`. Returns how many are marked. `ahead`
   * may be -1: up to the session before the event.
   */
  dilate(bitsAt: number, sessions: number, back: number, ahead: number, words: number, outAt: number): number;
  /**
   * Circular autocorrelation of a row: for every lag 0..floor(sessions / 2) how many set bits have a set bit that many sessions on. 16-bit
   * whole numbers, followed by zeros up to `lags`, a multiple of eight. `sessions` is at most LONGEST_CIRCLE.
   */
  autocorrelation(bitsAt: number, sessions: number, lags: number, outAt: number): void;
  /** For every row of `a` and every row of `b` how many bits are set in both: 32-bit whole numbers, row by row of `a`. */
  counts(aAt: number, aRows: number, bAt: number, bRows: number, words: number, outAt: number): void;
  /** For every row of `a` and every row of `b` of 16-bit whole numbers (0 to 32,767) the sum of products over `lags`: doubles, exact, row by row of `a`. */
  products(aAt: number, aRows: number, bAt: number, bRows: number, lags: number, outAt: number): void;
  /** At how many of the shifts K(s) >= K(0); at least 1. K(s) = how many events have a mark s sessions on, around the circle. */
  reached(eventsAt: number, marksAt: number, sessions: number): number;
  /**
   * Takes one second into the greatest z of a leader's family: most[s] = max(most[s], (K(s) - mean) * scale) for doubles `most` of all shifts, with
   * scale = 1 / sqrt(sum of K(s) squared / sessions - mean * mean). Returns (K(0) - mean) * scale. Where that variance is not above zero it
   * leaves `most` alone and returns NaN. `mean` is that of K over all shifts.
   *
   * This and `reached` are quicker when the same events come again as in the call before.
   */
  fold(eventsAt: number, marksAt: number, sessions: number, mean: number, mostAt: number): number;
}

/** The longest history of a scan, in sessions: counts are kept in 16 bits. 130 years of daily bars. */
export const LONGEST_CIRCLE = 32_752;
