import { breadthOf } from "../src/scan/breadth.ts";
import { commonSpan, exactPairs } from "../src/scan/exactPair.ts";
import { type Kernels, SCAN_DEFAULTS, type ScanDefinition, type ScanEvents, type ScanFindings, type Universe } from "../src/scan/index.ts";
import {
  type BlockResult,
  blockResult,
  blocksOf,
  concluded,
  decoded,
  type Family,
  familiesFrom,
  familiesOf,
  leadersToTest,
  scanEvents,
  spanClasses,
  type Worker,
  workerOf,
} from "../src/scan/inPieces.ts";
import { RowCutter } from "../src/scan/kernelRows.ts";
import type { PairRow } from "../src/scan/pairColumns.ts";
import { strataOf } from "../src/scan/strata.ts";

/** What is known of one leader: its family, and every number of all its pairs on enough common sessions, whether the scan keeps them or not. */
export interface LeaderHere {
  family: Family;
  pairs: PairRow[];
}

/** A whole scan, done here and now, with what it was made of; one leader looked at closely. */
export interface ScanHere extends LeaderHere {
  events: ScanEvents;
  blocks: BlockResult[];
  families: Family[]; // of every market, whether the scan tests it or not
  result: ScanFindings;
}

/** A universe and what is asked of it. */
export interface ToScan {
  universe: Universe;
  definition?: Partial<ScanDefinition>;
  kernels: Kernels;
}

/** A whole scan without threads. */
export function scanHere(asked: ToScan, leader = 0): ScanHere {
  return within(asked, (events, work) => {
    const blocks = blocksOf(spanClasses(events.spans)).map((job) => blockResult(decoded(work(job))));
    const families = familiesOf(events.ids.map((_, k) => k)).flatMap((job) => familiesFrom(decoded(work(job))));
    const tested = leadersToTest(blocks, events).map((one) => families[one]!);
    const result = concluded(events, { blocks, families: tested });
    return { events, blocks, families, result, family: families[leader]!, pairs: pairsOf(leader, events, asked.kernels) };
  });
}

/** One leader of a universe and nothing else. */
export function leaderHere(asked: ToScan, leader = 0): LeaderHere {
  return within(asked, (events, work) => {
    const [family] = familiesFrom(decoded(work({ kind: "family", id: "one", leaders: [leader] })));
    return { family: family!, pairs: pairsOf(leader, events, asked.kernels) };
  });
}

function pairsOf(leader: number, events: ScanEvents, kernels: Kernels): PairRow[] {
  const breadth = breadthOf(events, kernels);
  const exact = exactPairs(events, breadth, strataOf(breadth), kernels, new RowCutter(kernels, events));
  const common = (second: number) => {
    const { from, to } = commonSpan(events.spans, leader, second);
    return to - from;
  };
  const seconds = Array.from(events.ids.keys()).filter((second) => second !== leader && common(second) >= events.definition.minSessions);
  return seconds.map((second) => exact(leader, second));
}

/** What the kernels reserve for it is given back. */
function within<T>({ universe, definition, kernels }: ToScan, ask: (events: ScanEvents, work: Worker) => T): T {
  const start = kernels.reserve(0);
  try {
    const events = scanEvents(universe, { ...SCAN_DEFAULTS, ...definition }, { kernels });
    return ask(events, workerOf(events, kernels));
  } finally {
    kernels.release(start);
  }
}
