import assert from "node:assert/strict";
import { test } from "node:test";
import { ownCrew } from "../../src/fleet/ownCrew.ts";
import { threadCrew } from "../../src/fleet/threadCrew.ts";
import type { ScanJob } from "../../src/scan/jobs.ts";
import { block, definitionOf, eventsOf, jobsOf, UNIVERSE, WORK } from "./inventedScan.ts";
import { workOf } from "./inventedWork.ts";
import { resultsBy } from "./resultsBy.ts";

const events = eventsOf(UNIVERSE, definitionOf(2));
const never = new AbortController().signal;

test("threads give the bytes that this thread gives, however many there are", async () => {
  const jobs = jobsOf(24);
  const expected = await resultsBy(ownCrew(events, { workOf }), jobs);
  assert.equal(expected.size, jobs.length);
  for (const threads of [1, 2, 3]) {
    const crew = threadCrew({ events, threads, work: WORK });
    try {
      assert.deepEqual(await resultsBy(crew, jobs), expected);
      // The threads are there for the next jobs.
      assert.deepEqual(await resultsBy(crew, jobs), expected);
    } finally {
      await crew.close();
    }
  }
});

test("threads share the events: what is written afterwards in one place is read in the other", async () => {
  const own = eventsOf(UNIVERSE, definitionOf(0));
  const crew = threadCrew({ events: own, threads: 1, work: WORK });
  const before = await resultsBy(crew, jobsOf(1));
  own.days[0] = 1;
  const after = await resultsBy(crew, jobsOf(1));
  await crew.close();
  assert.notDeepEqual(after, before);
  assert.deepEqual(after, await resultsBy(ownCrew(own, { workOf }), jobsOf(1)));
});

test("results are handed over one at a time", async () => {
  const crew = threadCrew({ events, threads: 2, work: WORK });
  let open = 0;
  await crew.run(jobsOf(8), {
    signal: never,
    done: async () => {
      assert.equal(++open, 1);
      await new Promise((resolve) => setTimeout(resolve, 3));
      open--;
    },
  });
  await crew.close();
});

test("a job that fails and a thread that dies are told with the job's name, and end the run", async () => {
  for (const [id, said] of [
    ["block-fails", "block-fails: expected a result; received: no result for plain"],
    ["block-dies", "block-dies: expected a result; received the end of its thread (code 7)"],
  ] as const) {
    const crew = threadCrew({ events, threads: 2, kernels: "plain", work: WORK });
    const done: string[] = [];
    const jobs: ScanJob[] = [...jobsOf(3), block(id), ...jobsOf(200).slice(3)];
    await assert.rejects(crew.run(jobs, { signal: never, done: (job) => void done.push(job.id) }), { name: "Problem", kind: "data", message: said });
    assert.ok(done.length < jobs.length / 2, `${done.length} jobs after the failure`);
    await crew.close();
  }
});

test("what fails while a result is handed over ends the run with that reason", async () => {
  for (const crew of [ownCrew(events, { workOf }), threadCrew({ events, threads: 2, work: WORK })]) {
    let handed = 0;
    const done = () => {
      if (++handed === 3) throw new Error("the disk is full");
    };
    await assert.rejects(crew.run(jobsOf(20), { signal: never, done }), /the disk is full/);
    assert.equal(handed, 3);
    await crew.close();
  }
});

test("a stop is heard at once, also by a thread that is deep in a job, with the signal's reason", async () => {
  const reason = new Error("stopped");
  for (const crew of [ownCrew(events, { workOf }), threadCrew({ events, threads: 2, work: WORK })]) {
    const stop = new AbortController();
    const jobs = crew.what === "1 thread" ? jobsOf(500) : [...jobsOf(4), block("block-hangs")];
    const began = performance.now();
    setTimeout(() => stop.abort(reason), 250);
    let after = 0;
    await assert.rejects(crew.run(jobs, { signal: stop.signal, done: () => void (stop.signal.aborted && after++) }), reason);
    await crew.close();
    assert.ok(performance.now() - began < 2_000);
    assert.equal(after, 0);
    await assert.rejects(crew.run(jobs, { signal: stop.signal, done: () => {} }), reason);
  }
});

test("no threads are no crew", () => {
  assert.throws(() => threadCrew({ events, threads: 0 }), { name: "RangeError", message: "invalid threads: 0" });
});
