import { BEGINNING, LIST, PLANES } from "./memory";

/**
 * Numbers of 128 lanes at once, bit-sliced: plane p holds bit p of every number. They are two's complement in so many planes: what runs over the
 * highest is dropped.
 */

/**
 * Writes the planes of each step: by how much K of every lane differs from K at the lane's first step, for the first step (0), every other, and the one
 * behind the last. Sixteen of the listed changes at a time, eight that add x and eight that take away y, go through a tree of adders that take three
 * planes to two. Each adds x + (1 - y), and so keeps its sum the other way around, which the next one turns back; eight too much are
 * what the plane of the eights, kept the other way around, takes away again.
 */
export function follow(end: usize, steps: i32, planes: i32): void {
  const size = <usize>planes << 4;
  memory.fill(PLANES, 0, size);
  let ones = i64x2.splat(0);
  let twos = ones;
  let fours = ones;
  let eights = ones;
  let to = PLANES;
  for (let from: usize = 0; from < <usize>steps << 5; from += 32) {
    for (let p: usize = 64; p < size; p += 16) v128.store(to + size + p, v128.load(to + p));
    to += size;
    for (let e = LIST; e < end; e += 64) {
      let x = bits(e, 0, from);
      let y = bits(e, 4, from);
      let t = v128.xor(x, y);
      let twosX = v128.bitselect(x, ones, t);
      ones = v128.xor(ones, t);
      x = bits(e, 8, from);
      y = bits(e, 12, from);
      t = v128.xor(x, y);
      let twosY = v128.bitselect(y, ones, t);
      ones = v128.xor(ones, t);
      t = v128.xor(twosX, twosY);
      let foursX = v128.bitselect(twosX, twos, t);
      twos = v128.xor(twos, t);

      x = bits(e, 16, from);
      y = bits(e, 20, from);
      t = v128.xor(x, y);
      twosX = v128.bitselect(x, ones, t);
      ones = v128.xor(ones, t);
      x = bits(e, 24, from);
      y = bits(e, 28, from);
      t = v128.xor(x, y);
      twosY = v128.bitselect(y, ones, t);
      ones = v128.xor(ones, t);
      t = v128.xor(twosX, twosY);
      let foursY = v128.bitselect(twosY, twos, t);
      twos = v128.xor(twos, t);
      t = v128.xor(foursX, foursY);
      const eightsX = v128.bitselect(foursX, fours, t);
      fours = v128.xor(fours, t);

      x = bits(e, 32, from);
      y = bits(e, 36, from);
      t = v128.xor(x, y);
      twosX = v128.bitselect(x, ones, t);
      ones = v128.xor(ones, t);
      x = bits(e, 40, from);
      y = bits(e, 44, from);
      t = v128.xor(x, y);
      twosY = v128.bitselect(y, ones, t);
      ones = v128.xor(ones, t);
      t = v128.xor(twosX, twosY);
      foursX = v128.bitselect(twosX, twos, t);
      twos = v128.xor(twos, t);

      x = bits(e, 48, from);
      y = bits(e, 52, from);
      t = v128.xor(x, y);
      twosX = v128.bitselect(x, ones, t);
      ones = v128.xor(ones, t);
      x = bits(e, 56, from);
      y = bits(e, 60, from);
      t = v128.xor(x, y);
      twosY = v128.bitselect(y, ones, t);
      ones = v128.xor(ones, t);
      t = v128.xor(twosX, twosY);
      foursY = v128.bitselect(twosY, twos, t);
      twos = v128.xor(twos, t);
      t = v128.xor(foursX, foursY);
      const eightsY = v128.bitselect(foursY, fours, t);
      fours = v128.xor(fours, t);

      t = v128.xor(eightsX, eightsY);
      const carried = v128.bitselect(eightsX, eights, t);
      eights = v128.xor(eights, t);
      // Sixteen more, sixteen less, or neither.
      const less = v128.andnot(eights, carried);
      t = v128.xor(carried, eights);
      for (let p: usize = 64; p < size; p += 16) {
        const plane = v128.load(to + p);
        v128.store(to + p, v128.xor(plane, t));
        t = v128.and(t, v128.xor(plane, less));
      }
    }
    v128.store(to, ones);
    v128.store(to, twos, 16);
    v128.store(to, fours, 32);
    v128.store(to, eights, 48);
  }
}

/** Writes what each lane begins with: the first with a number, every other with what the one before has come to behind its last step. */
export function beginLanes(first: i32, steps: i32, planes: i32): void {
  const size = <usize>planes << 4;
  const last = PLANES + <usize>steps * size;
  for (let p: i32 = 0; p < planes; p++) {
    const at = <usize>p << 4;
    v128.store(BEGINNING + at, v128.or(lanesUp(v128.load(last + at), 1), i64x2((first >> p) & 1, 0)));
  }
  for (let lanes = 1; lanes < 128; lanes <<= 1) {
    let carried = i64x2.splat(0);
    for (let at = BEGINNING; at < BEGINNING + size; at += 16) {
      const here = v128.load(at);
      const before = lanesUp(here, lanes);
      const one = v128.xor(here, before);
      v128.store(at, v128.xor(one, carried));
      carried = v128.bitselect(carried, here, one);
    }
  }
}

/** What the lanes have, so many lanes further up. */
// @ts-ignore: decorator
@inline
function lanesUp(bits: v128, lanes: i32): v128 {
  const half = v128.shuffle<u64>(i64x2.splat(0), bits, 0, 2);
  return lanes == 64 ? half : v128.or(i64x2.shl(bits, lanes), i64x2.shr_u(half, 64 - lanes));
}

// @ts-ignore: decorator
@inline
function bits(entry: usize, offset: usize, from: usize): v128 {
  return v128.load(load<usize>(entry + offset) + from);
}
