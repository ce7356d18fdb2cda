import { betaCdf } from "../src/num/index.ts";

/**
 * The p-value that event coincidence analysis usually takes: hits as independent trials, each with the probability
 * q = 1 - (1 - w)^n that at least one of n independent, uniform events falls into a window of the share w.
 *
 * Here for comparison only: highs come in runs, and neither assumption holds for them.
 */
export function binomialCoincidence({
  hits,
  events,
  others,
  sessions,
  window,
}: {
  hits: number;
  events: number;
  others: number;
  sessions: number;
  window: number;
}): number {
  const q = 1 - (1 - (2 * window + 1) / sessions) ** others;
  // At least k of n successes: a beta distribution at q.
  return hits === 0 ? 1 : betaCdf(q, { a: hits, b: events - hits + 1 });
}
