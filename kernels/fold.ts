import { layEvents, listChanges, stepsAround } from "./lanes";
import { BEGINNING, BEGUN, COUNTS, LARGEST, NOTHING, PLANES } from "./memory";
import { beginLanes, follow } from "./planes";
import { inBoth, planesFor } from "./together";
import { unpack } from "./unpack";

/** A lane's shifts are neighbours, with much the same K: where the largest of them raises nothing of theirs, the lane is passed over. */
export function fold(eventsAt: usize, marksAt: usize, sessions: i32, mean: f64, mostAt: usize): f64 {
  const steps = stepsAround(sessions);
  const lanes = (sessions + steps - 1) / steps;
  const now = inBoth(eventsAt, marksAt, sessions);
  countAll(eventsAt, marksAt, sessions, now);
  const variance = <f64>(squaresAndLargest(steps) - squaresBehind(sessions, steps)) / <f64>sessions - mean * mean;
  if (!(variance > 0)) return NaN;
  const scale = 1 / sqrt(variance);
  for (let lane = 0; lane < lanes; lane++) {
    const number = numberOf(lane);
    const first = lane * steps;
    const shifts = min(steps, sessions - first);
    const largest = (<f64>load<u16>(LARGEST + number) - mean) * scale;
    if (largest > least(mostAt + (<usize>first << 3), shifts)) raise(COUNTS + number, shifts, mean, scale, mostAt + (<usize>first << 3));
  }
  return (<f64>now - mean) * scale;
}

/** Writes K for every step and lane. */
function countAll(eventsAt: usize, marksAt: usize, sessions: i32, now: i32): void {
  layEvents(eventsAt, sessions);
  const steps = stepsAround(sessions);
  const planes = planesFor(eventsAt, marksAt, sessions);
  follow(listChanges(marksAt, sessions), steps, planes);
  beginLanes(now, steps, planes);
  unpack(BEGINNING, planes, NOTHING, BEGUN);
  for (let j: usize = 0; j < <usize>steps; j++) unpack(PLANES + j * (<usize>planes << 4), planes, BEGUN, COUNTS + (j << 8));
}

/** The sum of the squares of all lanes, and the largest of each. Two squares of numbers below 2^15 fit 32 bits twice. */
function squaresAndLargest(steps: i32): i64 {
  const end = COUNTS + (<usize>steps << 8);
  let sums = i64x2.splat(0);
  for (let numbers: usize = 0; numbers < 256; numbers += 16) {
    let largest = i64x2.splat(0);
    for (let at = COUNTS + numbers; at < end; at += 256) {
      const counts = v128.load(at);
      largest = i16x8.max_s(largest, counts);
      const pairs = i32x4.dot_i16x8_s(counts, counts);
      sums = i64x2.add(sums, i64x2.add(i64x2.extend_low_i32x4_u(pairs), i64x2.extend_high_i32x4_u(pairs)));
    }
    v128.store(LARGEST + numbers, largest);
  }
  return i64x2.extract_lane(sums, 0) + i64x2.extract_lane(sums, 1);
}

/** What of it is of no shift: the last lanes go on behind the last one. */
function squaresBehind(sessions: i32, steps: i32): i64 {
  let sum: i64 = 0;
  for (let s = sessions; s < steps << 7; s++) {
    const count = <i64>load<u16>(COUNTS + (<usize>(s % steps) << 8) + numberOf(s / steps));
    sum += count * count;
  }
  return sum;
}

/** The least of neighbouring doubles; what is no number is none of them. */
function least(at: usize, many: i32): f64 {
  let one = f64x2.splat(Infinity);
  let other = one;
  const end = at + (<usize>many << 3);
  for (; at + 32 <= end; at += 32) {
    one = f64x2.pmin(one, v128.load(at));
    other = f64x2.pmin(other, v128.load(at, 16));
  }
  one = f64x2.pmin(one, other);
  let low = f64x2.extract_lane(one, 0);
  const high = f64x2.extract_lane(one, 1);
  if (high < low) low = high;
  for (; at < end; at += 8) if (load<f64>(at) < low) low = load<f64>(at);
  return low;
}

/** Two at a time, without asking which is larger: that is not to be foreseen. */
function raise(countsAt: usize, many: i32, mean: f64, scale: f64, mostAt: usize): void {
  const means = f64x2.splat(mean);
  const scales = f64x2.splat(scale);
  const end = mostAt + (<usize>many << 3);
  for (; mostAt + 16 <= end; mostAt += 16) {
    const counts = i32x4.replace_lane(i32x4.splat(load<u16>(countsAt)), 1, load<u16>(countsAt, 256));
    const values = f64x2.mul(f64x2.sub(f64x2.convert_low_i32x4_s(counts), means), scales);
    v128.store(mostAt, f64x2.pmax(v128.load(mostAt), values));
    countsAt += 512;
  }
  if (mostAt == end) return;
  const value = (<f64>load<u16>(countsAt) - mean) * scale;
  if (load<f64>(mostAt) < value) store<f64>(mostAt, value);
}

/** Where a lane's number stands among the bytes of a step's. */
// @ts-ignore: decorator
@inline
function numberOf(lane: i32): usize {
  return (<usize>(lane & 7) << 5) + (<usize>(lane >> 3) << 1);
}
