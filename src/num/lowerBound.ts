/**
 * First index of an ascending array whose value is at least `bound`; the length of the array when there is none.
 *
 * @param ascending values in ascending order, no NaN
 *
 * @example
 * import { lowerBound } from "lockstep/num";
 * lowerBound([10, 20, 20, 30], 20); // => 1
 */
export function lowerBound(ascending: ArrayLike<number>, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
