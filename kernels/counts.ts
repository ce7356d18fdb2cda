/** A byte of the sums holds what 31 steps of at most eight bits add. */
const STEPS: usize = 31 * 16;

/**
 * Tiles of four rows by two, so that a word is loaded once for several pairs and their sums stay in registers. Rows that a tile lacks at the
 * edge are its last one again: they write the same count to the same place.
 */
export function counts(aAt: usize, aRows: i32, bAt: usize, bRows: i32, words: i32, outAt: usize): void {
  const row = <usize>words << 2;
  for (let j = 0; j < bRows; j += 2) {
    const j1 = min(j + 1, bRows - 1);
    for (let i = 0; i < aRows; i += 4) {
      const i1 = min(i + 1, aRows - 1);
      const i2 = min(i + 2, aRows - 1);
      const i3 = min(i + 3, aRows - 1);
      tile(aAt + <usize>i * row, aAt + <usize>i1 * row, aAt + <usize>i2 * row, aAt + <usize>i3 * row, bAt + <usize>j * row, bAt + <usize>j1 * row, row,
        cell(outAt, i, j, bRows), cell(outAt, i1, j, bRows), cell(outAt, i2, j, bRows), cell(outAt, i3, j, bRows), <usize>(j1 - j) << 2);
    }
  }
}

// @ts-ignore: decorator
@inline
function cell(outAt: usize, i: i32, j: i32, bRows: i32): usize {
  return outAt + ((<usize>i * <usize>bRows + <usize>j) << 2);
}

function tile(a0: usize, a1: usize, a2: usize, a3: usize, b0: usize, b1: usize, row: usize, out0: usize, out1: usize, out2: usize, out3: usize, next: usize): void {
  let t00 = i32x4.splat(0);
  let t01 = t00;
  let t10 = t00;
  let t11 = t00;
  let t20 = t00;
  let t21 = t00;
  let t30 = t00;
  let t31 = t00;
  let at: usize = 0;
  while (at < row) {
    const end = min(at + STEPS, row);
    let s00 = i32x4.splat(0);
    let s01 = s00;
    let s10 = s00;
    let s11 = s00;
    let s20 = s00;
    let s21 = s00;
    let s30 = s00;
    let s31 = s00;
    for (; at < end; at += 16) {
      const b = v128.load(b0 + at);
      const c = v128.load(b1 + at);
      let a = v128.load(a0 + at);
      s00 = i8x16.add(s00, i8x16.popcnt(v128.and(a, b)));
      s01 = i8x16.add(s01, i8x16.popcnt(v128.and(a, c)));
      a = v128.load(a1 + at);
      s10 = i8x16.add(s10, i8x16.popcnt(v128.and(a, b)));
      s11 = i8x16.add(s11, i8x16.popcnt(v128.and(a, c)));
      a = v128.load(a2 + at);
      s20 = i8x16.add(s20, i8x16.popcnt(v128.and(a, b)));
      s21 = i8x16.add(s21, i8x16.popcnt(v128.and(a, c)));
      a = v128.load(a3 + at);
      s30 = i8x16.add(s30, i8x16.popcnt(v128.and(a, b)));
      s31 = i8x16.add(s31, i8x16.popcnt(v128.and(a, c)));
    }
    t00 = i32x4.add(t00, wide(s00));
    t01 = i32x4.add(t01, wide(s01));
    t10 = i32x4.add(t10, wide(s10));
    t11 = i32x4.add(t11, wide(s11));
    t20 = i32x4.add(t20, wide(s20));
    t21 = i32x4.add(t21, wide(s21));
    t30 = i32x4.add(t30, wide(s30));
    t31 = i32x4.add(t31, wide(s31));
  }
  store<i32>(out0, sum(t00));
  store<i32>(out0 + next, sum(t01));
  store<i32>(out1, sum(t10));
  store<i32>(out1 + next, sum(t11));
  store<i32>(out2, sum(t20));
  store<i32>(out2 + next, sum(t21));
  store<i32>(out3, sum(t30));
  store<i32>(out3 + next, sum(t31));
}

// @ts-ignore: decorator
@inline
function wide(bytes: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
}

// @ts-ignore: decorator
@inline
function sum(lanes: v128): i32 {
  return i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1) + i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3);
}
