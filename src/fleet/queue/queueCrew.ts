import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../../market/index.ts";
import type { ScanDefinition, ScanJob, Universe } from "../../scan/index.ts";
import type { Crew } from "../crew.ts";
import { scanIdOf } from "../scanIdOf.ts";
import { universeDigest } from "../universeDigest.ts";
import { type Broker, openBroker } from "./broker.ts";
import { type Tell, unlessStopped } from "./patience.ts";
import { placeOf, resultsAddress } from "./placeOf.ts";
import { openResults, type Results } from "./results.ts";
import { TIMING, type Timing } from "./timing.ts";

export interface QueueCrewOptions {
  queue: string; // "redis://host:6379" or "postgres://user@host/db"
  results?: string | undefined; // "postgres://user@host/db"; the queue's own database
  universe: Universe;
  digest?: string; // of the universe, where it is known already
  definition: ScanDefinition;
  tell: Tell;
  timing?: Partial<Timing>;
}

/**
 * A crew of workers on any machines, that take jobs from a queue and put results into PostgreSQL.
 *
 * What counts is the results: a job without one is put into the queue again, so that workers may die and brokers may forget. Stopping leaves
 * everything as it is, and the next run of the same scan goes on there; several at once do no harm.
 *
 * @throws Problem "usage" for addresses that are none, and where an optional package is not installed
 */
export function queueCrew({ queue, results: given, universe, digest = universeDigest(universe), definition, tell, timing: changed }: QueueCrewOptions): Crew {
  const timing = { ...TIMING, ...changed };
  const resultsAt = resultsAddress(queue, given);
  const addresses = [queue, resultsAt];
  const scan = scanIdOf(digest, definition);
  const life = new AbortController();
  const waiting = { addresses, signal: life.signal, tell, retry: timing.retry, contact: timing.contact };
  let held: Promise<{ results: Results; broker: Broker }> | undefined;

  async function open(): Promise<{ results: Results; broker: Broker }> {
    const results = await openResults(resultsAt, { ...waiting, place: placeOf(resultsAt) });
    try {
      const broker = await openBroker(queue, { ...waiting, place: placeOf(queue), timing });
      await results.putBars(digest, universe);
      await results.putScan(scan, { definition, universe: digest, name: universe.name });
      // What failed in an earlier run is tried again.
      await broker.forgetFailed(scan);
      return { results, broker };
    } catch (error) {
      await results.close();
      throw error;
    }
  }

  return {
    what: `workers at ${placeOf(queue)}`,
    async run(jobs, { signal, done }) {
      signal.throwIfAborted();
      held ??= open();
      held.catch(() => {
        held = undefined;
      });
      const { results, broker } = await unlessStopped(held, signal);
      const missing = new Map<string, ScanJob>(jobs.map((job) => [job.id, job]));
      const attending = attendance(broker, { scan, again: timing.again });
      while (missing.size > 0) {
        const some = await unlessStopped(results.some(scan, [...missing.keys()]), signal);
        for (const { job: id, body, holds } of some) {
          signal.throwIfAborted();
          const job = missing.get(id);
          if (job === undefined) continue;
          if (!holds) {
            tell(`${placeOf(resultsAt)}: the result of ${id} is damaged: it is made again`);
            await unlessStopped(results.drop(scan, id), signal);
            continue;
          }
          missing.delete(id);
          attending.heard();
          await done(job, body);
        }
        if (some.length > 0) continue;
        attending.attend([...missing.values()]);
        await unlessStopped(delay(timing.poll), signal);
      }
    },
    async close() {
      life.abort(new Error("closed"));
      const opened = await held?.catch(() => undefined);
      await Promise.all([opened?.broker.close(), opened?.results.close()]);
    },
  };
}

interface Attendance {
  /** A result has come. */
  heard(): void;
  /** Puts what is missing into the queue when nothing was heard for long, and looks for failures: beside the results, whose looks must not wait for the broker. */
  attend(missing: readonly ScanJob[]): void;
}

function attendance(broker: Broker, { scan, again }: { scan: string; again: number }): Attendance {
  let quietSince = Number.NEGATIVE_INFINITY;
  let busy = false;
  let fault: Error | undefined;

  async function look(missing: readonly ScanJob[]): Promise<void> {
    if (performance.now() - quietSince > again) {
      await broker.put(scan, missing);
      quietSince = performance.now();
    }
    const wanted = new Set(missing.map(({ id }) => id));
    const failed = (await broker.failed(scan)).find(({ job }) => wanted.has(job));
    if (failed) throw new Problem("data", `expected a result; received none at any attempt: ${failed.reason}`, failed.job);
  }

  return {
    heard() {
      quietSince = Math.max(quietSince, performance.now());
    },
    attend(missing) {
      if (fault) throw fault;
      if (busy) return;
      busy = true;
      look(missing)
        .catch((error: unknown) => {
          fault = error as Error;
        })
        .finally(() => {
          busy = false;
        });
    },
  };
}
