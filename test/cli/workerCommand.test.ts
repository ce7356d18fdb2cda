import assert from "node:assert/strict";
import { test } from "node:test";
import { type WorkerCommandOptions, workerCommand } from "../../src/cli/commands/workerCommand.ts";
import type { Effects } from "../../src/cli/effects.ts";
import { ownCrew } from "../../src/fleet/ownCrew.ts";
import { queueCrew } from "../../src/fleet/queue/queueCrew.ts";
import { sharedEvents } from "../../src/fleet/sharedEvents.ts";
import { readUniverse } from "../../src/intake/index.ts";
import { SCAN_DEFAULTS } from "../../src/scan/index.ts";
import { blocksOf, spanClasses } from "../../src/scan/inPieces.ts";
import { resultsBy } from "../fleet/resultsBy.ts";
import { postgresBin, startPostgres } from "../fleet/servers.ts";

const skip = postgresBin ? false : "expected PostgreSQL of the system's; there is none";

/** Runs the command until it is stopped; what it told. */
async function told(options: WorkerCommandOptions, signal: AbortSignal): Promise<{ error: Error; lines: string[] }> {
  const lines: string[] = [];
  const effects = {
    err: (text: string) => void lines.push(...text.trimEnd().split("\n")),
    interruptible: () => signal,
    net: { key: () => undefined },
  } as unknown as Effects;
  try {
    await workerCommand(options, effects);
  } catch (error) {
    return { error: error as Error, lines };
  }
  throw new Error("a worker ends only when it is stopped");
}

test("worker: options that do not fit are refused in one line", async () => {
  const { signal } = new AbortController();
  const said = async (options: WorkerCommandOptions) => (await told(options, signal)).error;
  for (const [options, message] of [
    [{ queue: "redis://host", threads: "0" }, "--threads: expected a whole number from 1 to 256; received 0"],
    [{ queue: "nonsense" }, "--queue: expected an address as redis://host:6379 or postgres://user@host/database; received what is none"],
    [{ queue: "redis://host" }, "--queue: expected --results postgres://… (or LOCKSTEP_RESULTS) beside a queue of Redis; received none"],
  ] as const) {
    const error = await said(options);
    assert.deepEqual([error.name, error.message], ["Problem", message]);
  }
});

test("worker: does the jobs of a scan, a line each, and ends as stopped", { skip, timeout: 60_000 }, async () => {
  const postgres = await startPostgres();
  try {
    const asked = "synthetic:12x700:7";
    const universe = await readUniverse(asked);
    const events = sharedEvents(universe, SCAN_DEFAULTS);
    const jobs = blocksOf(spanClasses(events.spans));
    const crew = queueCrew({ queue: postgres.url, universe, definition: SCAN_DEFAULTS, tell: () => {}, timing: { poll: 50 } });
    const expected = await resultsBy(ownCrew(events, { kernels: "plain" }), jobs);
    // Once with the bars from the database, once with those of a file of its own; the second finds all done.
    for (const own of [{}, { universe: asked }]) {
      const stop = new AbortController();
      const working = told({ queue: postgres.url, threads: "1", ...own }, stop.signal);
      assert.deepEqual(await resultsBy(crew, jobs), expected);
      stop.abort();
      const { error, lines } = await working;
      assert.equal(error.name, "Interrupted");
      assert.match(error.message, /^stopped after \d+ jobs?; what was begun is given back, and others do it$/);
      assert.match(lines[0] ?? "", /^Takes jobs at postgres:\/\/127\.0\.0\.1:\d+\/postgres with 1 thread; Ctrl-C stops$/);
      for (const line of lines.slice(1)) assert.match(line, /^[0-9a-f]{16} block-\d+ \d+\.\d s$/);
    }
    await crew.close();
  } finally {
    await postgres.stop();
  }
});
