import { Problem } from "../../market/index.ts";
import type { ScanDefinition, ScanEvents, Universe } from "../../scan/index.ts";
import { type ThreadPool, type ThreadPoolOptions, threadPool } from "../threadPool.ts";
import { universeDigest } from "../universeDigest.ts";
import type { HeldScan, Results } from "./results.ts";

/** Finds what happened to the markets of a universe. */
export type EventsOf = (universe: Universe, definition: ScanDefinition) => ScanEvents | Promise<ScanEvents>;

export interface HeldScansOptions extends ThreadPoolOptions {
  results: Results;
  place: string; // of the results
  load: (() => Promise<Universe>) | undefined; // the universe from a file of one's own
  eventsOf: EventsOf;
}

/** The threads of the scans that a worker takes part in. */
export interface HeldScans {
  /**
   * Works with the threads of a scan; those of others that nobody works with are ended. Undefined where the scan, or its bars, are not among the results.
   *
   * @throws Problem "data" when the universe is not the scan's
   */
  using<T>(scan: string, work: (pool: ThreadPool) => Promise<T>): Promise<{ value: T } | undefined>;
  close(): Promise<void>;
}

/** No scan held yet: each is made ready with its first job. */
export function heldScans({ results, place, load, eventsOf, ...threads }: HeldScansOptions): HeldScans {
  const held = new Map<string, { pool: Promise<ThreadPool | undefined>; users: number }>();

  async function ready(scan: string): Promise<ThreadPool | undefined> {
    const known = await results.scan(scan);
    if (!known) return undefined;
    const universe = await universeOf(known);
    return universe && threadPool(await eventsOf(universe, known.definition), threads);
  }

  async function universeOf({ universe: digest, name }: HeldScan): Promise<Universe | undefined> {
    if (load) {
      const universe = await load();
      required(universe, digest, universe.name);
      // The scan's name for it: what is written must not hang on where a worker found its bars.
      return { ...universe, name };
    }
    const markets = await results.bars(digest);
    if (!markets) return undefined;
    required({ markets }, digest, place);
    return { name, markets };
  }

  async function ended(scan: string): Promise<void> {
    const gone = held.get(scan);
    held.delete(scan);
    await (await gone?.pool.catch(() => undefined))?.close();
  }

  return {
    async using(scan, work) {
      let mine = held.get(scan);
      if (!mine) {
        for (const [other, { users }] of held) if (users === 0) void ended(other);
        mine = { pool: ready(scan), users: 0 };
        held.set(scan, mine);
      }
      mine.users++;
      try {
        const pool = await mine.pool;
        if (pool) return { value: await work(pool) };
        // It may come yet.
        if (held.get(scan) === mine) held.delete(scan);
        return undefined;
      } finally {
        mine.users--;
      }
    },
    async close() {
      await Promise.all([...held.keys()].map(ended));
    },
  };
}

function required(universe: Pick<Universe, "markets">, digest: string, place: string): void {
  const found = universeDigest(universe);
  if (found !== digest) throw new Problem("data", `expected the universe of the scan, ${digest.slice(0, 16)}; received another, ${found.slice(0, 16)}`, place);
}
