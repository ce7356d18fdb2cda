import { leadersOf } from "./blocks.ts";
import type { Breadth } from "./breadth.ts";
import type { NumberColumn } from "./encoded.ts";
import { exactPairs } from "./exactPair.ts";
import { NO_PAIRS, type ScanFunnel } from "./funnel.ts";
import type { BlockJob } from "./jobs.ts";
import type { RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { columnsOf, type PairNumbers, type PairRow } from "./pairColumns.ts";
import type { ScanEvents } from "./scanEvents.ts";
import { screenOf } from "./screen.ts";
import { spanClasses } from "./spanClasses.ts";
import { strataOf } from "./strata.ts";

/** What a block found. */
export interface BlockResult {
  pairs: PairNumbers;
  /** The leaders of the block, each with the greatest z that it has of any second. */
  leaders: { leader: Int32Array; bestZ: Float64Array };
  funnel: ScanFunnel;
}

/** Does one block after the other: the screen over all pairs of its leaders, and every number of those that it lets through. */
export function blockWork(events: ScanEvents, breadth: Breadth, kernels: Kernels, cutter: RowCutter): (job: BlockJob) => Record<string, NumberColumn> {
  const classes = spanClasses(events.spans);
  const strata = strataOf(breadth);
  const exact = exactPairs(events, breadth, strata, kernels, cutter);
  const screen = screenOf(events, breadth, strata, classes, kernels, cutter);
  return (job) => {
    const { screened, funnel } = screen(leadersOf(job, classes));
    const rows: PairRow[] = [];
    for (const { leader, seconds } of screened) {
      // What was counted on a shortened span is not the pair's.
      for (const second of seconds) rows.push(exact(leader, second.second, classes.step === 1 ? second : undefined));
    }
    return {
      ...columnsOf(rows),
      leader: Int32Array.from(screened, ({ leader }) => leader),
      leaderBestZ: Float64Array.from(screened, ({ bestZ }) => bestZ),
      funnel: Float64Array.from(Object.values(funnel)),
    };
  };
}

/** The result of a block from its columns. */
export function blockResult({ leader, leaderBestZ, funnel, ...pairs }: Record<string, NumberColumn>): BlockResult {
  const counts = Object.fromEntries(Object.keys(NO_PAIRS).map((key, k) => [key, funnel![k]!])) as unknown as ScanFunnel;
  return {
    pairs: pairs as unknown as PairNumbers,
    leaders: { leader: leader as Int32Array, bestZ: leaderBestZ as Float64Array },
    funnel: counts,
  };
}
