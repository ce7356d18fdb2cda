import { LIST, PLANES } from "./memory";
import { begin, countUp, listEvents, shiftMarks } from "./planes";

/**
 * The counters begin with 2^m - K(0), so that bit m is set where K(s) reaches K(0), and need not be compared.
 */
export function reached(eventsAt: usize, marksAt: usize, sessions: i32): i32 {
  const end = listEvents(eventsAt, sessions, shiftMarks(marksAt, sessions));
  const top = bitsFor(end);
  begin((1 << top) - inBoth(eventsAt, marksAt, sessions), top + 1);
  let shifts = 0;
  for (let s = 0; s < sessions; s += 128) {
    countUp(end, <usize>s >> 3, top + 1);
    shifts += ones(v128.and(v128.load(PLANES + (<usize>top << 4)), within(sessions - s)));
  }
  return shifts;
}

/** Eight shifts at a time: a byte of every plane, spread over eight numbers from the highest plane down. */
export function shiftCounts(eventsAt: usize, marksAt: usize, sessions: i32, outAt: usize): void {
  const end = listEvents(eventsAt, sessions, shiftMarks(marksAt, sessions));
  const planes = bitsFor(end);
  const bits = i16x8(1, 2, 4, 8, 16, 32, 64, 128);
  begin(0, planes);
  for (let s = 0; s < sessions; s += 128) {
    countUp(end, <usize>s >> 3, planes);
    const mask = within(sessions - s);
    for (let p: usize = 0; p < <usize>planes << 4; p += 16) v128.store(PLANES + p, v128.and(v128.load(PLANES + p), mask));
    const bytes = <usize>min(16, (sessions - s + 7) >> 3);
    for (let byte: usize = 0; byte < bytes; byte++) {
      let counts = i16x8.splat(0);
      for (let at = PLANES + byte + (<usize>(planes - 1) << 4); at >= PLANES; at -= 16) {
        const set = i16x8.eq(v128.and(i16x8.splat(<i16>load<u8>(at)), bits), bits);
        counts = i16x8.sub(i16x8.add(counts, counts), set);
      }
      v128.store(outAt + (<usize>s << 1) + (byte << 4), counts);
    }
  }
}

/** Planes that hold any count of the listed events: at least four, since so many are counted at once. */
function bitsFor(end: usize): i32 {
  const events = <i32>((end - LIST) >> 2);
  return max(4, 32 - clz(events));
}

/** K(0). */
function inBoth(eventsAt: usize, marksAt: usize, sessions: i32): i32 {
  let count = 0;
  for (let at: usize = 0; at < <usize>((sessions + 127) >> 7) << 4; at += 16) count += ones(v128.and(v128.load(eventsAt + at), v128.load(marksAt + at)));
  return count;
}

// @ts-ignore: decorator
@inline
function ones(bits: v128): i32 {
  return <i32>(popcnt(i64x2.extract_lane(bits, 0)) + popcnt(i64x2.extract_lane(bits, 1)));
}

/** The first so many of 128 bits; all where there are more. */
function within(left: i32): v128 {
  if (left >= 128) return i8x16.splat(-1);
  const low: u64 = left >= 64 ? ~0 : ((<u64>1 << left) - 1);
  const high: u64 = left <= 64 ? 0 : ((<u64>1 << (left - 64)) - 1);
  return i64x2.replace_lane(i64x2.splat(low), 1, high);
}
