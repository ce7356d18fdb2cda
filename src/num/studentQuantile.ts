import { betaQuantile } from "./beta.ts";

/**
 * Quantile of Student's t distribution; -Infinity at 0, Infinity at 1.
 *
 * Source: t squared over t squared plus the degrees of freedom follows a beta distribution.
 *
 * @param options.freedom degrees of freedom, above 0; need not be whole
 * @throws RangeError when p is no probability or the degrees of freedom are not above zero
 *
 * @example
 * import { studentQuantile } from "lockstep/num";
 * studentQuantile(0.975, { freedom: 6 }).toFixed(4); // => "2.4469"
 */
export function studentQuantile(p: number, { freedom }: { freedom: number }): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}`);
  if (!(freedom > 0 && Number.isFinite(freedom))) throw new RangeError(`invalid freedom: ${freedom}`);
  if (p < 0.5) return -studentQuantile(1 - p, { freedom });
  const tail = betaQuantile(2 * (1 - p), { a: freedom / 2, b: 0.5 });
  if (tail < 0.5) return Math.sqrt((freedom * (1 - tail)) / tail);
  // Near one the tail has lost the digits that count; its complement has them.
  const centre = betaQuantile(2 * p - 1, { a: 0.5, b: freedom / 2 });
  return Math.sqrt((freedom * centre) / (1 - centre));
}
