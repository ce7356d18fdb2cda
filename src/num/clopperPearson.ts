import { betaQuantile } from "./beta.ts";
import { type Interval, requireLevel } from "./interval.ts";

/**
 * Exact (Clopper-Pearson) interval of a share: at least `level` of such intervals hold the true share, whatever it is.
 *
 * Without observations it is 0 to 1: nothing is known. Source: Clopper and Pearson 1934, through the beta distribution.
 *
 * @param options.successes how many of the `n`; need not be whole where a share of dependent observations is worth so many independent ones
 * @param options.n how many were observed, all of them to the end
 * @param options.level default 0.95
 * @throws RangeError when n is not whole, or successes lie outside 0..n
 *
 * @example
 * import { clopperPearson } from "lockstep/num";
 * const { lower, upper } = clopperPearson({ successes: 4, n: 4 });
 * [lower.toFixed(4), upper]; // => ["0.3976", 1]
 */
export function clopperPearson({ successes, n, level = 0.95 }: { successes: number; n: number; level?: number }): Interval {
  requireLevel(level);
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`invalid n: ${n}`);
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`invalid successes: ${successes} of ${n}`);
  const tail = (1 - level) / 2;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, { a: successes, b: n - successes + 1 }),
    upper: successes === n ? 1 : betaQuantile(1 - tail, { a: successes + 1, b: n - successes }),
    level,
  };
}
