import type { Universe } from "../../scan/index.ts";
import { sharedEvents } from "../sharedEvents.ts";
import type { ThreadPoolOptions } from "../threadPool.ts";
import { openBroker } from "./broker.ts";
import { type EventsOf, heldScans } from "./heldScans.ts";
import type { Tell } from "./patience.ts";
import { placeOf, resultsAddress } from "./placeOf.ts";
import { openResults } from "./results.ts";
import { type JobReport, takeJobs } from "./takeJobs.ts";
import { TIMING, type Timing } from "./timing.ts";

export interface WorkerOptions extends ThreadPoolOptions {
  queue: string; // "redis://host:6379" or "postgres://user@host/db"
  results?: string | undefined; // "postgres://user@host/db"; the queue's own database
  load?: (() => Promise<Universe>) | undefined; // the universe from a file of one's own; else from the results
  eventsOf?: EventsOf; // what threads work on; the scan's own
  signal: AbortSignal;
  tell: Tell;
  /** A job was done, and its result is there. */
  done: (report: JobReport) => void;
  timing?: Partial<Timing>;
}

/**
 * Takes jobs from a queue, does them on threads and puts the results into PostgreSQL, until it is stopped; what it had taken is then given back.
 *
 * @throws Problem "usage" for addresses that are none, "data" when a server does not answer at the start, or the universe is not the scan's
 */
export async function worker(options: WorkerOptions): Promise<void> {
  const { queue, results: given, load, eventsOf = sharedEvents, signal, tell, done, timing: changed, ...threads } = options;
  const timing = { ...TIMING, ...changed };
  const resultsAt = resultsAddress(queue, given);
  const place = placeOf(resultsAt);
  // Ends what waits for a server when the worker ends for a reason of its own.
  const life = new AbortController();
  const either = AbortSignal.any([signal, life.signal]);
  const waiting = { addresses: [queue, resultsAt], signal: either, tell, retry: timing.retry, contact: timing.contact };
  const opened: { close(): Promise<void> }[] = [];
  try {
    const results = await openResults(resultsAt, { ...waiting, place });
    opened.push(results);
    const broker = await openBroker(queue, { ...waiting, place: placeOf(queue), timing });
    opened.push(broker);
    const scans = heldScans({ results, place, load, eventsOf, ...threads });
    opened.push(scans);
    await takeJobs({ broker, results, scans, place, threads: threads.threads, timing, signal, tell, done });
  } catch (error) {
    // Whatever else goes wrong while it stops, it was stopped.
    if (!signal.aborted) throw error;
  } finally {
    life.abort();
    await Promise.all(opened.map((one) => one.close()));
  }
}
