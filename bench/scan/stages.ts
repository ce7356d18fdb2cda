import type { BenchSample } from "./benchSample.ts";

/** The stages of a scan that are measured beside each other, in the order in which one needs the other. */
export const STAGES = ["highs", "counts", "lags", "products", "exact", "family"] as const;
export type Stage = (typeof STAGES)[number];

/** What a stage does, and of how many things. */
export const STAGE: Record<Stage, { what: string; each: "market" | "pair"; many: (sample: BenchSample) => number }> = {
  highs: { what: "highs, lows and drawdowns as bits", each: "market", many: markets },
  counts: { what: "counts, dilating with it", each: "pair", many: (sample) => markets(sample) ** 2 },
  lags: { what: "autocorrelations of events and marks", each: "market", many: markets },
  products: { what: "their products: mean and variance of the null", each: "pair", many: (sample) => markets(sample) ** 2 },
  exact: { what: "exact null, all shifts", each: "pair", many: ({ leaders, seconds }) => leaders.length * seconds.length },
  family: { what: "max-T of a leader's family, all shifts", each: "pair", many: (sample) => sample.families.length * markets(sample) },
};

/** What came of running a stage: numbers that must be the same on both sides, outside of the seconds. */
export interface StageRun {
  seconds: number;
  digests: number[];
}

/** One who can run the stages. */
export interface Side {
  run(stage: Stage, digest: boolean): Promise<StageRun>;
  close(): Promise<void>;
}

function markets({ events }: BenchSample): number {
  return events.ids.length;
}
