import assert from "node:assert/strict";
import { test } from "node:test";
import { optionalPackage } from "../../src/fleet/queue/optionalPackage.ts";
import { isOutage, type PatienceOptions, patience } from "../../src/fleet/queue/patience.ts";
import { placeOf, resultsAddress, saidOf } from "../../src/fleet/queue/placeOf.ts";
import { queueCrew } from "../../src/fleet/queue/queueCrew.ts";
import { worker } from "../../src/fleet/queue/worker.ts";
import { definitionOf, eventsOf, jobsOf, UNIVERSE, WORK } from "./inventedScan.ts";
import { resultsBy } from "./resultsBy.ts";

const away = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });

function waiting(said: string[], changes: Partial<PatienceOptions> = {}): PatienceOptions {
  const signal = new AbortController().signal;
  return { place: "postgres://db/scans", addresses: [], signal, tell: (line) => void said.push(line), retry: 1, contact: 10_000, ...changes };
}

/** Work that fails with each of these errors in turn, and then gives 7. */
function after(...errors: Error[]): () => Promise<number> {
  let k = 0;
  return () => (k < errors.length ? Promise.reject(errors[k++]) : Promise.resolve(7));
}

test("a server that is away is asked again, and told of once", async () => {
  const said: string[] = [];
  const server = patience(waiting(said));
  assert.equal(await server.ask(after(away, away, away)), 7);
  assert.equal(await server.ask(after()), 7);
  assert.deepEqual(said, ["postgres://db/scans does not answer (connect ECONNREFUSED 127.0.0.1:1): it is asked again", "postgres://db/scans answers again"]);
});

test("a server that never answered, or refuses, is a problem that names it", async () => {
  const of = (what: string) => ({ name: "Problem", kind: "data", message: `postgres://db/scans: expected a server that answers; received: ${what}` });
  await assert.rejects(patience(waiting([], { contact: 0 })).ask(after(away, away)), of("connect ECONNREFUSED 127.0.0.1:1"));
  await assert.rejects(patience(waiting([])).ask(after(new Error("password authentication failed"))), of("password authentication failed"));
  const known = patience(waiting([]));
  await known.ask(after());
  // Later it is a fault of the program's, and keeps its trace.
  const fault = new Error("syntax error");
  await assert.rejects(known.ask(after(fault)), fault);
});

test("a stop ends every wait with its reason, also for a server that says nothing", async () => {
  const reason = new Error("stopped");
  for (const work of [() => new Promise<number>(() => {}), after(...Array.from({ length: 10_000 }, () => away))]) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 20);
    await assert.rejects(patience(waiting([], { signal: stop.signal })).ask(work), reason);
  }
});

test("an outage is told from a fault by what servers and drivers say", () => {
  const outages = [
    away,
    new AggregateError([away]), // Node, when a name has two addresses
    Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" }),
    Object.assign(new Error("the database system is starting up"), { code: "57P03" }),
    new Error("Connection terminated unexpectedly"), // pg
    new Error("Connection is closed."), // ioredis
    new Error("LOADING Redis is loading the dataset in memory"),
  ];
  for (const error of outages) assert.ok(isOutage(error), error.message);
  for (const error of [new Error("WRONGPASS invalid username-password pair"), Object.assign(new Error('database "x" does not exist'), { code: "3D000" })]) {
    assert.ok(!isOutage(error), error.message);
  }
});

test("messages show no user and no password", () => {
  const address = "postgres://me:se%40cret@db:5432/scans?sslmode=require";
  assert.equal(placeOf(address), "postgres://db:5432/scans");
  assert.equal(placeOf("redis://:secret@cache:6379/"), "redis://cache:6379");
  assert.equal(saidOf(new Error("cannot reach postgres://me:se%40cret@db, se@cret"), [address]), "cannot reach postgres://me:…@db, …");
});

test("addresses that are none are refused without being shown", async () => {
  const usage = (message: string) => ({ name: "Problem", kind: "usage", message });
  const none = usage("--queue: expected an address as redis://host:6379 or postgres://user@host/database; received what is none");
  assert.throws(() => resultsAddress("secret", undefined), none);
  assert.throws(() => resultsAddress("http://host", undefined), usage("--queue: expected an address as redis://… or postgres://…; received one of http://"));
  const without = usage("--queue: expected --results postgres://… (or LOCKSTEP_RESULTS) beside a queue of Redis; received none");
  assert.throws(() => resultsAddress("redis://host", undefined), without);
  assert.throws(() => resultsAddress("redis://host", "redis://host"), usage("--results: expected an address as postgres://…; received one of Redis"));
  assert.equal(resultsAddress("postgres://host/db", undefined), "postgres://host/db");
  assert.equal(resultsAddress("redis://host", "postgres://host/db"), "postgres://host/db");
  assert.throws(() => queueCrew({ queue: "redis://host", universe: UNIVERSE, definition: definitionOf(1), tell: () => {} }), without);
});

test("where nobody listens, coordinator and worker end and name the place", async () => {
  // Port 1 is nobody's.
  const queue = "postgres://scan:secret@127.0.0.1:1/scans";
  const timing = { retry: 5, contact: 20 };
  const expected = {
    name: "Problem",
    kind: "data",
    message: "postgres://127.0.0.1:1/scans: expected a server that answers; received: connect ECONNREFUSED 127.0.0.1:1",
  };
  const crew = queueCrew({ queue, universe: UNIVERSE, definition: definitionOf(1), tell: () => {}, timing });
  await assert.rejects(resultsBy(crew, jobsOf(1)), expected);
  await crew.close();
  const { signal } = new AbortController();
  await assert.rejects(worker({ queue, eventsOf, threads: 1, work: WORK, signal, tell: () => {}, done: () => {}, timing }), expected);
});

test("an optional package that is not there is named with what installs it", async () => {
  const specifier = "lockstep-has-no-such-package";
  await assert.rejects(
    optionalPackage("bullmq", () => import(specifier)),
    { name: "Problem", kind: "usage", message: "expected the package bullmq, which many machines need; received none: npm install bullmq" },
  );
});
