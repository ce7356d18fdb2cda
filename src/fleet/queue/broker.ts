import type { BackendFactory, IQueueBackend, Job, Queue, Worker } from "bullmq";
import type { ScanJob } from "../../scan/index.ts";
import { closed } from "./closed.ts";
import { optionalPackage } from "./optionalPackage.ts";
import { isOutage, type PatienceOptions, patience } from "./patience.ts";
import { brokerKind, saidOf } from "./placeOf.ts";
import { postgresPool } from "./postgresPool.ts";
import type { Timing } from "./timing.ts";

/** What lies in the queue. */
interface QueuedJob {
  scan: string;
  job: ScanJob;
}

/** A job that did not succeed at any attempt. */
export interface FailedJob {
  job: string; // "block-00007"
  reason: string;
}

/** A job that was taken from the queue, and is held as long as its lock is renewed. Nothing here throws: a job that is not given back is taken anew when its lock runs out. */
export interface TakenJob extends QueuedJob {
  renew(): Promise<void>;
  complete(): Promise<void>;
  /** Gives it back for another attempt, or for good after the last. */
  fail(reason: string): Promise<void>;
  /** Gives it back as it came. */
  back(): Promise<void>;
  /** Gives it back to be taken after so many milliseconds. */
  later(ms: number): Promise<void>;
}

/** A queue at a broker. Every call that may fail waits for a broker that is away. */
export interface Broker {
  /** Puts jobs there that are not. */
  put(scan: string, jobs: readonly ScanJob[]): Promise<void>;
  failed(scan: string): Promise<FailedJob[]>;
  /** Takes away the jobs that failed, so that they can be put there again. */
  forgetFailed(scan: string): Promise<void>;
  /** The next job; undefined where there is none now. */
  take(): Promise<TakenJob | undefined>;
  close(): Promise<void>;
}

export interface BrokerOptions extends PatienceOptions {
  timing: Timing;
}

const QUEUE = "lockstep-scan";
const JOBS_AT_ONCE = 500;
const FAILED_SHOWN = 1_000;
const ATTEMPTS = 5;
// A job that brings down its worker so often is not tried for ever.
const MOST_STALLED = 20;

/** What is open at a broker; it is opened anew after each outage, since what was opened before may never recover. */
interface Open {
  queue: Queue<QueuedJob>;
  worker: () => Promise<Worker>;
  job: (id: string) => Promise<Job<QueuedJob> | undefined>;
  close(): Promise<void>;
}

/** The queue of scans at an address of Redis or PostgreSQL. */
export async function openBroker(address: string, { timing, ...waiting }: BrokerOptions): Promise<Broker> {
  const open = brokerKind(address, "--queue") === "redis" ? await redisOpener(address) : await postgresOpener(address);
  const patient = patience(waiting);
  const said = new Set<string>();
  const heard = (error: Error) => {
    const text = saidOf(error, waiting.addresses);
    if (!isOutage(error) && !said.has(text)) waiting.tell(`${waiting.place}: ${text}`);
    said.add(text);
  };
  let held: Promise<Open> | undefined;
  let taken = 0;

  function use<T>(work: (opened: Open) => Promise<T>): Promise<T> {
    return patient.ask(async () => {
      held ??= open(timing, heard);
      const mine = held;
      try {
        return await work(await mine);
      } catch (error) {
        if (isOutage(error)) {
          if (held === mine) held = undefined;
          void mine.then((opened) => opened.close()).catch(() => {});
        }
        throw error;
      }
    });
  }

  /** What is said of a job to a broker: that it is not heard costs another worker a look at the results, not more. */
  const told = async (saying: () => Promise<unknown>): Promise<void> => {
    try {
      await saying();
    } catch (error) {
      heard(error as Error);
    }
  };

  const failedOf = (scan: string) =>
    use(async ({ queue }) => {
      const jobs = (await queue.getJobs(["failed"], 0, FAILED_SHOWN - 1)) as (Job<QueuedJob> | undefined)[];
      return jobs.filter((job): job is Job<QueuedJob> => job?.data.scan === scan);
    });

  return {
    async put(scan, jobs) {
      for (let from = 0; from < jobs.length; from += JOBS_AT_ONCE) {
        const some = jobs.slice(from, from + JOBS_AT_ONCE).map((job) => ({
          name: job.kind,
          data: { scan, job },
          opts: {
            jobId: `${scan}-${job.id}`,
            attempts: ATTEMPTS,
            backoff: { type: "exponential", delay: timing.retry },
            removeOnComplete: true,
            removeOnFail: { count: FAILED_SHOWN },
          },
        }));
        await use(({ queue }) => queue.addBulk(some));
      }
    },
    failed: async (scan) => (await failedOf(scan)).map(({ data, failedReason }) => ({ job: data.job.id, reason: failedReason ?? "no reason" })),
    async forgetFailed(scan) {
      for (const job of await failedOf(scan)) await told(() => job.remove());
    },
    async take() {
      const token = `${process.pid}-${taken++}`;
      const next = await use(async (opened) => ({
        job: (await (await opened.worker()).getNextJob(token, { block: false })) as Job<QueuedJob> | undefined,
        opened,
      }));
      const { job } = next;
      if (!job) return undefined;
      // After an outage a job is asked for again: what it was taken through is closed.
      const say = (saying: (job: Job<QueuedJob>) => Promise<unknown>) =>
        told(async () => {
          held ??= open(timing, heard);
          const opened = await held;
          const bound = opened === next.opened ? job : await opened.job(job.id ?? "");
          if (bound) await saying(bound);
        });
      return {
        scan: job.data.scan,
        job: job.data.job,
        renew: () => say((one) => one.extendLock(token, timing.lock)),
        complete: () => say((one) => one.moveToCompleted(null, token, false)),
        fail: (reason) => say((one) => one.moveToFailed(new Error(reason), token, false)),
        back: () => say((one) => one.moveToWait(token)),
        later: (ms) => say((one) => one.moveToDelayed(Date.now() + ms, token)),
      };
    },
    async close() {
      const mine = held;
      held = undefined;
      await mine?.then((opened) => opened.close()).catch(() => {});
    },
  };
}

