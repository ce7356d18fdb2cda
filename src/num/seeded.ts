import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A source of chance: each call gives the next number in 0 <= u < 1. */
export type Uniform = () => number;

/**
 * Chance that repeats itself: numbers in 0 <= u < 1, the same for the same seed on every machine.
 *
 * @param seed a whole number of 32 bits
 * @param stream which of the independent streams of the seed; each is 2^64 numbers long. Default 0
 * @throws RangeError when the seed does not fit 32 bits, or the stream is no whole number
 *
 * @example
 * import { seeded } from "lockstep/num";
 * seeded(7)() === seeded(7)(); // => true
 * seeded(7, 1)() === seeded(7, 2)(); // => false
 */
export function seeded(seed: number, stream = 0): Uniform {
  if ((seed | 0) !== seed) throw new RangeError(`invalid seed: ${seed}`);
  if (!Number.isInteger(stream) || stream < 0) throw new RangeError(`invalid stream: ${stream}`);
  const generator = xoroshiro128plus(seed);
  for (let k = 0; k < stream; k++) generator.jump();
  return () => uniformFloat64(generator);
}
