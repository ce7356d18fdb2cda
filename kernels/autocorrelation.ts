import { changes } from "./changes";
import { LIST, OTHER } from "./memory";

/**
 * Of few events, or of few runs. The distances between events are the autocorrelation at once. The steps up into a run (+1) and down out of
 * it (-1) have an autocorrelation too, which is minus the second difference of the one wanted: R(l+1) - 2 R(l) + R(l-1) = -Q(l).
 * Whichever are fewer, events or steps, are paired.
 */
export function autocorrelation(bitsAt: usize, sessions: i32, lags: i32, outAt: usize): void {
  memory.fill(outAt, 0, <usize>lags << 1);
  memory.fill(OTHER, 0, <usize>(sessions + 1) << 2);
  const words = (sessions + 31) >> 5;
  const last = sessions - 1;
  let before: u32 = (load<u32>(bitsAt + ((<usize>last >> 5) << 2)) >> (last & 31)) & 1;
  let set = 0;
  let steps = 0;
  for (let k = 0; k < words; k++) {
    const bits = load<u32>(bitsAt + (<usize>k << 2));
    set += popcnt(bits);
    steps += popcnt(changes(bits, before, k, sessions));
    before = bits >> 31;
  }
  store<u16>(outAt, <u16>set);
  const half = sessions >> 1;
  if (steps >= set) {
    pair(list(bitsAt, sessions, false), 1);
    for (let lag = 1; lag <= half; lag++) store<u16>(outAt + (<usize>lag << 1), <u16>both(lag, sessions));
    return;
  }
  pair(list(bitsAt, sessions, true), -1);
  let older = set;
  let now = set - (steps >> 1);
  for (let lag = 1; lag <= half; lag++) {
    store<u16>(outAt + (<usize>lag << 1), <u16>now);
    const next = 2 * now - older - both(lag, sessions);
    older = now;
    now = next;
  }
}

/** Writes down the set bits, or the steps, in order. Returns how many there are. */
function list(bitsAt: usize, sessions: i32, steps: bool): i32 {
  const words = (sessions + 31) >> 5;
  const last = sessions - 1;
  let before: u32 = (load<u32>(bitsAt + ((<usize>last >> 5) << 2)) >> (last & 31)) & 1;
  let end = LIST;
  for (let k = 0; k < words; k++) {
    const bits = load<u32>(bitsAt + (<usize>k << 2));
    let wanted = steps ? changes(bits, before, k, sessions) : bits;
    before = bits >> 31;
    while (wanted != 0) {
      store<i32>(end, (k << 5) + ctz(wanted));
      end += 4;
      wanted &= wanted - 1;
    }
  }
  return <i32>(end - LIST) >> 2;
}

/**
 * For every pair in order adds to the count of its distance: 1, or 1 and -1 in turn. Steps up and down alternate, so the sign of a pair of
 * steps is that of how many they are apart.
 */
function pair(entries: i32, turn: i32): void {
  const end = LIST + (<usize>entries << 2);
  for (let one = LIST; one < end; one += 4) {
    // The distance of the second from the first, as an address.
    const base = OTHER - (<usize>load<i32>(one) << 2);
    let other = one + 4;
    for (; other + 4 < end; other += 8) {
      const odd = base + (<usize>load<i32>(other) << 2);
      store<i32>(odd, load<i32>(odd) + turn);
      const even = base + (<usize>load<i32>(other, 4) << 2);
      store<i32>(even, load<i32>(even) + 1);
    }
    if (other < end) {
      const odd = base + (<usize>load<i32>(other) << 2);
      store<i32>(odd, load<i32>(odd) + turn);
    }
  }
}

/** What was counted of a distance, and of the same distance the other way around. */
// @ts-ignore: decorator
@inline
function both(lag: i32, sessions: i32): i32 {
  return load<i32>(OTHER + (<usize>lag << 2)) + load<i32>(OTHER + (<usize>(sessions - lag) << 2));
}
