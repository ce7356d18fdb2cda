import { quantile } from "../src/num/index.ts";

/** Of all chance in the calibration. */
export const SEED = 20_251_212;

/** How an experiment is run. */
export interface Run {
  replications: number; // in each setting
  stream: number; // of the seed; each experiment has its own
  sessions?: number; // length of each walk where it is what costs; default that of the full run
  settings?: RegExp; // only those it matches, where one setting costs much; default all
  progress: (text: string) => void;
}

/** How often one test rejected, or one interval missed, in one setting. */
export interface Row {
  experiment: string; // "highs"
  setting: string; // "Gaussian walks, window 5"
  statistic: string; // "coincidence"
  /** What is true in this setting: nothing to find, something, or neither of the two cleanly. */
  truth: "null" | "relation" | "open";
  /** Whether the product prints it, or whether it stands here for comparison only. */
  by: "product" | "comparison";
  rejected: number; // 52
  replications: number; // 1000; those in which the statistic was defined
  nominal: number; // 0.05
  /** Of a number that is no test: its 5 % quantile, median and 95 % quantile, over as many as `replications` says. */
  spread?: readonly [number, number, number];
}

type Cell = Pick<Row, "setting" | "statistic" | "truth" | "by">;

/** Counts rejections at 5 % and 1 %, setting by setting. */
export class Tally {
  readonly #rows = new Map<string, Row>();
  readonly #experiment: string;

  constructor(experiment: string) {
    this.#experiment = experiment;
  }

  /** One p-value; a test that could not be made counts for nothing. */
  test(cell: Cell, pValue: number | undefined): void {
    if (pValue === undefined || Number.isNaN(pValue)) return;
    // Sums of probabilities carry rounding: a p of 0.05 must not depend on it.
    for (const nominal of [0.05, 0.01]) this.#count(cell, nominal, pValue <= nominal + 1e-12);
  }

  /** One interval of a level; it misses when the truth lies outside. */
  interval(cell: Cell, { lower, upper, level }: { lower: number; upper: number; level: number }, truth: number): void {
    if (Number.isNaN(lower) || Number.isNaN(upper) || Number.isNaN(truth)) return;
    this.#count(cell, Math.round((1 - level) * 1e6) / 1e6, !(lower <= truth && truth <= upper));
  }

  /** Anything else that should happen in at most this share of replications. */
  event(cell: Cell, nominal: number, happened: boolean): void {
    this.#count(cell, nominal, happened);
  }

  /** A number that is no test, by its quantiles. */
  spread(cell: Cell, values: ArrayLike<number>): void {
    const spread = [quantile(values, 0.05), quantile(values, 0.5), quantile(values, 0.95)] as const;
    const row: Row = { experiment: this.#experiment, ...cell, rejected: 0, replications: values.length, nominal: Number.NaN, spread };
    this.#rows.set(JSON.stringify([cell.setting, cell.statistic]), row);
  }

  get rows(): Row[] {
    return [...this.#rows.values()];
  }

  #count(cell: Cell, nominal: number, rejected: boolean): void {
    const key = JSON.stringify([cell.setting, cell.statistic, nominal]);
    const row = this.#rows.get(key) ?? { experiment: this.#experiment, ...cell, rejected: 0, replications: 0, nominal };
    row.replications++;
    if (rejected) row.rejected++;
    this.#rows.set(key, row);
  }
}

/** Share of replications that rejected. */
export function rate({ rejected, replications }: Pick<Row, "rejected" | "replications">): number {
  return rejected / replications;
}

/** Monte Carlo standard error of that share. */
export function standardError(row: Pick<Row, "rejected" | "replications">): number {
  const share = rate(row);
  return Math.sqrt((share * (1 - share)) / row.replications);
}

/**
 * By how many standard errors a share lies above its nominal level: the error is that of a test which holds the level exactly, so that a share
 * of zero has one too.
 */
export function excess({ nominal, ...row }: Pick<Row, "rejected" | "replications" | "nominal">): number {
  return (rate(row) - nominal) / Math.sqrt((nominal * (1 - nominal)) / row.replications);
}
