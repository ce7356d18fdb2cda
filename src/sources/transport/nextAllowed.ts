import type { Budget } from "../source.ts";

/**
 * When a source may be asked next: after its spacing, when every window has room again, and not before it said so itself.
 *
 * @param calls starts of the requests made so far, ms since 1970 UTC, ascending
 * @param notBefore what the source asked for when it refused; undefined when it did not
 * @returns ms since 1970 UTC, at least `now`
 *
 * @example
 * import { nextAllowed } from "lockstep/sources";
 * const budget = { spacing: 1000, limits: [{ requests: 2, within: 60_000 }] };
 * nextAllowed(budget, [0, 1000], { now: 1500 }); // => 60_000
 */
export function nextAllowed(budget: Budget, calls: readonly number[], { now, notBefore = 0 }: { now: number; notBefore?: number | undefined }): number {
  const last = calls.at(-1);
  const spaced = last === undefined ? 0 : last + budget.spacing;
  const windows = budget.limits.map(({ requests, within }) => {
    const first = calls[calls.length - requests];
    return first === undefined ? 0 : first + within;
  });
  return Math.max(now, notBefore, spaced, ...windows);
}

/**
 * How many requests each limit of a budget still has room for.
 *
 * @example
 * import { budgetLeft } from "lockstep/sources";
 * budgetLeft({ spacing: 0, limits: [{ requests: 50, within: 3_600_000 }] }, [0, 10], { now: 20 }); // => [48]
 */
export function budgetLeft(budget: Budget, calls: readonly number[], { now }: { now: number }): number[] {
  return budget.limits.map(({ requests, within }) => Math.max(0, requests - calls.filter((at) => at > now - within).length));
}
