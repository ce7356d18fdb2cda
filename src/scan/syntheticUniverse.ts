import { dayNumber } from "../market/index.ts";
import { seeded, type Uniform } from "../num/index.ts";
import type { MarketBars, Universe } from "./universe.ts";

/** What an invented universe is made of. */
export interface SyntheticOptions {
  markets: number;
  sessions: number;
  seed: number;
  /** Share of the variance of a return that is common to all markets. Default 0.3 */
  common?: number;
  /** Share of it that is common to a group of twenty. Default 0.15 */
  grouped?: number;
  /** Share of the markets that begin late, spread over the first four fifths. Default 0 */
  late?: number;
}

/** Markets that share a factor of their own. */
const GROUP = 20;
const FIRST_DAY = dayNumber("2000-01-03");

/**
 * An invented universe, for trying and measuring: log prices that walk with a common factor, factors of groups of twenty, fat-tailed moves of their own and
 * a small drift, on consecutive days. The same for the same seed.
 *
 * @throws RangeError when a size is no whole number above zero, or a share lies outside 0..1
 *
 * @example
 * import { syntheticUniverse } from "lockstep/scan";
 * const { markets } = syntheticUniverse({ markets: 3, sessions: 500, seed: 7 });
 * [markets.length, markets[0].closes.length]; // => [3, 500]
 */
export function syntheticUniverse({ markets, sessions, seed, common = 0.3, grouped = 0.15, late = 0 }: SyntheticOptions): Universe {
  if (!Number.isInteger(markets) || markets < 1) throw new RangeError(`invalid markets: ${markets}`);
  if (!Number.isInteger(sessions) || sessions < 1) throw new RangeError(`invalid sessions: ${sessions}`);
  if (!(common >= 0 && grouped >= 0 && common + grouped <= 1 && late >= 0 && late <= 1)) throw new RangeError(`invalid shares: ${common}, ${grouped}, ${late}`);
  const factor = moves(sessions, fatTailed(seeded(seed)));
  // One stream for all factors of groups and one for all markets: a stream of its own for each would have to be reached by jumps.
  const ofGroups = fatTailed(seeded(seed, 1));
  const factors = Array.from({ length: Math.ceil(markets / GROUP) }, () => moves(sessions, ofGroups));
  const chance = seeded(seed, 2);
  const own = fatTailed(chance);
  const width = String(markets - 1).length;
  const days = Int32Array.from({ length: sessions }, (_, t) => FIRST_DAY + t);
  const weights = [common, grouped, 1 - common - grouped].map(Math.sqrt) as [number, number, number];
  const all = Array.from({ length: markets }, (_, k): MarketBars => {
    const daily = 0.01 + 0.025 * chance();
    const begins = chance() < late ? Math.floor(0.8 * chance() * sessions) : 0;
    const group = factors[Math.floor(k / GROUP)]!;
    const closes = new Float64Array(sessions - begins);
    let level = Math.log(100);
    for (let t = 0; t < sessions; t++) {
      const move = weights[0] * factor[t]! + weights[1] * group[t]! + weights[2] * own();
      if (t < begins) continue;
      level += 0.0002 + daily * move;
      closes[t - begins] = Math.exp(level);
    }
    return { id: `S${String(k).padStart(width, "0")}`, sessions: days.subarray(begins), closes };
  });
  return { name: `synthetic:${markets}x${sessions}:${seed}`, markets: all };
}

function moves(sessions: number, draw: () => number): Float64Array {
  return Float64Array.from({ length: sessions }, draw);
}

/** Draws of variance one with tails as those of daily returns: a normal, wider on one day in ten. */
function fatTailed(chance: Uniform): () => number {
  const calm = Math.sqrt(1 / (0.9 + 0.1 * 9));
  let spare = Number.NaN;
  return () => {
    const scale = chance() < 0.1 ? 3 * calm : calm;
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return scale * kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - chance()));
    const angle = 2 * Math.PI * chance();
    spare = radius * Math.sin(angle);
    return scale * radius * Math.cos(angle);
  };
}
