/**
 * Indices of the upper records of an array: the positions whose value is strictly above every earlier value.
 *
 * The first value present is record number one (the convention of record theory). A value equal to the running
 * maximum is no record. NaN is missing: never a record, and no bar to the next one. Cost: one pass.
 *
 * @param values levels in order of time; NaN = none
 * @returns ascending indices into `values`
 *
 * @example
 * import { recordIndices } from "lockstep/num";
 * recordIndices([3, 1, NaN, 3, 4]); // => [0, 4]
 */
export function recordIndices(values: ArrayLike<number>): number[] {
  const indices: number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > highest) {
      highest = value;
      indices.push(i);
    }
  }
  return indices;
}
