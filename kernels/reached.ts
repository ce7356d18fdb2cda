import { layEvents, listChanges, stepsAround } from "./lanes";
import { BEGINNING, PLANES } from "./memory";
import { beginLanes, follow } from "./planes";
import { ones, planesFor } from "./together";

/**
 * Begun with 2^m at shift 0 the lanes count 2^m + K(s) - K(0), so that bit m is set where K(s) reaches K(0), and need not be compared.
 */
export function reached(eventsAt: usize, marksAt: usize, sessions: i32): i32 {
  layEvents(eventsAt, sessions);
  const steps = stepsAround(sessions);
  const top = planesFor(eventsAt, marksAt, sessions);
  follow(listChanges(marksAt, sessions), steps, top + 1);
  beginLanes(1 << top, steps, top + 1);
  const highest = BEGINNING + (<usize>top << 4);
  let at = PLANES;
  let shifts = 0;
  for (let j = 0; j < steps; j++) {
    let carried = i64x2.splat(0);
    for (let begun = BEGINNING; begun < highest; begun += 16) {
      const plane = v128.load(at);
      const one = v128.xor(plane, v128.load(begun));
      carried = v128.bitselect(carried, plane, one);
      at += 16;
    }
    const reach = v128.xor(v128.xor(v128.load(at), v128.load(highest)), carried);
    at += 16;
    shifts += ones(v128.and(reach, firstLanes((sessions - j + steps - 1) / steps)));
  }
  return shifts;
}

/** The first so many of 128 lanes. */
function firstLanes(lanes: i32): v128 {
  if (lanes >= 128) return i8x16.splat(-1);
  const low: u64 = lanes >= 64 ? ~0 : ((<u64>1 << lanes) - 1);
  const high: u64 = lanes <= 64 ? 0 : ((<u64>1 << (lanes - 64)) - 1);
  return i64x2.replace_lane(i64x2.splat(low), 1, high);
}
