import { BEGINNING, LIST, NOTHING, PLANES, SHIFTED } from "./memory";

/**
 * Counters of 128 shifts at once, bit-sliced: plane p holds bit p of every counter. Eight copies of the marks, twice around the circle, each moved
 * by one bit more, let 128 shifts of any event be read from a whole byte.
 */

/** Writes the eight copies. Returns the bytes from one to the next. */
export function shiftMarks(marksAt: usize, sessions: i32): usize {
  const words = <usize>((sessions + 31) >> 5);
  const second = SHIFTED + ((<usize>sessions >> 5) << 2);
  // Sessions up to what is read behind the second round, and a little of zeros.
  const bytes = ((<usize>sessions >> 2) + 79) & ~15;
  memory.copy(SHIFTED, marksAt, words << 2);
  memory.fill(SHIFTED + (words << 2), 0, bytes - (words << 2));
  for (let k: usize = 0; k < words; k++) {
    const moved = <u64>load<u32>(marksAt + (k << 2)) << (sessions & 31);
    const at = second + (k << 2);
    store<u32>(at, load<u32>(at) | <u32>moved);
    store<u32>(at, <u32>(moved >> 32), 4);
  }
  for (let bit: i32 = 1; bit < 8; bit++) {
    const copy = SHIFTED + <usize>bit * bytes;
    for (let at: usize = 0; at < bytes - 16; at += 16) {
      const here = v128.load(SHIFTED + at);
      const next = v128.load(SHIFTED + at + 8);
      v128.store(copy + at, v128.or(i64x2.shr_u(here, bit), i64x2.shl(next, 64 - bit)));
    }
  }
  return bytes;
}

/** Writes down where each event's shifts are read, filled up with nothing to a multiple of sixteen. Returns the end of the list. */
export function listEvents(eventsAt: usize, sessions: i32, bytes: usize): usize {
  const words = (sessions + 31) >> 5;
  let end = LIST;
  for (let k = 0; k < words; k++) {
    let bits = load<u32>(eventsAt + (<usize>k << 2));
    while (bits != 0) {
      const event = <usize>((k << 5) + ctz(bits));
      store<usize>(end, SHIFTED + (event & 7) * bytes + (event >> 3));
      end += 4;
      bits &= bits - 1;
    }
  }
  while (((end - LIST) & 63) != 0) {
    store<usize>(end, NOTHING);
    end += 4;
  }
  return end;
}

/** Lets all counters begin with a number. */
export function begin(value: i32, planes: i32): void {
  for (let p = 0; p < planes; p++) v128.store(BEGINNING + (<usize>p << 4), i8x16.splat((value >> p) & 1 ? -1 : 0));
}

/**
 * Counts the listed events' marks for 128 shifts from byte `from` on into PLANES. Sixteen events at a time go through a tree of adders that take
 * three planes to two; only what the tree carries out of sixteen is added to the planes above, bit by bit.
 */
export function countUp(end: usize, from: usize, planes: i32): void {
  const top = PLANES + (<usize>planes << 4);
  for (let p = <usize>64; p < <usize>planes << 4; p += 16) v128.store(PLANES + p, v128.load(BEGINNING + p));
  let ones = v128.load(BEGINNING);
  let twos = v128.load(BEGINNING, 16);
  let fours = v128.load(BEGINNING, 32);
  let eights = v128.load(BEGINNING, 48);
  for (let e = LIST; e < end; e += 64) {
    let x = marks(e, 0, from);
    let y = marks(e, 4, from);
    let twosA = carry(ones, x, y);
    ones = parity(ones, x, y);
    x = marks(e, 8, from);
    y = marks(e, 12, from);
    let twosB = carry(ones, x, y);
    ones = parity(ones, x, y);
    let foursA = carry(twos, twosA, twosB);
    twos = parity(twos, twosA, twosB);

    x = marks(e, 16, from);
    y = marks(e, 20, from);
    twosA = carry(ones, x, y);
    ones = parity(ones, x, y);
    x = marks(e, 24, from);
    y = marks(e, 28, from);
    twosB = carry(ones, x, y);
    ones = parity(ones, x, y);
    let foursB = carry(twos, twosA, twosB);
    twos = parity(twos, twosA, twosB);
    const eightsA = carry(fours, foursA, foursB);
    fours = parity(fours, foursA, foursB);

    x = marks(e, 32, from);
    y = marks(e, 36, from);
    twosA = carry(ones, x, y);
    ones = parity(ones, x, y);
    x = marks(e, 40, from);
    y = marks(e, 44, from);
    twosB = carry(ones, x, y);
    ones = parity(ones, x, y);
    foursA = carry(twos, twosA, twosB);
    twos = parity(twos, twosA, twosB);

    x = marks(e, 48, from);
    y = marks(e, 52, from);
    twosA = carry(ones, x, y);
    ones = parity(ones, x, y);
    x = marks(e, 56, from);
    y = marks(e, 60, from);
    twosB = carry(ones, x, y);
    ones = parity(ones, x, y);
    foursB = carry(twos, twosA, twosB);
    twos = parity(twos, twosA, twosB);
    const eightsB = carry(fours, foursA, foursB);
    fours = parity(fours, foursA, foursB);

    let carried = carry(eights, eightsA, eightsB);
    eights = parity(eights, eightsA, eightsB);
    for (let at = PLANES + 64; at < top; at += 16) {
      const plane = v128.load(at);
      v128.store(at, v128.xor(plane, carried));
      carried = v128.and(plane, carried);
    }
  }
  v128.store(PLANES, ones);
  v128.store(PLANES, twos, 16);
  v128.store(PLANES, fours, 32);
  v128.store(PLANES, eights, 48);
}

// @ts-ignore: decorator
@inline
function marks(entry: usize, offset: usize, from: usize): v128 {
  return v128.load(load<usize>(entry + offset) + from);
}

// @ts-ignore: decorator
@inline
function parity(a: v128, b: v128, c: v128): v128 {
  return v128.xor(v128.xor(a, b), c);
}

// @ts-ignore: decorator
@inline
function carry(a: v128, b: v128, c: v128): v128 {
  return v128.or(v128.and(a, b), v128.and(v128.xor(a, b), c));
}
