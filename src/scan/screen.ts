import { setBits, wordsOf } from "./bits.ts";
import { MOST_LEADERS } from "./blocks.ts";
import { type Breadth, shareSums } from "./breadth.ts";
import { NO_PAIRS, type ScanFunnel } from "./funnel.ts";
import { type Circle, lagsOf, type RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { type SingleLags, singleLags, sumOfSquares } from "./moments.ts";
import type { ScanEvents } from "./scanEvents.ts";
import { shrunkLift } from "./score.ts";
import type { SpanClasses } from "./spanClasses.ts";

/** What the screen lets through of a leader: its strongest seconds, at most `perLeader`, and its greatest z of all. */
export interface Screened {
  leader: number;
  seconds: readonly Second[]; // the strongest first
  bestZ: number; // -Infinity where no second could be looked at
}

/** A second that was let through. */
export interface Second {
  second: number;
  score: number; // what the strongest are chosen by
  squares: number; // the sum over all shifts of K(s) squared, on the span that the classes share
}

/** Looks at all pairs of some leaders of one class of spans. */
export type Screen = (leaders: Int32Array) => { screened: Screened[]; funnel: ScanFunnel };

/** Seconds looked at in one call: their rows stay near while all leaders of a block pass over them. */
const CHUNK = 512;

/** Rows of the seconds of a class, on the span that they have in common with the leaders. */
interface Prepared {
  circle: Circle;
  members: Int32Array;
  bitsAt: number;
  lagsAt: number;
  marked: Int32Array;
  from: Int32Array; // the events, or sessions, that the marks come of
  single: readonly SingleLags[];
}

/**
 * The screen of a universe: counts by popcount, lift, and z from the exact mean and variance over all shifts, for every second of a leader.
 *
 * The seconds are prepared once for leaders of one class; leaders of another class make it anew.
 */
export function screenOf(events: ScanEvents, breadth: Breadth, classes: SpanClasses, kernels: Kernels, cutter: RowCutter): Screen {
  const { definition, words } = events;
  const sums = shareSums(breadth);
  const shares = sums.subarray(1).map((sum, t) => sum - sums[t]!);
  const lagBytes = 2 * lagsOf(events.days.length);
  const leaders = {
    bitsAt: kernels.reserve(4 * words * MOST_LEADERS),
    lagsAt: kernels.reserve(lagBytes * MOST_LEADERS),
    countsAt: kernels.reserve(4 * MOST_LEADERS * CHUNK),
    productsAt: kernels.reserve(8 * MOST_LEADERS * CHUNK),
  };
  const preparedAt = kernels.reserve(0);
  let preparedFor = -1;
  let prepared: (Prepared | undefined)[] = [];

  const prepare = (of: number): void => {
    if (preparedFor === of) return;
    kernels.release(preparedAt);
    prepared = classes.members.map((members, other) => {
      const circle = sharedOf(classes, classes.members[of]![0]!, classes.members[other]![0]!);
      return circle.to - circle.from < definition.minSessions ? undefined : preparedRows(members, circle, kernels, cutter);
    });
    preparedFor = of;
  };

  return (block) => {
    if (block.length > MOST_LEADERS) throw new RangeError(`invalid leaders: ${block.length}`);
    prepare(classes.of[block[0]!]!);
    const funnel: ScanFunnel = { ...NO_PAIRS };
    const through = Array.from(block, () => new Strongest(definition.perLeader));
    const bestZ = new Float64Array(block.length).fill(Number.NEGATIVE_INFINITY);
    for (const [other, seconds] of prepared.entries()) {
      if (!seconds) {
        const own = other === preparedFor ? 1 : 0;
        funnel.pairs += block.length * (classes.members[other]!.length - own);
        funnel.shortHistory += block.length * (classes.members[other]!.length - own);
        continue;
      }
      const { circle } = seconds;
      const sessions = circle.to - circle.from;
      const [rowWords, lags] = [wordsOf(sessions), lagsOf(sessions)];
      const counts = new Int32Array(block.length);
      const single: SingleLags[] = [];
      const share = new Float64Array(block.length);
      for (const [k, leader] of block.entries()) {
        const bitsAt = leaders.bitsAt + 4 * rowWords * k;
        counts[k] = cutter.events(leader, circle, bitsAt);
        kernels.autocorrelation(bitsAt, sessions, lags, leaders.lagsAt + 2 * lags * k);
        single.push(singleLags(kernels, leaders.lagsAt + 2 * lags * k, sessions));
        for (const event of setBits(events.events, leader * words, circle.from, circle.to)) share[k]! += shares[circle.from + event]!;
      }
      const allShares = sums[circle.to]! - sums[circle.from]!;
      for (let start = 0; start < seconds.members.length; start += CHUNK) {
        const many = Math.min(CHUNK, seconds.members.length - start);
        kernels.counts(leaders.bitsAt, block.length, seconds.bitsAt + 4 * rowWords * start, many, rowWords, leaders.countsAt);
        kernels.products(leaders.lagsAt, block.length, seconds.lagsAt + 2 * lags * start, many, lags, leaders.productsAt);
        const hitsOf = new Uint32Array(kernels.buffer, leaders.countsAt, block.length * many);
        const productOf = new Float64Array(kernels.buffer, leaders.productsAt, block.length * many);
        for (let k = 0; k < block.length; k++) {
          const events = counts[k]!;
          for (let m = 0; m < many; m++) {
            const at = start + m;
            const second = seconds.members[at]!;
            if (second === block[k]) continue;
            funnel.pairs++;
            if (events < definition.minEvents || seconds.from[at]! < definition.minEvents) {
              funnel.fewEvents++;
              continue;
            }
            const hits = hitsOf[k * many + m]!;
            const expected = (events * seconds.marked[at]!) / sessions;
            const squares = sumOfSquares(productOf[k * many + m]!, single[k]!, seconds.single[at]!);
            const variance = squares / sessions - expected * expected;
            const z = variance > 0 ? (hits - expected) / Math.sqrt(variance) : Number.NEGATIVE_INFINITY;
            if (z > bestZ[k]!) bestZ[k] = z;
            if (hits < definition.minHits) funnel.fewHits++;
            else if (hits < definition.minLift * expected) funnel.lowLift++;
            else if (z < definition.minZ) funnel.lowZ++;
            else {
              const promised = allShares > 0 ? (share[k]! * seconds.marked[at]!) / allShares : expected;
              through[k]!.add({ second, score: shrunkLift(hits, promised), squares });
            }
          }
        }
      }
    }
    const screened = through.map((strongest, k): Screened => ({ leader: block[k]!, seconds: strongest.list(), bestZ: bestZ[k]! }));
    for (const [k, { seconds }] of screened.entries()) {
      funnel.kept += seconds.length;
      funnel.cut += through[k]!.seen - seconds.length;
    }
    return { screened, funnel };
  };
}

/** The span that the members of two classes have in common: theirs, shortened as the classes' are. */
function sharedOf({ from, to }: SpanClasses, a: number, b: number): Circle {
  const start = Math.max(from[a]!, from[b]!);
  return { from: start, to: Math.max(start, Math.min(to[a]!, to[b]!)) };
}

function preparedRows(members: Int32Array, circle: Circle, kernels: Kernels, cutter: RowCutter): Prepared {
  const sessions = circle.to - circle.from;
  const [rowWords, lags] = [wordsOf(sessions), lagsOf(sessions)];
  const bitsAt = kernels.reserve(4 * rowWords * members.length);
  const lagsAt = kernels.reserve(2 * lags * members.length);
  const marked = new Int32Array(members.length);
  const from = new Int32Array(members.length);
  const single: SingleLags[] = [];
  for (const [k, market] of members.entries()) {
    const row = cutter.marks(market, circle, bitsAt + 4 * rowWords * k);
    marked[k] = row.marked;
    from[k] = row.from;
    kernels.autocorrelation(bitsAt + 4 * rowWords * k, sessions, lags, lagsAt + 2 * lags * k);
    single.push(singleLags(kernels, lagsAt + 2 * lags * k, sessions));
  }
  return { circle, members, bitsAt, lagsAt, marked, from, single };
}

/** The strongest of many seconds; of two alike the one with the lower number. */
class Strongest {
  seen = 0;
  readonly #most: number;
  #held: Second[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(second: Second): void {
    this.seen++;
    this.#held.push(second);
    // Sorted now and then: most of what comes has to be looked at only once.
    if (this.#held.length >= 4 * this.#most + 64) this.list();
  }

  list(): readonly Second[] {
    this.#held = this.#held.sort((a, b) => b.score - a.score || a.second - b.second).slice(0, this.#most);
    return this.#held;
  }
}
