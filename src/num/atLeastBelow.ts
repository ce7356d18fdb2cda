// 90 / 100 - 1 is -0.09999999999999998: without slack a fall of exactly ten percent would not count as one.
const ROUNDING = 1e-12;

/**
 * Whether a distance is at least so far below: the one comparison of a drawdown with a threshold.
 *
 * @param distance decimal, at most 0; NaN is not below anything
 * @param by decimal above 0
 *
 * @example
 * import { atLeastBelow } from "lockstep/num";
 * atLeastBelow(90 / 100 - 1, 0.1); // => true
 * atLeastBelow(NaN, 0.1); // => false
 */
export function atLeastBelow(distance: number, by: number): boolean {
  return distance <= -by + ROUNDING;
}
