/** What the cost of a scan hangs on. */
export interface Workload {
  markets: number;
  sessions: number; // that have closes
  span: number; // sessions of a pair: what is left when the window of highs is full
  events: number; // of a market, on average
  kept: number; // pairs
  tested: number; // families
}

/** The terms of the cost of a scan, each with what it counts. Who pays: the main thread alone, each worker, or all workers together. */
export const TERMS = {
  figures: { pays: "main", of: "closes", units: ({ markets, sessions }: Workload) => markets * sessions },
  prepare: { pays: "each", of: "closes", units: ({ markets, span }: Workload) => markets * span },
  counts: { pays: "shared", of: "pairs x 128 sessions", units: ({ markets, span }: Workload) => markets ** 2 * chunks(span) },
  products: { pays: "shared", of: "pairs x 8 lags", units: ({ markets, span }: Workload) => markets ** 2 * Math.ceil((Math.floor(span / 2) + 1) / 8) },
  decisions: { pays: "shared", of: "pairs", units: ({ markets }: Workload) => markets ** 2 },
  exactEvents: { pays: "shared", of: "kept pairs x events x 128 sessions", units: ({ kept, events, span }: Workload) => kept * events * chunks(span) },
  exactSessions: { pays: "shared", of: "kept pairs x 128 sessions", units: ({ kept, span }: Workload) => kept * chunks(span) },
  keptPairs: { pays: "shared", of: "kept pairs", units: ({ kept }: Workload) => kept },
  familyEvents: {
    pays: "shared",
    of: "pairs of families x events x 128 sessions",
    units: ({ tested, markets, events, span }: Workload) => tested * markets * events * chunks(span),
  },
  familySessions: { pays: "shared", of: "pairs of families x 128 sessions", units: ({ tested, markets, span }: Workload) => tested * markets * chunks(span) },
  end: { pays: "main", of: "kept pairs", units: ({ kept }: Workload) => kept },
} as const;

export type Term = keyof typeof TERMS;

/** Seconds for each unit of each term. */
export type Costs = Record<Term, number>;

/** Seconds of a scan on so many workers that share the work evenly. */
export function secondsOf(costs: Costs, load: Workload, workers: number): number {
  return Object.entries(TERMS).reduce((sum, [term, { pays, units }]) => sum + (costs[term as Term] * units(load)) / (pays === "shared" ? workers : 1), 0);
}

/** Workers until so many seconds are enough; Infinity where what one thread must do alone takes longer. */
export function workersFor(costs: Costs, load: Workload, seconds: number): number {
  const endless = secondsOf(costs, load, Number.POSITIVE_INFINITY);
  return endless >= seconds ? Number.POSITIVE_INFINITY : Math.ceil((secondsOf(costs, load, 1) - endless) / (seconds - endless));
}

/** MB that a worker holds of a universe: bits and autocorrelations of all seconds, and the marks that its breadth is counted of. */
export function workerMegabytes({ markets, sessions, span }: Workload): number {
  return (markets * (16 * chunks(span) + 16 * Math.ceil((span / 2 + 1) / 8) + 16 * chunks(sessions))) / 2 ** 20;
}

/** MB that the process holds beside its workers: the closes, and the bits that all share. */
export function mainMegabytes({ markets, sessions }: Workload): number {
  return (markets * (8 * sessions + 32 * chunks(sessions))) / 2 ** 20;
}

function chunks(sessions: number): number {
  return Math.ceil(sessions / 128);
}
