/** Eight shifts at a time; what is left one by one. */
export function raise(countsAt: usize, sessions: i32, mean: f64, scale: f64, mostAt: usize): void {
  const means = f64x2.splat(mean);
  const scales = f64x2.splat(scale);
  let s = 0;
  for (; s + 8 <= sessions; s += 8) {
    const at = mostAt + (<usize>s << 3);
    const counts = v128.load(countsAt + (<usize>s << 1));
    const low = i32x4.extend_low_i16x8_u(counts);
    const high = i32x4.extend_high_i16x8_u(counts);
    raiseTwo(at, low, means, scales);
    raiseTwo(at + 16, v128.shuffle<u32>(low, low, 2, 3, 0, 1), means, scales);
    raiseTwo(at + 32, high, means, scales);
    raiseTwo(at + 48, v128.shuffle<u32>(high, high, 2, 3, 0, 1), means, scales);
  }
  for (; s < sessions; s++) {
    const at = mostAt + (<usize>s << 3);
    const value = (<f64>load<u16>(countsAt + (<usize>s << 1)) - mean) * scale;
    if (load<f64>(at) < value) store<f64>(at, value);
  }
}

// @ts-ignore: decorator
@inline
function raiseTwo(at: usize, counts: v128, means: v128, scales: v128): void {
  const values = f64x2.mul(f64x2.sub(f64x2.convert_low_i32x4_s(counts), means), scales);
  v128.store(at, f64x2.pmax(v128.load(at), values));
}
