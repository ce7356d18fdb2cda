/** Two squares of counts up to 32,767 fit a lane of 32 bits; they are added up in 64. */
export function squares(countsAt: usize, sessions: i32): f64 {
  let sums = i64x2.splat(0);
  let s = 0;
  for (; s + 8 <= sessions; s += 8) {
    const counts = v128.load(countsAt + (<usize>s << 1));
    const pairs = i32x4.dot_i16x8_s(counts, counts);
    sums = i64x2.add(sums, i64x2.add(i64x2.extend_low_i32x4_u(pairs), i64x2.extend_high_i32x4_u(pairs)));
  }
  let sum = i64x2.extract_lane(sums, 0) + i64x2.extract_lane(sums, 1);
  for (; s < sessions; s++) {
    const count = <i64>load<u16>(countsAt + (<usize>s << 1));
    sum += count * count;
  }
  return <f64>sum;
}
