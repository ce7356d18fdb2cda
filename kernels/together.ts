/** How many bits two rows of a circle have both set: K(0). */
export function inBoth(eventsAt: usize, marksAt: usize, sessions: i32): i32 {
  let count = 0;
  for (let at: usize = 0; at < bytes(sessions); at += 16) count += ones(v128.and(v128.load(eventsAt + at), v128.load(marksAt + at)));
  return count;
}

/** Planes that hold K(s) at any shift: at least four, since so many are counted at once. */
export function planesFor(eventsAt: usize, marksAt: usize, sessions: i32): i32 {
  let events = 0;
  let marks = 0;
  for (let at: usize = 0; at < bytes(sessions); at += 16) {
    events += ones(v128.load(eventsAt + at));
    marks += ones(v128.load(marksAt + at));
  }
  return max(4, 32 - clz(min(events, marks)));
}

/** How many of 128 bits are set. */
// @ts-ignore: decorator
@inline
export function ones(bits: v128): i32 {
  return <i32>(popcnt(i64x2.extract_lane(bits, 0)) + popcnt(i64x2.extract_lane(bits, 1)));
}

// @ts-ignore: decorator
@inline
function bytes(sessions: i32): usize {
  return <usize>((sessions + 127) >> 7) << 4;
}
