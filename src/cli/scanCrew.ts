import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Crew } from "../fleet/crew.ts";
import type { RememberingCrew } from "../fleet/remembered.ts";
import type { ScanDefinition, ScanEvents, Universe } from "../scan/index.ts";
import type { Effects } from "./effects.ts";
import { numberAsked } from "./numberAsked.ts";
import { printable } from "./terminal/paint.ts";
import { wordAsked } from "./wordAsked.ts";

/** The options that say who does a scan. */
export interface CrewOptions {
  workers?: string;
  kernels?: string;
  queue?: string;
  results?: string;
}

// Below that many ordered pairs a thread takes longer to start than the scan takes.
const WORTH_THREADS = 40_000;

/** Those who do a scan, and the folder of what they have done. */
export interface Gathering {
  gather: (events: ScanEvents, scan: { id: string; digest: string }) => Promise<Crew>;
  /** Jobs that an earlier run had done. */
  recalled: () => number;
  /** Takes away what was kept in case of an interruption. */
  forget: () => void;
}

/**
 * Those who do a scan: this thread for a small universe, else threads of this machine, whose results are kept in the data folder until the scan is done, or
 * workers behind a queue.
 */
export function scanCrew(options: CrewOptions, scan: { universe: Universe; definition: ScanDefinition }, effects: Effects): Gathering {
  const kernels = wordAsked(options.kernels ?? "wasm", ["wasm", "plain"], "--kernels");
  const threads = options.workers === undefined ? undefined : numberAsked(options.workers, "--workers", { least: 1, most: 256, whole: true });
  let folder: string | undefined;
  let crew: RememberingCrew | undefined;
  return {
    async gather(events, { id, digest }) {
      if (options.queue !== undefined) {
        const { queueCrew } = await import("../fleet/queue/queueCrew.ts");
        effects.err(`Puts blocks into the queue; lockstep worker --queue … takes them, and nothing goes on without one.\n`);
        return queueCrew({
          queue: options.queue,
          results: options.results ?? effects.net.key("LOCKSTEP_RESULTS"),
          ...scan,
          digest,
          tell: (line) => effects.err(`${printable(line)}\n`),
        });
      }
      const small = events.ids.length ** 2 < WORTH_THREADS;
      const count = threads ?? (small ? 1 : availableParallelism());
      const [{ remembered }, own] = await Promise.all([
        import("../fleet/remembered.ts"),
        count === 1
          ? import("../fleet/ownCrew.ts").then(({ ownCrew }) => ownCrew(events, { kernels }))
          : import("../fleet/threadCrew.ts").then(({ threadCrew }) => threadCrew({ events, threads: count, kernels })),
      ]);
      folder = join(effects.data, "scans", id);
      crew = remembered(own, folder, id);
      return crew;
    },
    recalled: () => crew?.recalled ?? 0,
    forget: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
