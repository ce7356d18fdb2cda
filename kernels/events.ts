import { SUFFIX } from "./memory";

/**
 * Highs and lows go side by side, a low being a high of the closes' negatives. Blocks as long as the window: the window before a session is the
 * end of one block, of which the best was kept for every session, and the beginning of the next, of which the best is carried along. NaN is
 * less than nothing and more than nothing, so it is never a high and no bar to one.
 */
export function eventBits(closesAt: usize, sessions: i32, window: i32, below: f64, words: i32, highsAt: usize, lowsAt: usize, underAt: usize): void {
  memory.fill(highsAt, 0, <usize>words << 2);
  memory.fill(lowsAt, 0, <usize>words << 2);
  memory.fill(underAt, 0, <usize>words << 2);
  let first = 0;
  while (first < sessions && isNaN(load<f64>(closesAt + (<usize>first << 3)))) first++;
  markUnder(closesAt, first, sessions, below, underAt);
  if (window >= sessions - first) return;
  keepSuffix(closesAt, first, window);
  for (let block = first + window; block < sessions; block += window) {
    const end = min(block + window, sessions);
    let prefix = f64x2.splat(-Infinity);
    for (let i = block; i < end; i++) {
      const both = sides(closesAt, i);
      const best = f64x2.pmax(prefix, v128.load(SUFFIX + (<usize>(i - block) << 4)));
      const records = i64x2.bitmask(f64x2.gt(both, best));
      if (records & 1) mark(highsAt, i);
      if (records & 2) mark(lowsAt, i);
      prefix = f64x2.pmax(prefix, both);
    }
    if (end < sessions) keepSuffix(closesAt, block, window);
  }
}

/** The best from each session of a block to its end. */
function keepSuffix(closesAt: usize, block: i32, window: i32): void {
  let best = f64x2.splat(-Infinity);
  for (let k = window - 1; k >= 0; k--) {
    best = f64x2.pmax(best, sides(closesAt, block + k));
    v128.store(SUFFIX + (<usize>k << 4), best);
  }
}

function markUnder(closesAt: usize, first: i32, sessions: i32, below: f64, underAt: usize): void {
  let highest = -Infinity;
  let bits: u32 = 0;
  for (let i = first; i < sessions; i++) {
    const close = load<f64>(closesAt + (<usize>i << 3));
    highest = close > highest ? close : highest;
    bits |= u32(close / highest - 1 <= -below) << (i & 31);
    if ((i & 31) == 31 || i == sessions - 1) {
      store<u32>(underAt + ((<usize>i >> 5) << 2), bits);
      bits = 0;
    }
  }
}

/** A close, and its negative. */
// @ts-ignore: decorator
@inline
function sides(closesAt: usize, i: i32): v128 {
  const close = v128.load64_splat(closesAt + (<usize>i << 3));
  return v128.xor(close, i64x2(0, i64.MIN_VALUE));
}

// @ts-ignore: decorator
@inline
function mark(bitsAt: usize, i: i32): void {
  const at = bitsAt + ((<usize>i >> 5) << 2);
  store<u32>(at, load<u32>(at) | (1 << (i & 31)));
}
