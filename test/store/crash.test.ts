// What becomes of a store when its process ends in the middle, when two want it, when its file is damaged, and when the disk is full.
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Problem } from "../../src/market/index.ts";
import { seeded } from "../../src/num/index.ts";
import { heldBars, newBatch, openStore, type Store, seriesId, takeIn } from "../../src/store/index.ts";

const SCRIPT = fileURLToPath(new URL("appendForever.ts", import.meta.url));
const KILLS = 6;
const [MOUNT, UNMOUNT] = ["mount", "umount"];

const folder = mkdtempSync(join(tmpdir(), "lockstep-crash-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A process that appends to a store, and what it has said so far. */
interface Appending {
  child: ChildProcess;
  said: string[];
  /** Resolves when it has said so many lines, or has ended. */
  lines: (count: number) => Promise<void>;
  ended: Promise<void>;
}

function appending(path: string): Appending {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, path], { stdio: ["ignore", "pipe", "inherit"] });
  const said: string[] = [];
  let rest = "";
  let heard = () => {};
  child.stdout.on("data", (chunk: Buffer) => {
    const parts = `${rest}${chunk.toString()}`.split("\n");
    // A line that was cut by the end of the process acknowledges nothing.
    rest = parts.pop()!;
    said.push(...parts);
    heard();
  });
  const ended = new Promise<void>((resolve) => void child.once("close", () => resolve()));
  const lines = (count: number) =>
    Promise.race([
      ended,
      new Promise<void>((resolve) => {
        heard = () => void (said.length >= count && resolve());
        heard();
      }),
    ]);
  return { child, said, lines, ended };
}

/** How many rows each batch of the store brought, by series. */
async function rowsByBatch(store: Store): Promise<Map<number, number[]>> {
  const found = await store.read((sql) =>
    sql.rows(
      "select b.batch, count(o.session) filter (o.series = 1), count(o.session) filter (o.series = 2) from batches b left join observations o using (batch) group by b.batch order by b.batch",
    ),
  );
  return new Map(found.map(([batch, ...rows]) => [Number(batch), rows.map(Number)]));
}

/** What a batch of `appendForever.ts` holds of each series: all its closes differ from those of the batch before. */
function rowsOf(batch: number): number {
  return Math.min(200, batch * 5 + 20);
}

test("whenever its process is killed, a store opens at once with every acknowledged batch whole and no other in part", async () => {
  const path = join(folder, "killed.duckdb");
  const random = seeded(7);
  let acknowledged = 0;
  for (let k = 0; k < KILLS; k++) {
    const { child, said, lines, ended } = appending(path);
    await lines(2 + Math.floor(random() * 12));
    await new Promise((resolve) => setTimeout(resolve, random() * 25));
    assert.ok(child.kill("SIGKILL"), `still running: ${said.at(-1)}`);
    await ended;
    acknowledged = Math.max(acknowledged, ...said.filter((line) => /^\d+$/.test(line)).map(Number));
    const start = performance.now();
    const store = await openStore(path);
    const ms = performance.now() - start;
    const batches = await rowsByBatch(store);
    await store.close();
    assert.ok(ms < 2000, `opened in ${ms} ms`);
    assert.ok(batches.size === acknowledged || batches.size === acknowledged + 1, `${acknowledged} acknowledged; ${batches.size} held`);
    assert.deepEqual(
      [...batches],
      Array.from(batches, (_, i) => [i + 1, [rowsOf(i + 1), rowsOf(i + 1)]]),
    );
    acknowledged = batches.size;
  }
  assert.ok(acknowledged >= 2 * KILLS, `${acknowledged} batches in all`);
});

test("a second process that opens a store is told which one holds it, and the first goes on", async () => {
  const path = join(folder, "held.duckdb");
  const { child, said, lines, ended } = appending(path);
  await lines(2);
  await assert.rejects(openStore(path), { name: "Problem", kind: "data", message: new RegExp(`held\\.duckdb: .*another process \\(${child.pid}\\) holds it`) });
  const before = said.length;
  await lines(before + 2);
  assert.ok(said.length >= before + 2, "the first process still appends");
  child.kill("SIGKILL");
  await ended;
});

