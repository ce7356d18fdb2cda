import { mean } from "./mean.ts";

/**
 * Mean squared distance of values from their mean (the variance of a population); NaN without values, and where one is NaN.
 *
 * @example
 * import { variance } from "lockstep/num";
 * variance([1, 3]); // => 1
 */
export function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return squares / values.length;
}
