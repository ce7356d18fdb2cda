import { blocksOf, familiesOf } from "./blocks.ts";
import { blockResult } from "./blockWork.ts";
import { concluded, leadersToTest } from "./concluded.ts";
import { SCAN_DEFAULTS, type ScanDefinition } from "./definition.ts";
import { decoded } from "./encoded.ts";
import { familiesFrom } from "./familyColumns.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { wasmKernels } from "./kernels/wasm.ts";
import { scanEvents } from "./scanEventsOf.ts";
import type { ScanFindings } from "./scanResult.ts";
import { spanClasses } from "./spanClasses.ts";
import type { Universe } from "./universe.ts";
import { workerOf } from "./work.ts";

/**
 * What a scan of a universe finds, in one call on this thread: every ordered pair screened, the strongest of each leader counted over all shifts, families tested.
 * The numbers are those of `lockstep scan`, which does the same in pieces.
 *
 * Pairs stand in order of rank; a number that is not known is NaN. Markets that cannot be used are in `universe.skipped`, with why. Cost: for N markets of T sessions about
 * N² T / 128 steps of a vector machine; ten thousand markets take a minute.
 *
 * @param definition what differs from SCAN_DEFAULTS
 * @param kernels default WASM; nothing else may use their memory meanwhile
 * @throws Problem (data) when fewer than two markets can be used, or the history is longer than a scan counts
 *
 * @example
 * import { scanUniverse, syntheticUniverse } from "lockstep/scan";
 * const { funnel, markets, pairs } = scanUniverse(syntheticUniverse({ markets: 20, sessions: 1500, seed: 7 }));
 * [funnel.pairs, markets.id.length, pairs.beyond[0] >= pairs.beyond[1]]; // => [380, 20, true]
 */
export function scanUniverse(
  universe: Universe,
  definition: Partial<ScanDefinition> = {},
  { kernels = wasmKernels() }: { kernels?: Kernels } = {},
): ScanFindings {
  const start = kernels.reserve(0);
  const events = scanEvents(universe, { ...SCAN_DEFAULTS, ...definition }, { kernels });
  const work = workerOf(events, kernels);
  const blocks = blocksOf(spanClasses(events.spans)).map((job) => blockResult(decoded(work(job))));
  const families = familiesOf(leadersToTest(blocks, events)).flatMap((job) => familiesFrom(decoded(work(job))));
  kernels.release(start);
  return concluded(events, { blocks, families });
}
