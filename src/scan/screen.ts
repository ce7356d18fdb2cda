import { MOST_LEADERS } from "./blocks.ts";
import type { Breadth } from "./breadth.ts";
import type { ScanDefinition } from "./definition.ts";
import { NO_PAIRS, type ScanFunnel } from "./funnel.ts";
import { type Circle, lagsOf, overlap, type RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { sumOfSquares } from "./moments.ts";
import { eventRows, markRows, type PreparedRows } from "./preparedRows.ts";
import type { ScanEvents } from "./scanEvents.ts";
import { shrunkLift } from "./score.ts";
import type { SpanClasses } from "./spanClasses.ts";
import { bitsIn, promised, STRATA, type Strata, sessionsIn } from "./strata.ts";
import { type Second, Strongest } from "./strongest.ts";

/** What the screen lets through of a leader: its strongest seconds, at most `perLeader`, and its greatest z of all. */
export interface Screened {
  leader: number;
  seconds: readonly Second[]; // the strongest first
  bestZ: number; // -Infinity where no second has as many hits as expected
}

/** Looks at all pairs of some leaders of one class of spans. */
export type Screen = (leaders: Int32Array) => { screened: Screened[]; funnel: ScanFunnel };

/** Seconds looked at in one call: their rows stay near while all leaders of a block pass over them. */
const CHUNK = 512;

/**
 * The screen of a universe: counts by popcount, lift, and z from the exact mean and variance over all shifts, for every second of a leader.
 *
 * The seconds are prepared once for leaders of one class; leaders of another class make it anew.
 */
export function screenOf(events: ScanEvents, breadth: Breadth, strata: Strata, classes: SpanClasses, kernels: Kernels, cutter: RowCutter): Screen {
  const { definition, words } = events;
  const leaderRoom = { bitsAt: kernels.reserve(4 * words * MOST_LEADERS), lagsAt: kernels.reserve(2 * lagsOf(events.days.length) * MOST_LEADERS) };
  const countsAt = kernels.reserve(4 * MOST_LEADERS * CHUNK);
  const productsAt = kernels.reserve(8 * MOST_LEADERS * CHUNK);
  const preparedAt = kernels.reserve(0);
  let preparedFor = -1;
  let prepared: (Seconds | undefined)[] = [];

  const prepare = (of: number): void => {
    if (preparedFor === of) return;
    kernels.release(preparedAt);
    prepared = classes.members.map((members, other) => {
      const circle = sharedOf(classes, classes.members[of]![0]!, classes.members[other]![0]!);
      return circle.to - circle.from < definition.minSessions ? undefined : secondsOf(members, circle);
    });
    preparedFor = of;
  };

  const inStrata = (rows: Uint32Array, markets: Int32Array, circle: Circle) => Array.from(markets, (market) => bitsIn(strata, rows, market * words, circle));
  const secondsOf = (members: Int32Array, circle: Circle): Seconds => ({
    ...markRows(members, circle, kernels, cutter),
    inStrata: inStrata(breadth.marks, members, circle),
    sessionsIn: sessionsIn(strata, circle),
  });

  return (block) => {
    if (block.length > MOST_LEADERS) throw new RangeError(`invalid leaders: ${block.length}`);
    prepare(classes.of[block[0]!]!);
    const funnel: ScanFunnel = { ...NO_PAIRS };
    const through = Array.from(block, () => new Strongest(definition.perLeader));
    for (const [other, seconds] of prepared.entries()) {
      if (!seconds) {
        const pairs = block.length * (classes.members[other]!.length - (other === preparedFor ? 1 : 0));
        funnel.pairs += pairs;
        funnel.shortHistory += pairs;
        continue;
      }
      const firsts = eventRows(block, seconds.circle, leaderRoom, kernels, cutter);
      const own = inStrata(events.events, block, seconds.circle);
      for (let start = 0; start < seconds.markets.length; start += CHUNK) {
        const many = Math.min(CHUNK, seconds.markets.length - start);
        kernels.counts(firsts.bitsAt, block.length, seconds.bitsAt + 4 * seconds.words * start, many, seconds.words, countsAt);
        kernels.products(firsts.lagsAt, block.length, seconds.lagsAt + 2 * seconds.lags * start, many, seconds.lags, productsAt);
        for (let k = 0; k < block.length; k++) {
          const hits = new Uint32Array(kernels.buffer, countsAt + 4 * many * k, many);
          const products = new Float64Array(kernels.buffer, productsAt + 8 * many * k, many);
          decide({ firsts, k, inStrata: own[k]!, seconds, start, hits, products }, definition, funnel, through[k]!);
        }
      }
    }
    const screened = through.map((strongest, k): Screened => ({ leader: block[k]!, seconds: strongest.list(), bestZ: strongest.bestZ }));
    for (const [k, { seconds }] of screened.entries()) {
      funnel.kept += seconds.length;
      funnel.cut += through[k]!.seen - seconds.length;
    }
    return { screened, funnel };
  };
}

/** The seconds of one class, with their marks by stratum. */
interface Seconds extends PreparedRows {
  inStrata: readonly Int32Array[];
  sessionsIn: Int32Array;
}

/** One leader and some seconds, with what the kernels say of them. */
interface Decision {
  firsts: PreparedRows;
  k: number; // which of the firsts
  inStrata: Int32Array; // its events by stratum
  seconds: Seconds;
  start: number; // the first of the seconds
  hits: Uint32Array;
  products: Float64Array;
}

function decide({ firsts, k, inStrata, seconds, start, hits, products }: Decision, definition: ScanDefinition, funnel: ScanFunnel, strongest: Strongest): void {
  const { minEvents, minHits, minLift, minZ } = definition;
  const { markets, set, from, single, sessions } = seconds;
  const leader = firsts.markets[k]!;
  const events = firsts.set[k]!;
  const own = firsts.single[k]!;
  let { bestZ } = strongest;
  for (let m = 0; m < hits.length; m++) {
    const at = start + m;
    const second = markets[at]!;
    if (second === leader) continue;
    funnel.pairs++;
    if (events < minEvents || from[at]! < minEvents) {
      funnel.fewEvents++;
      continue;
    }
    const count = hits[m]!;
    const expected = (events * set[at]!) / sessions;
    let z = Number.NEGATIVE_INFINITY;
    // With fewer hits than expected z says nothing that is asked here.
    if (count >= expected) {
      const variance = sumOfSquares(products[m]!, own, single[at]!) / sessions - expected * expected;
      if (variance > 0) z = (count - expected) / Math.sqrt(variance);
      if (z > bestZ) bestZ = z;
    }
    if (count < minHits) funnel.fewHits++;
    else if (count < minLift * expected) funnel.lowLift++;
    else if (!(z >= minZ)) funnel.lowZ++;
    else {
      const score = shrunkLift(count, promisedOf(inStrata, seconds, at, expected));
      if (strongest.admits(score)) strongest.add({ second, score, squares: sumOfSquares(products[m]!, own, single[at]!), inStrata: seconds.inStrata[at]! });
    }
  }
  strongest.bestZ = bestZ;
}

/** The hits that the breadth of the universe promises, own marks not taken out of it; those expected by chance where nothing is known of breadth. */
function promisedOf(events: Int32Array, { inStrata, sessionsIn: sessions }: Seconds, at: number, expected: number): number {
  let known = 0;
  for (let stratum = 0; stratum < STRATA; stratum++) known += sessions[stratum]!;
  return known === 0 ? expected : promised(events, inStrata[at]!, sessions);
}

/** The span that the members of two classes have in common: theirs, shortened as the classes' are. */
function sharedOf({ from, to }: SpanClasses, a: number, b: number): Circle {
  const own = (market: number): Circle => ({ from: from[market]!, to: to[market]! });
  return overlap(own(a), own(b));
}