test("a damaged store, part of one, and a file that is none are refused by name and left as they are", async () => {
  const whole = join(folder, "whole.duckdb");
  const store = await openStore(whole);
  await appended(store, 5000);
  await store.close();
  const bytes = readFileSync(whole);
  const flipped = (from: number, to: number) => {
    const copy = Buffer.from(bytes);
    for (let i = from; i < to; i++) copy[i]! ^= 0xff;
    return copy;
  };
  const damaged: Record<string, Buffer> = {
    "text.duckdb": Buffer.from("date,close\n2025-12-11,257.80\n"),
    "zeros.duckdb": Buffer.alloc(bytes.length),
    "empty-header.duckdb": flipped(0, 64),
    "headers.duckdb": flipped(4096, 12_288),
    "cut.duckdb": bytes.subarray(0, 8000),
  };
  for (const [name, content] of Object.entries(damaged)) {
    const path = join(folder, "damaged", name);
    mkdirSync(join(folder, "damaged"), { recursive: true });
    writeFileSync(path, content);
    await assert.rejects(openStore(path), { name: "Problem", kind: "data", message: new RegExp(`^${path}: [^\\n]+$`) }, name);
    assert.ok(readFileSync(path).equals(content), `${name} is left as it is`);
  }
  assert.deepEqual(readdirSync(join(folder, "damaged")).sort(), Object.keys(damaged).sort(), "nothing is put beside them");
});

test("a store of which any part is damaged gives what was stored or says that it is damaged, never anything else", async () => {
  const whole = join(folder, "sound.duckdb");
  const store = await openStore(whole);
  await appended(store, 3000);
  const expected = await closes(store);
  await store.close();
  const bytes = readFileSync(whole);
  const random = seeded(11);
  const seen = { same: 0, refused: 0 };
  for (let k = 0; k < 25; k++) {
    const path = join(folder, `part-${k}.duckdb`);
    const copy = Buffer.from(bytes);
    const at = Math.floor(random() * copy.length);
    copy[at]! ^= 1 << Math.floor(random() * 8);
    writeFileSync(path, copy);
    let damaged: Store | undefined;
    try {
      damaged = await openStore(path);
      assert.deepEqual(await closes(damaged), expected, `byte ${at}`);
      seen.same++;
    } catch (error) {
      assert.ok(error instanceof Problem && error.message.startsWith(`${path}: `) && !error.message.includes("\n"), `byte ${at}: ${String(error)}`);
      seen.refused++;
    } finally {
      await damaged?.close();
    }
  }
  assert.ok(seen.refused > 0, "damage is seen");
});

/** A small disk of its own; undefined where this machine does not let one be made. */
function smallDisk(): { path: string; close: () => void } | undefined {
  const path = join(folder, "disk");
  mkdirSync(path, { recursive: true });
  const mounted = process.platform === "linux" && spawnSync(MOUNT, ["-t", "tmpfs", "-o", "size=4m", "tmpfs", path]).status === 0;
  return mounted ? { path, close: () => void spawnSync(UNMOUNT, [path]) } : undefined;
}

test("on a full disk a write is refused as output that cannot be written, and what was acknowledged can still be read", async (context) => {
  const disk = smallDisk();
  if (!disk) return context.skip("a disk of 4 MB cannot be mounted: root on Linux is needed");
  try {
    const path = join(disk.path, "full.duckdb");
    let store = await openStore(path);
    let kept = 0;
    let problem: unknown;
    while (problem === undefined && kept < 200) {
      try {
        await appended(store, 2000, kept + 1);
        kept++;
      } catch (error) {
        problem = error;
      }
    }
    await store.close();
    assert.ok(kept > 0, "something could be written");
    assert.ok(problem instanceof Problem, String(problem));
    assert.equal(problem.kind, "output", String(problem));
    assert.match(problem.message, /full\.duckdb: cannot be written: no space is left on the disk; what was stored before is kept$/);
    for (const name of readdirSync(disk.path)) copyFileSync(join(disk.path, name), join(folder, name));
    // On the full disk itself, and on one that has room again.
    for (const where of [path, join(folder, "full.duckdb")]) {
      store = await openStore(where);
      assert.equal((await closes(store)).length, kept * 2000, where);
      await store.close();
    }
  } finally {
    disk.close();
  }
});

async function appended(store: Store, rows: number, series = 1): Promise<void> {
  await store.transaction(async (sql) => {
    const batch = await newBatch(sql, { now: 0, what: "import", detail: "x" });
    const random = seeded(series);
    const list = Array.from({ length: rows }, (_, k) => ({ session: 10_000 + k, close: random(), high: random(), volume: random() }));
    await takeIn(sql, { source: "disk", symbol: `S${series}`, unit: "USD", subject: "{}", rows: list }, batch);
  });
}

async function closes(store: Store): Promise<number[]> {
  return store.read(async (sql) => {
    const all: number[] = [];
    for (let k = 1; ; k++) {
      const series = await seriesId(sql, { source: "disk", symbol: `S${k}` });
      if (series === undefined) return all;
      const { bars } = await heldBars(sql, series);
      for (const value of bars.columns.close ?? []) all.push(value);
    }
  });
}
