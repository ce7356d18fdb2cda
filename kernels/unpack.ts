import { HIGH, LOW } from "./memory";

/**
 * Writes a 16-bit number of each lane from its planes, more by what stands in `plusAt` for each. Lane l is number l % 8 * 16 + l / 8 of 128: where
 * swapping by four bits, by two and by one among eight planes puts its byte.
 */
export function unpack(planesAt: usize, planes: i32, plusAt: usize, outAt: usize): void {
  toBytes(planesAt, LOW);
  if (planes > 8) toBytes(planesAt + 128, HIGH);
  // What stands behind the highest plane is not of these numbers, and what runs over it is dropped.
  const below: i32 = (1 << planes) - 1;
  const mask = i16x8.splat(<i16>below);
  for (let at: usize = 0; at < 128; at += 16) {
    const low = v128.load(LOW + at);
    const high = v128.load(HIGH + at);
    const to = outAt + (at << 1);
    const plus = plusAt + (at << 1);
    const first = v128.shuffle<u8>(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const second = v128.shuffle<u8>(low, high, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    v128.store(to, v128.and(i16x8.add(first, v128.load(plus)), mask));
    v128.store(to, v128.and(i16x8.add(second, v128.load(plus, 16)), mask), 16);
  }
}

/** Number i of eight vectors is made of bit i of every byte of eight planes. */
function toBytes(planesAt: usize, outAt: usize): void {
  let a = v128.load(planesAt);
  let b = v128.load(planesAt, 16);
  let c = v128.load(planesAt, 32);
  let d = v128.load(planesAt, 48);
  let e = v128.load(planesAt, 64);
  let f = v128.load(planesAt, 80);
  let g = v128.load(planesAt, 96);
  let h = v128.load(planesAt, 112);

  let t = crossed(a, e, 4, 0x0f);
  a = v128.xor(a, i64x2.shl(t, 4));
  e = v128.xor(e, t);
  t = crossed(b, f, 4, 0x0f);
  b = v128.xor(b, i64x2.shl(t, 4));
  f = v128.xor(f, t);
  t = crossed(c, g, 4, 0x0f);
  c = v128.xor(c, i64x2.shl(t, 4));
  g = v128.xor(g, t);
  t = crossed(d, h, 4, 0x0f);
  d = v128.xor(d, i64x2.shl(t, 4));
  h = v128.xor(h, t);

  t = crossed(a, c, 2, 0x33);
  a = v128.xor(a, i64x2.shl(t, 2));
  c = v128.xor(c, t);
  t = crossed(b, d, 2, 0x33);
  b = v128.xor(b, i64x2.shl(t, 2));
  d = v128.xor(d, t);
  t = crossed(e, g, 2, 0x33);
  e = v128.xor(e, i64x2.shl(t, 2));
  g = v128.xor(g, t);
  t = crossed(f, h, 2, 0x33);
  f = v128.xor(f, i64x2.shl(t, 2));
  h = v128.xor(h, t);

  t = crossed(a, b, 1, 0x55);
  v128.store(outAt, v128.xor(a, i64x2.shl(t, 1)));
  v128.store(outAt, v128.xor(b, t), 16);
  t = crossed(c, d, 1, 0x55);
  v128.store(outAt, v128.xor(c, i64x2.shl(t, 1)), 32);
  v128.store(outAt, v128.xor(d, t), 48);
  t = crossed(e, f, 1, 0x55);
  v128.store(outAt, v128.xor(e, i64x2.shl(t, 1)), 64);
  v128.store(outAt, v128.xor(f, t), 80);
  t = crossed(g, h, 1, 0x55);
  v128.store(outAt, v128.xor(g, i64x2.shl(t, 1)), 96);
  v128.store(outAt, v128.xor(h, t), 112);
}

/** Where the higher bits of one plane differ from the lower bits of another, in the place of the lower. */
// @ts-ignore: decorator
@inline
function crossed(one: v128, other: v128, bits: i32, lower: i8): v128 {
  return v128.and(v128.xor(i64x2.shr_u(one, bits), other), i8x16.splat(lower));
}
