import { scaleLinear } from "d3-scale";

const SMALL_RANGE = 5; // high over low; below it values evenly apart are rounder
const FEW = 3;

/**
 * Round values over a range of a log scale, at most as many as asked for.
 *
 * @throws RangeError when the range does not lie above zero
 */
export function logTicks(low: number, high: number, most: number): number[] {
  if (!(low > 0 && high >= low && high < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid range: ${low} to ${high}`);
  if (high / low < SMALL_RANGE) return linear(low, high, most);
  const [from, to] = [Math.floor(Math.log10(low)), Math.floor(Math.log10(high))];
  const ticks = (digits: readonly number[], step = 1): number[] =>
    Array.from({ length: to - from + 1 }, (_, k) => from + k)
      .filter((exponent) => exponent % step === 0)
      .flatMap((exponent) => digits.map((digit) => Number(`${digit}e${exponent}`)))
      .filter((tick) => tick >= low && tick <= high);
  const usual = ticks([1, 2, 5]);
  if (usual.length < FEW) return ticks([1, 2, 3, 5, 7]);
  if (usual.length <= most) return usual;
  for (let step = 1; ; step++) {
    const powers = ticks([1], step);
    // A range of little more than a decade may hold one power alone.
    if (powers.length <= most) return powers.length > 1 ? powers : thinned(usual, most);
  }
}

function linear(low: number, high: number, most: number): number[] {
  const scale = scaleLinear([low, high], [0, 1]);
  let denser = scale.ticks(most);
  // A round value that lies a hair outside can leave one alone: then they stand closer.
  for (let count = most + 1; denser.length < 2 && count <= 4 * most; count++) denser = scale.ticks(count);
  for (let count = most; count > 0; count--) {
    const ticks = scale.ticks(count);
    if (ticks.length < 2) break;
    if (ticks.length <= most) return ticks;
    denser = ticks;
  }
  return thinned(denser, most);
}

/** Some of the values, evenly, so that at most so many are left. */
function thinned(values: readonly number[], most: number): number[] {
  return values.filter((_, k) => k % Math.ceil(values.length / most) === 0);
}
