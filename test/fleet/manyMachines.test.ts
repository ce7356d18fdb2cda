import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { ownCrew } from "../../src/fleet/ownCrew.ts";
import { postgresPool } from "../../src/fleet/queue/postgresPool.ts";
import { queueCrew } from "../../src/fleet/queue/queueCrew.ts";
import type { Timing } from "../../src/fleet/queue/timing.ts";
import { worker } from "../../src/fleet/queue/worker.ts";
import { scanIdOf } from "../../src/fleet/scanIdOf.ts";
import { universeDigest } from "../../src/fleet/universeDigest.ts";
import type { ScanDefinition, ScanJob } from "../../src/scan/index.ts";
import { block, definitionOf, eventsOf, jobsOf, UNIVERSE, WORK } from "./inventedScan.ts";
import { workOf } from "./inventedWork.ts";
import { resultsBy } from "./resultsBy.ts";
import { postgresBin, redisPath, type Server, startPostgres, startRedis } from "./servers.ts";

const TIMING: Timing = { lock: 1_200, stalled: 400, idle: 50, poll: 50, again: 1_000, retry: 100, contact: 10_000 };
const MAIN = fileURLToPath(new URL("./workerMain.ts", import.meta.url));
const skip = redisPath && postgresBin ? false : "expected redis-server and PostgreSQL of the system's; there are none";

/** A queue, where its results are, and what those at it said. */
interface Place {
  queue: Server;
  postgres: Server;
  said: string[];
  timing: Timing;
}

test("many machines", { skip, timeout: 240_000 }, async (t) => {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  try {
    await t.test("a connection that breaks while it is lent ends nothing", () => broken(postgres));
    for (const [name, queue] of [
      ["Redis", redis],
      ["PostgreSQL", postgres],
    ] as const) {
      const place: Place = { queue, postgres, said: [], timing: TIMING };
      await t.test(`${name}: workers that are killed and servers that crash lose nothing and do nothing twice`, () => chaos(place));
      await t.test(`${name}: two coordinators, a stop and a damaged result do no harm`, () => calm(place));
      await t.test(`${name}: a job that fails at every attempt ends the scan with its reason`, () => failing(place));
      await t.test(`${name}: a worker that is stopped gives back what it had taken, and ends`, () => givingBack(place));
      await t.test(`${name}: a worker with another universe takes no part`, () => otherUniverse(place));
      assert.ok(!place.said.some((line) => line.includes("secret")), "no password is told");
    }
  } finally {
    await Promise.all([redis.stop(), postgres.stop()]);
  }
});

async function chaos(place: Place): Promise<void> {
  const { queue, postgres } = place;
  const chance = xoroshiro128plus(queue === postgres ? 2 : 1);
  const definition = definitionAt(place, 80);
  const jobs = jobsOf(60);
  const crew = coordinator(place, definition);
  const workers = [hired(place), hired(place)];
  let begun = () => {};
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const going = resultsBy(crew, jobs, begun);
  const over = { now: false };
  const end = going.finally(() => {
    over.now = true;
  });
  end.catch(() => {});
  try {
    // From then on there is something to lose.
    await Promise.race([first, end]);
    for (let round = 0; round < 3 && !over.now; round++) {
      await delay(uniformInt(chance, 100, 900));
      const at = uniformInt(chance, 0, 1);
      const victim = workers[at];
      if (victim?.kill("SIGKILL")) await once(victim, "exit");
      workers[at] = hired(place);
      // Redis forgets all that was in it; PostgreSQL recovers, and answers nothing meanwhile.
      if (round === 0) await queue.restart(300);
      if (round === 1 && queue !== postgres) await postgres.restart(300);
    }
    assert.deepEqual(await end, await expectedOf(definition, jobs));
  } finally {
    for (const child of workers) child.kill("SIGKILL");
    await crew.close();
  }
  assert.deepEqual(await rows(postgres, definition), { rows: jobs.length, jobs: jobs.length });
}

async function calm(place: Place): Promise<void> {
  const { postgres } = place;
  const definition = definitionAt(place, 10);
  const jobs = jobsOf(24);
  const expected = await expectedOf(definition, jobs);
  const stop = new AbortController();
  const working = workingHere(place, stop.signal);
  // Stopped when half is done: what is done is not done again.
  const half = coordinator(place, definition);
  const enough = new AbortController();
  let handed = 0;
  const done = () => {
    if (++handed === 12) enough.abort(new Error("enough"));
  };
  await assert.rejects(half.run(jobs, { signal: enough.signal, done }), /enough/);
  await half.close();
  const first = coordinator(place, definition);
  const second = coordinator(place, definition);
  const found = await Promise.all([resultsBy(first, jobs), resultsBy(second, jobs)]);
  assert.deepEqual(found, [expected, expected]);
  assert.deepEqual(await rows(postgres, definition), { rows: jobs.length, jobs: jobs.length });
  await queryOf(postgres, "update lockstep_scan_results set body = 'damaged' where job = $1", [jobs[5]?.id]);
  assert.deepEqual(await resultsBy(first, jobs), expected);
  assert.ok(place.said.some((line) => line.includes(`the result of ${jobs[5]?.id} is damaged`)));
  await Promise.all([first.close(), second.close()]);
  stop.abort();
  await working;
}

