import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { ownCrew } from "../../src/fleet/ownCrew.ts";
import { remembered } from "../../src/fleet/remembered.ts";
import { resultFile } from "../../src/fleet/resultFile.ts";
import { threadCrew } from "../../src/fleet/threadCrew.ts";
import { definitionOf, eventsOf, jobsOf, UNIVERSE, WORK } from "./inventedScan.ts";
import { workOf } from "./inventedWork.ts";
import { resultsBy } from "./resultsBy.ts";

const root = mkdtempSync(join(tmpdir(), "lockstep-remembered-"));
after(() => rmSync(root, { recursive: true, force: true }));

const events = eventsOf(UNIVERSE, definitionOf(0));
const jobs = jobsOf(8);
let folders = 0;
const fresh = () => join(root, `folder-${folders++}`);
const own = (folder: string, scan = "scan") => remembered(ownCrew(events, { workOf }), folder, scan);

test("a second run does nothing and gives the same", async () => {
  const folder = fresh();
  const first = own(folder);
  const expected = await resultsBy(first, jobs);
  assert.deepEqual([first.recalled, first.refused], [0, 0]);
  const second = remembered({ what: "nobody", run: () => Promise.reject(new Error("there is nothing to do")), close: () => Promise.resolve() }, folder, "scan");
  assert.deepEqual(await resultsBy(second, jobs), expected);
  assert.deepEqual([second.recalled, second.refused], [8, 0]);
  assert.deepEqual(await resultsBy(ownCrew(events, { workOf }), jobs), expected);
});

test("what is torn, damaged, of another scan or job, or no file, is counted and done again", async () => {
  const folder = fresh();
  const expected = await resultsBy(own(folder), jobs);
  const file = (k: number) => join(folder, `${jobs[k]?.id}.result`);
  truncateSync(file(0), 20); // in the middle of the head
  truncateSync(file(1), readFileSync(file(1)).length - 1);
  const damaged = readFileSync(file(2));
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1; // one bit
  writeFileSync(file(2), damaged);
  writeFileSync(file(3), resultFile("another", jobs[3]?.id ?? "", Buffer.from("it holds")));
  writeFileSync(file(4), readFileSync(file(5)));
  truncateSync(file(6), 0);
  const again = own(folder);
  assert.deepEqual(await resultsBy(again, jobs), expected);
  assert.deepEqual([again.recalled, again.refused], [2, 6]); // 5 and 7 hold
  const once = own(folder);
  await resultsBy(once, jobs);
  assert.deepEqual([once.recalled, once.refused], [8, 0]);
});

test("a folder that cannot be written to, or whose disk is full, is named, and what was done is kept", async () => {
  const inTheWay = fresh();
  writeFileSync(inTheWay, "");
  await assert.rejects(resultsBy(own(inTheWay), jobs), {
    name: "Problem",
    kind: "output",
    message: `${inTheWay}: cannot be written (EEXIST); what was done before is kept`,
  });
  // A folder under the name of a result cannot be replaced by a file: the fifth write fails, whoever runs this.
  const folder = fresh();
  const place = join(folder, `${jobs[4]?.id}.result`);
  mkdirSync(place, { recursive: true });
  const crew = remembered(threadCrew({ events, threads: 1, work: WORK }), folder, "scan");
  await assert.rejects(resultsBy(crew, jobs), {
    name: "Problem",
    kind: "output",
    message: `${place}: cannot be written (EISDIR); what was done before is kept`,
  });
  await crew.close();
  assert.equal(crew.refused, 1);
  assert.deepEqual(
    readdirSync(folder).sort(),
    jobs
      .slice(0, 5)
      .map(({ id }) => `${id}.result`)
      .sort(),
  );
  rmSync(place, { recursive: true });
  const next = own(folder);
  assert.deepEqual(await resultsBy(next, jobs), await resultsBy(ownCrew(events, { workOf }), jobs));
  assert.equal(next.recalled, 4);
});

test("a run that is killed at any moment leaves a folder from which the next goes on", { timeout: 60_000 }, async () => {
  const folder = fresh();
  const main = fileURLToPath(new URL("./rememberingMain.ts", import.meta.url));
  const chance = xoroshiro128plus(20_251_212);
  const count = 60;
  let held = 0;
  for (let kills = 0; kills < 6; kills++) {
    const child = spawn(process.execPath, ["--import", "tsx", main, folder, String(count), "5"], { stdio: ["ignore", "pipe", "inherit"] });
    const left = once(child, "exit");
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, uniformInt(chance, 10, 80)));
    child.kill("SIGKILL");
    await left;
    const results = readdirSync(folder).filter((name) => name.endsWith(".result")).length;
    assert.ok(results >= held, `${results} results after ${held}`);
    held = results;
  }
  assert.ok(held > 0 && held < count, `${held} of ${count} results: it was killed in between`);
  // What a kill leaves in the middle of a write; no process has that number.
  writeFileSync(join(folder, ".block-00000.99999999.begun"), "half");
  const last = own(folder);
  const again = eventsOf(UNIVERSE, definitionOf(0));
  assert.deepEqual(await resultsBy(last, jobsOf(count)), await resultsBy(ownCrew(again, { workOf }), jobsOf(count)));
  assert.deepEqual([last.recalled, last.refused], [held, 0]);
  assert.ok(!readdirSync(folder).some((name) => name.endsWith(".begun")), "what was begun by those that were killed is taken away");
});
