/**
 * Tiles of four rows by two of sums of products in 32 bits. A step adds two products to a lane, so after (2^31 - 1) / (2 max max) steps
 * of the rows' largest values a lane may be full: then, and at the end, the sums move into doubles, which hold any of them exactly. Rows that
 * a tile lacks at the edge are its last one again, as in `counts`.
 */
export function products(aAt: usize, aRows: i32, bAt: usize, bRows: i32, lags: i32, outAt: usize): void {
  const row = <usize>lags << 1;
  const largestA = largest(aAt, <usize>aRows * row);
  for (let j = 0; j < bRows; j += 2) {
    const j1 = min(j + 1, bRows - 1);
    const b0 = bAt + <usize>j * row;
    const b1 = bAt + <usize>j1 * row;
    const bound = 2 * largestA * max(largest(b0, row), largest(b1, row));
    const steps = bound == 0 ? row : <usize>min<u64>(<u64>row, (<u64>i32.MAX_VALUE / bound) << 4);
    for (let i = 0; i < aRows; i += 4) {
      const i1 = min(i + 1, aRows - 1);
      const i2 = min(i + 2, aRows - 1);
      const i3 = min(i + 3, aRows - 1);
      tile(aAt + <usize>i * row, aAt + <usize>i1 * row, aAt + <usize>i2 * row, aAt + <usize>i3 * row, b0, b1, row, steps,
        cell(outAt, i, j, bRows), cell(outAt, i1, j, bRows), cell(outAt, i2, j, bRows), cell(outAt, i3, j, bRows), <usize>(j1 - j) << 3);
    }
  }
}

/** The largest of 16-bit whole numbers that are not negative. */
function largest(at: usize, bytes: usize): u64 {
  let most = i16x8.splat(0);
  for (let k: usize = 0; k < bytes; k += 16) most = i16x8.max_u(most, v128.load(at + k));
  most = i16x8.max_u(most, v128.shuffle<u16>(most, most, 4, 5, 6, 7, 0, 1, 2, 3));
  most = i16x8.max_u(most, v128.shuffle<u16>(most, most, 2, 3, 0, 1, 6, 7, 4, 5));
  most = i16x8.max_u(most, v128.shuffle<u16>(most, most, 1, 0, 3, 2, 5, 4, 7, 6));
  return <u64>i16x8.extract_lane_u(most, 0);
}

// @ts-ignore: decorator
@inline
function cell(outAt: usize, i: i32, j: i32, bRows: i32): usize {
  return outAt + ((<usize>i * <usize>bRows + <usize>j) << 3);
}

function tile(a0: usize, a1: usize, a2: usize, a3: usize, b0: usize, b1: usize, row: usize, steps: usize, out0: usize, out1: usize, out2: usize, out3: usize, next: usize): void {
  let t00: f64 = 0;
  let t01: f64 = 0;
  let t10: f64 = 0;
  let t11: f64 = 0;
  let t20: f64 = 0;
  let t21: f64 = 0;
  let t30: f64 = 0;
  let t31: f64 = 0;
  let at: usize = 0;
  while (at < row) {
    const end = min(at + steps, row);
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
      s00 = i32x4.add(s00, i32x4.dot_i16x8_s(a, b));
      s01 = i32x4.add(s01, i32x4.dot_i16x8_s(a, c));
      a = v128.load(a1 + at);
      s10 = i32x4.add(s10, i32x4.dot_i16x8_s(a, b));
      s11 = i32x4.add(s11, i32x4.dot_i16x8_s(a, c));
      a = v128.load(a2 + at);
      s20 = i32x4.add(s20, i32x4.dot_i16x8_s(a, b));
      s21 = i32x4.add(s21, i32x4.dot_i16x8_s(a, c));
      a = v128.load(a3 + at);
      s30 = i32x4.add(s30, i32x4.dot_i16x8_s(a, b));
      s31 = i32x4.add(s31, i32x4.dot_i16x8_s(a, c));
    }
    t00 += sum(s00);
    t01 += sum(s01);
    t10 += sum(s10);
    t11 += sum(s11);
    t20 += sum(s20);
    t21 += sum(s21);
    t30 += sum(s30);
    t31 += sum(s31);
  }
  store<f64>(out0, t00);
  store<f64>(out0 + next, t01);
  store<f64>(out1, t10);
  store<f64>(out1 + next, t11);
  store<f64>(out2, t20);
  store<f64>(out2 + next, t21);
  store<f64>(out3, t30);
  store<f64>(out3 + next, t31);
}

// @ts-ignore: decorator
@inline
function sum(lanes: v128): f64 {
  const low = f64x2.convert_low_i32x4_s(lanes);
  const high = f64x2.convert_low_i32x4_s(v128.shuffle<u32>(lanes, lanes, 2, 3, 0, 1));
  const both = f64x2.add(low, high);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}