async function failing(patient: Place): Promise<void> {
  const place = { ...patient, timing: { ...TIMING, retry: 20 } };
  const crew = coordinator(place, definitionAt(place, 1));
  const stop = new AbortController();
  const working = workingHere(place, stop.signal);
  // Again: what failed in an earlier run is tried again, not told from memory.
  for (const _ of ["first", "again"]) {
    await assert.rejects(resultsBy(crew, [...jobsOf(2), block("block-fails")]), {
      name: "Problem",
      kind: "data",
      message: "block-fails: expected a result; received none at any attempt: block-fails: expected a result; received: no result for wasm",
    });
  }
  await crew.close();
  stop.abort();
  await working;
}

async function givingBack(quick: Place): Promise<void> {
  // With locks that outlast the test: only what is given back can be taken again.
  const place = { ...quick, timing: { ...TIMING, lock: 60_000 } };
  const jobs = jobsOf(2);
  const definition = definitionAt(place, 700);
  const crew = coordinator(place, definition);
  const going = resultsBy(crew, jobs);
  const child = hired(place);
  // The first line of a job comes when it is done: by then the next is begun.
  await once(child.stdout as NonNullable<ChildProcess["stdout"]>, "data");
  await delay(200);
  const began = performance.now();
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number];
  assert.equal(code, 0);
  assert.ok(performance.now() - began < 1_000, "it ends at once, and no connection holds it");
  const stop = new AbortController();
  const working = workingHere(place, stop.signal);
  assert.deepEqual(await going, await expectedOf(definition, jobs));
  stop.abort();
  await working;
  await crew.close();
}

async function otherUniverse(place: Place): Promise<void> {
  const definition = definitionAt(place, 2);
  const crew = coordinator(place, definition);
  const going = resultsBy(crew, jobsOf(3));
  const other = { ...UNIVERSE, name: "other.parquet", markets: UNIVERSE.markets.slice(1) };
  const [mine, its] = [UNIVERSE, other].map((universe) => universeDigest(universe).slice(0, 16));
  await assert.rejects(worker({ ...options(place), load: () => Promise.resolve(other), eventsOf, threads: 1, work: WORK, signal: never, done: () => {} }), {
    name: "Problem",
    kind: "data",
    message: `other.parquet: expected the universe of the scan, ${mine}; received another, ${its}`,
  });
  // One that has the bars from a file of its own, under another name.
  const stop = new AbortController();
  const working = workingHere(place, stop.signal, () => Promise.resolve({ ...UNIVERSE, name: "mine.parquet" }));
  assert.deepEqual(await going, await expectedOf(definition, jobsOf(3)));
  stop.abort();
  await working;
  await crew.close();
}

async function broken(postgres: Server): Promise<void> {
  const { pool, ...rest } = await postgresPool(postgres.url);
  const client = await pool.connect();
  const { rows: found } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  // Not `once`: it would hear the error, which is the point.
  const ended = new Promise<void>((resolve) => client.once("end", resolve));
  await queryOf(postgres, "select pg_terminate_backend($1)", [found[0]?.pid]);
  await ended;
  client.release(true);
  await rest.close();
}

const never = new AbortController().signal;

/** Jobs of so many milliseconds, in a scan that the other broker knows nothing of: both keep their results in one database. */
function definitionAt({ queue, postgres }: Place, ms: number): ScanDefinition {
  return { ...definitionOf(ms), families: queue === postgres ? 1 : 2 };
}

function options({ queue, postgres, said, timing }: Place): { queue: string; results: string; timing: Timing; tell: (line: string) => void } {
  return { queue: queue.url, results: postgres.url, timing, tell: (line) => void said.push(line) };
}

function coordinator(place: Place, definition: ScanDefinition): ReturnType<typeof queueCrew> {
  return queueCrew({ ...options(place), universe: UNIVERSE, definition });
}

/** A worker in this process, with two threads. */
async function workingHere(place: Place, signal: AbortSignal, load?: () => Promise<typeof UNIVERSE>): Promise<void> {
  await worker({ ...options(place), load, eventsOf, threads: 2, work: WORK, signal, done: () => {} });
}

/** A worker in a process of its own. */
function hired(place: Place): ChildProcess {
  const { queue, results, timing } = options(place);
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, JSON.stringify({ queue, results, timing, threads: 1 })], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.on("data", (part: Buffer) => place.said.push(part.toString()));
  child.stdout.resume();
  return child;
}

/** What one process finds, without the wait. */
function expectedOf(definition: ScanDefinition, jobs: readonly ScanJob[]): Promise<Map<string, string>> {
  const quick: typeof workOf = (events, kernels) => workOf({ ...events, definition: definitionOf(0) }, kernels);
  return resultsBy(ownCrew(eventsOf(UNIVERSE, definition), { workOf: quick }), jobs);
}

async function rows(postgres: Server, definition: ScanDefinition): Promise<unknown> {
  const scan = scanIdOf(universeDigest(UNIVERSE), definition);
  const [row] = await queryOf(postgres, "select count(*)::int as rows, count(distinct job)::int as jobs from lockstep_scan_results where scan = $1", [scan]);
  return row;
}

async function queryOf({ url }: Server, text: string, values: unknown[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as unknown[];
  } finally {
    await client.end();
  }
}