type Opener = (timing: Timing, heard: (error: Error) => void) => Promise<Open>;

async function redisOpener(address: string): Promise<Opener> {
  const bull = await optionalPackage("bullmq", () => import("bullmq"));
  const { Redis } = await optionalPackage("ioredis", () => import("ioredis"));
  return async (timing, heard) => {
    // Fails at once and never comes back by itself: whoever asks opens another.
    const client = new Redis(address, {
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
      connectTimeout: 5_000,
      commandTimeout: 30_000,
      keepAlive: 10_000,
    });
    // Why it refuses is told by an event, and the failure says only that it is closed.
    let refused: Error | undefined;
    client.on("error", (error: Error) => {
      refused = error;
    });
    try {
      await client.connect();
    } catch (error) {
      client.disconnect();
      throw refused ?? error;
    }
    client.on("error", heard);
    return opened(
      bull,
      { factory: bull.createRedisBackend as unknown as Factory, connection: client },
      { timing, heard, disconnect: () => client.disconnect() },
    );
  };
}

async function postgresOpener(address: string): Promise<Opener> {
  const bull = await optionalPackage("bullmq", () => import("bullmq"));
  return async (timing, heard) => {
    // In a pool of one's own the schema is not set by the package.
    const postgres = await postgresPool(address, { options: `-c search_path=${bull.DEFAULT_SCHEMA}` });
    try {
      const client = await postgres.pool.connect();
      try {
        await bull.runMigrations(client);
      } finally {
        client.release();
      }
    } catch (error) {
      await postgres.close();
      throw error;
    }
    return opened(
      bull,
      { factory: bull.createPostgresBackend as unknown as Factory, connection: postgres.pool },
      { timing, heard, disconnect: () => postgres.close() },
    );
  };
}

type Factory = BackendFactory<IQueueBackend, unknown>;

interface Opening {
  timing: Timing;
  heard: (error: Error) => void;
  disconnect: () => void | Promise<void>;
}

/** The one path for both brokers: what differs is the connection. */
function opened(
  bull: typeof import("bullmq"),
  { factory, connection }: { factory: Factory; connection: unknown },
  { timing, heard, disconnect }: Opening,
): Open {
  const classes = bull.withBackend(factory);
  const queue = new classes.Queue<QueuedJob>(QUEUE, { connection });
  queue.on("error", heard);
  let worker: Promise<Worker> | undefined;
  const started = async () => {
    // Jobs are taken one by one: what is taken is what a thread is free for, and an outage is one error at one place.
    const fresh = new classes.Worker(QUEUE, null, {
      connection,
      autorun: false,
      lockDuration: timing.lock,
      stalledInterval: timing.stalled,
      maxStalledCount: MOST_STALLED,
    });
    fresh.on("error", heard);
    await fresh.waitUntilReady();
    await fresh.startStalledCheckTimer();
    return fresh as unknown as Worker;
  };
  return {
    queue: queue as unknown as Queue<QueuedJob>,
    worker: () => (worker ??= started()),
    job: async (id) => bull.Job.fromId<QueuedJob>((await (worker ??= started())) as never, id),
    async close() {
      await closed(Promise.allSettled([queue.close(), worker?.then((fresh) => fresh.close(true))]));
      await disconnect();
    },
  };
}
