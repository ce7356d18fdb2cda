import { type ScanDefinition, type ScanEvents, type ScanJob, type ScanResult, type Universe } from "../scan/index.ts";
import { blockResult, blocksOf, concluded, decoded, familiesFrom, familiesOf, leadersToTest, spanClasses } from "../scan/inPieces.ts";
import type { Crew } from "./crew.ts";
import type { Progress } from "./progress.ts";
import { scanIdOf } from "./scanIdOf.ts";
import { sharedEvents } from "./sharedEvents.ts";
import { universeDigest } from "./universeDigest.ts";

/** What a scan is made of, and who does it. */
export interface ScanAsked {
  universe: Universe;
  definition: ScanDefinition;
  /** Gathers those who do the jobs; they are sent home when the scan ends, however it ends. */
  crew: (events: ScanEvents, scan: { id: string; digest: string }) => Promise<Crew> | Crew;
  tell?: (progress: Progress) => void;
  signal: AbortSignal;
}

/**
 * Scans a universe: all pairs in blocks, then the families of the strongest leaders, then what follows of both.
 *
 * @throws Problem (data) as `scanEvents`; the signal's reason when stopped
 */
export async function scanned({ universe, definition, crew: gather, tell, signal }: ScanAsked): Promise<ScanResult> {
  const digest = universeDigest(universe);
  const scan = scanIdOf(digest, definition);
  const events = sharedEvents(universe, definition);
  const crew = await gather(events, { id: scan, digest });
  try {
    const all = events.ids.length;
    const blocks = await run(crew, blocksOf(spanClasses(events.spans)), { stage: "pairs", of: (job) => pairsOf(job, all), read: blockResult, tell, signal });
    const leaders = leadersToTest(blocks, events);
    const families = await run(crew, familiesOf(leaders), { stage: "families", of: (job) => pairsOf(job, all), read: familiesFrom, tell, signal });
    const { schema, universe: told, ...found } = concluded(events, { blocks, families: families.flat() });
    const { name, ...span } = told;
    return { schema, scan, universe: { name, digest, ...span }, ...found };
  } finally {
    await crew.close();
  }
}

function pairsOf(job: ScanJob, all: number): number {
  return (all - 1) * (job.kind === "block" ? job.to - job.from : job.leaders.length);
}

/** Has jobs done, and reads their results in the order of the jobs. */
async function run<T>(
  crew: Crew,
  jobs: readonly ScanJob[],
  {
    stage,
    of,
    read,
    tell,
    signal,
  }: {
    stage: Progress["stage"];
    of: (job: ScanJob) => number;
    read: (columns: ReturnType<typeof decoded>) => T;
    tell: ((progress: Progress) => void) | undefined;
    signal: AbortSignal;
  },
): Promise<T[]> {
  const results = new Map<string, T>();
  const ofPairs = jobs.reduce((sum, job) => sum + of(job), 0);
  let pairs = 0;
  const progress = () => tell?.({ stage, jobs: results.size, ofJobs: jobs.length, pairs, ofPairs });
  progress();
  await crew.run(jobs, {
    signal,
    done: (job, bytes) => {
      results.set(job.id, read(decoded(bytes)));
      pairs += of(job);
      progress();
    },
  });
  return jobs.map(({ id }) => results.get(id)!);
}
