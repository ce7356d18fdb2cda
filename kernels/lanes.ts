import { changes } from "./changes";
import { KEPT, LAID, LIST, NOTHING } from "./memory";

/**
 * The shifts of a circle, dealt out to 128 lanes: each lane takes neighbouring shifts one step after the other, lane l shift l * steps + j at step j.
 * What is one bit of every lane is 128 bits side by side. So K of all lanes follows from K at the step before: only where a run of marks begins
 * or ends does an event come in or go out, and marks have far fewer such ends than there are events.
 */

/** Steps until the lanes are through all shifts. */
export function stepsAround(sessions: i32): i32 {
  return (sessions + 127) >> 7;
}

let keptSessions: i32 = 0;

/**
 * Lays events out for the lanes: bit l of row r says whether there is an event l * steps + r sessions back from the first session. Rows are twice
 * as wide as there are lanes. Each copy of them is moved by one lane more, so that 128 lanes from any on are read from a whole byte; and since going
 * on by a row from the last one is to be one lane on in the first, copies follow each other. A leader's row comes again and again: it is laid out once.
 */
export function layEvents(eventsAt: usize, sessions: i32): void {
  if (isKept(eventsAt, sessions)) return;
  const steps = stepsAround(sessions);
  const bytes = <usize>steps << 5;
  memory.copy(KEPT, eventsAt, <usize>steps << 4);
  keptSessions = sessions;
  memory.fill(LAID, 0, bytes);
  for (let k = 0; k < steps << 2; k++) {
    let bits = load<u32>(eventsAt + (<usize>k << 2));
    while (bits != 0) {
      const event = (k << 5) + ctz(bits);
      bits &= bits - 1;
      const back = event == 0 ? 0 : sessions - event;
      lay(back, steps);
      lay(back + sessions, steps);
    }
  }
  for (let copy: i32 = 1; copy < 9; copy++) {
    const to = LAID + <usize>copy * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      const here = v128.load(LAID + at);
      const next = v128.load(LAID + at, 8);
      v128.store(to + at, v128.or(i64x2.shr_u(here, copy), i64x2.shl(next, 64 - copy)));
    }
  }
}

function isKept(eventsAt: usize, sessions: i32): bool {
  if (sessions != keptSessions) return false;
  let differ = i64x2.splat(0);
  for (let at: usize = 0; at < <usize>stepsAround(sessions) << 4; at += 16) {
    differ = v128.or(differ, v128.xor(v128.load(eventsAt + at), v128.load(KEPT + at)));
  }
  return !v128.any_true(differ);
}

// @ts-ignore: decorator
@inline
function lay(back: i32, steps: i32): void {
  const lane = back / steps;
  const at = LAID + (<usize>(back - lane * steps) << 5) + (<usize>lane >> 3);
  store<u8>(at, load<u8>(at) | (<u8>1 << <u8>(lane & 7)));
}

/**
 * Writes down where the laid events are read for each beginning and each end of a run of marks, in turns, filled up with nothing to a multiple of
 * sixteen. Returns the end of the list.
 */
export function listChanges(marksAt: usize, sessions: i32): usize {
  const steps = stepsAround(sessions);
  const words = (sessions + 31) >> 5;
  const last = sessions - 1;
  let before: u32 = (load<u32>(marksAt + ((<usize>last >> 5) << 2)) >> (last & 31)) & 1;
  let beginnings = LIST;
  let ends = LIST + 4;
  for (let k = 0; k < words; k++) {
    const bits = load<u32>(marksAt + (<usize>k << 2));
    let wanted = changes(bits, before, k, sessions);
    before = bits >> 31;
    while (wanted != 0) {
      const bit = ctz(wanted);
      wanted &= wanted - 1;
      // An event comes in at shift s where it lies s + 1 before the run.
      const at = (k << 5) + bit;
      const back = at < 2 ? 1 - at : sessions + 1 - at;
      const lane = back / steps;
      const address = LAID + (<usize>((lane & 7) * steps + back - lane * steps) << 5) + (<usize>lane >> 3);
      if ((bits >> bit) & 1) {
        store<usize>(beginnings, address);
        beginnings += 8;
      } else {
        store<usize>(ends, address);
        ends += 8;
      }
    }
  }
  while (((beginnings - LIST) & 63) != 0) {
    store<usize>(beginnings, NOTHING);
    store<usize>(beginnings, NOTHING, 4);
    beginnings += 8;
  }
  return beginnings;
}
