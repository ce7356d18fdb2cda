/** Two neighbouring words, moved together. */
export function crop(bitsAt: usize, from: i32, to: i32, words: i32, outAt: usize): i32 {
  memory.fill(outAt, 0, <usize>words << 2);
  let set = 0;
  for (let at = from, word = outAt; at < to; at += 32, word += 4) {
    const source = bitsAt + ((<usize>at >> 5) << 2);
    let pair = <u64>load<u32>(source);
    // The next word is read only where it is wanted: behind the last one memory may end.
    if ((at & 31) != 0 && (at | 31) + 1 < to) pair |= <u64>load<u32>(source, 4) << 32;
    let bits = <u32>(pair >> (at & 31));
    if (to - at < 32) bits &= (<u32>1 << (to - at)) - 1;
    store<u32>(word, bits);
    set += popcnt(bits);
  }
  return set;
}

/** Each event's neighbourhood is marked as one range, or as two where it passes the seam of the circle. */
export function dilate(bitsAt: usize, sessions: i32, back: i32, ahead: i32, words: i32, outAt: usize): i32 {
  memory.fill(outAt, 0, <usize>words << 2);
  // One way around is enough, and keeps the sums below small.
  const before = min(back, sessions);
  const after = min(ahead, sessions);
  const inUse = (sessions + 31) >> 5;
  for (let k = 0; k < inUse; k++) {
    let bits = load<u32>(bitsAt + (<usize>k << 2));
    while (bits != 0) {
      const event = (k << 5) + ctz(bits);
      bits &= bits - 1;
      const start = event - before;
      const end = event + after + 1;
      markRange(outAt, max(start, 0), min(end, sessions));
      if (start < 0) markRange(outAt, start + sessions, min(end, 0) + sessions);
      if (end > sessions) markRange(outAt, max(start - sessions, 0), end - sessions);
    }
  }
  let set = 0;
  for (let k = 0; k < inUse; k++) set += popcnt(load<u32>(outAt + (<usize>k << 2)));
  return set;
}

/** Sets bits from..to-1, if any; 0 <= from. */
function markRange(bitsAt: usize, from: i32, to: i32): void {
  if (from >= to) return;
  const last = (to - 1) >> 5;
  let mask: u32 = 0xffffffff << (from & 31);
  for (let k = from >> 5; k <= last; k++) {
    if (k == last) mask &= 0xffffffff >> (31 - ((to - 1) & 31));
    const at = bitsAt + (<usize>k << 2);
    store<u32>(at, load<u32>(at) | mask);
    mask = 0xffffffff;
  }
}
