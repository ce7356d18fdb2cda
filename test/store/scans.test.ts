import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { health } from "../../src/intake/index.ts";
import { exportStore, heldScans, keepScan, openStore, openStoreToRead, restoreStore, scanPairRow, scanPairs, writeScanParquet } from "../../src/store/index.ts";
import { inMemory } from "./inMemory.ts";
import { madeLargeScan, madeScan } from "./madeScan.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-scans-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("what is kept of a scan comes back as it was: rows in order of rank, what is unknown as null", async () => {
  await inMemory(async (store) => {
    assert.deepEqual(await heldScans(store), []);
    const made = madeScan();
    await keepScan(store, made, { now: NOW });
    const { rows, of } = await scanPairs(store, made.scan);
    assert.equal(of, 4);
    assert.deepEqual(
      rows,
      [0, 1, 2, 3].map((k) => scanPairRow(made, k)),
    );
    // Written in madeScan: the third pair has no beyond, FIVE no close on the last day.
    assert.deepEqual([rows[2]?.beyond, rows[2]?.familyP, rows[3]?.second], [null, 0.2, { id: "FIVE", distance: null, since: null }]);
    const [held] = await heldScans(store);
    assert.deepEqual([held?.keptAt, held?.rows, held?.found], [NOW, { markets: 5, pairs: 4, families: 2 }, { pairs: 1, leaders: 1 }]);
    assert.deepEqual([held?.universe, held?.definition, held?.funnel], [made.universe, made.definition, made.funnel]);
  });
});

test("a scan of the same id takes the place of the earlier one and is the latest; others stay", async () => {
  await inMemory(async (store) => {
    await keepScan(store, madeScan(), { now: NOW });
    await keepScan(store, madeScan({ scan: "other" }), { now: NOW + 1 });
    await keepScan(store, madeScan(), { now: NOW + 2 });
    assert.deepEqual(
      (await heldScans(store)).map(({ scan, keptAt }) => [scan, keptAt]),
      [
        [madeScan().scan, NOW + 2],
        ["other", NOW + 1],
      ],
    );
    assert.equal((await scanPairs(store, madeScan().scan)).of, 4);
    const counts = await store.read((sql) =>
      sql.rows("select (select count(*) from scan_pairs), (select count(*) from scan_markets), (select count(*) from scan_leaders)"),
    );
    // Two scans of four pairs, five markets and two leaders.
    assert.deepEqual(counts, [[8, 10, 4]]);
  });
});

test("pairs are chosen by market, figures and where they stand now, and put in order", async () => {
  await inMemory(async (store) => {
    const { scan } = madeScan();
    await keepScan(store, madeScan(), { now: NOW });
    const ranks = async (filter: Parameters<typeof scanPairs>[2]) => (await scanPairs(store, scan, filter)).rows.map(({ rank }) => rank);
    // All by the table in madeScan, read by eye.
    assert.deepEqual(await ranks({ leader: "ONE" }), [1]);
    assert.deepEqual(await ranks({ laggard: "ONE" }), [2]);
    assert.deepEqual(await ranks({ market: "ONE" }), [1, 2]);
    assert.deepEqual(await ranks({ market: "THREE", leader: "FOUR" }), [3]);
    assert.deepEqual(await ranks({ found: true }), [1]);
    assert.deepEqual(await ranks({ apartNow: { nearSessions: 5, below: 0.2 } }), [1, 2]);
    assert.deepEqual(await ranks({ apartNow: { nearSessions: 5, below: 0.42 } }), []);
    assert.deepEqual(await ranks({ apartNow: { nearSessions: 20, below: 0.3 } }), [1, 2, 3]);
    assert.deepEqual(await ranks({ minLift: 2.5 }), [1, 3, 4]);
    assert.deepEqual(await ranks({ minBeyond: 1.7 }), [1], "none is not beyond anything");
    assert.deepEqual(await ranks({ maxP: 0.01 }), [1, 2, 4]);
    assert.deepEqual(await ranks({ leads: true }), [1, 3, 4]);
    assert.deepEqual(await ranks({ sort: "lift" }), [4, 1, 3, 2]);
    assert.deepEqual(await ranks({ sort: "hits", limit: 2 }), [1, 2]);
    assert.deepEqual(await ranks({ sort: "beyond" }), [1, 2, 3, 4]);
    assert.deepEqual(await ranks({ sort: "p" }), [1, 2, 4, 3]);
    // (17-4)/sqrt(21) = 2.84, (12-3)/sqrt(15) = 2.32, (7-2)/3 = 1.67, (5-16)/sqrt(21) < 0
    assert.deepEqual(await ranks({ sort: "lead" }), [1, 3, 4, 2]);
    assert.equal((await scanPairs(store, scan, { limit: 1 })).of, 4, "how many there are in all");
    assert.deepEqual(await scanPairs(store, scan, { leader: "'; drop table scan_pairs; --" }), { rows: [], of: 0 });
    assert.equal((await scanPairs(store, scan)).of, 4);
  });
});

test("a scan is kept or not at all", async () => {
  await inMemory(async (store) => {
    await keepScan(store, madeScan(), { now: NOW });
    const torn = madeScan({ funnel: undefined as never });
    Object.defineProperty(torn.markets, "id", { value: ["A", "B"] });
    await assert.rejects(keepScan(store, torn, { now: NOW + 1 }));
    assert.deepEqual(
      (await heldScans(store)).map(({ keptAt }) => keptAt),
      [NOW],
    );
    assert.equal((await scanPairs(store, madeScan().scan)).of, 4);
  });
});

test("scans stand beside the store: its export, what it is restored into, and its health know nothing of them", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "store.duckdb");
    const store = await openStore(path);
    await keepScan(store, madeScan(), { now: NOW });
    const net = { fetch: () => Promise.reject(new Error("not asked")), now: () => NOW, sleep: () => Promise.resolve(), key: () => undefined };
    const { store: seen } = await health({ store, net, signal: new AbortController().signal, reach: false, targets: [] });
    assert.deepEqual([seen?.batches, seen?.series], [0, []]);
    const { tables } = await exportStore(store, join(folder, "export"), { format: "parquet", allowed: () => true, whole: () => true });
    assert.deepEqual(
      Object.keys(tables).filter((name) => name.startsWith("scan")),
      [],
    );
    assert.equal((await restoreStore(store, join(folder, "export"))).observations, 0, "a store with a scan alone is an empty one");
    await store.close();
    const again = await openStoreToRead(path);
    assert.equal((await heldScans(again)).length, 1);
    assert.equal((await scanPairs(again, madeScan().scan)).of, 4);
    await again.close();
  });
});

test("the files of a scan are the same bytes twice, name their markets, and leave nothing beside them", async () => {
  await inFolder(async (folder) => {
    const made = madeLargeScan(300_000);
    mkdirSync(join(folder, "b"));
    writeFileSync(join(folder, "b", "scan.json"), "of an earlier run");
    for (const name of ["a", "b"]) await writeScanParquet(made, join(folder, name));
    assert.deepEqual(readdirSync(join(folder, "b")).sort(), ["leaders.parquet", "markets.parquet", "pairs.parquet", "scan.json"]);
    for (const name of readdirSync(join(folder, "a"))) {
      assert.ok(readFileSync(join(folder, "a", name)).equals(readFileSync(join(folder, "b", name))), name);
    }
    assert.equal((JSON.parse(readFileSync(join(folder, "a", "scan.json"), "utf8")) as { rows: { pairs: number } }).rows.pairs, 300_000);
    await inMemory(async (store) => {
      const read = (file: string, what: string) => store.read((sql) => sql.rows(`select ${what} from read_parquet('${join(folder, "a", file)}')`));
      // Ranks ascend as the rows stand; of each four pairs two have no beyond.
      assert.deepEqual(await read("pairs.parquet", `count(*), count(beyond), min("first") , max("second")`), [[300_000, 150_000, "FOUR", "TWO"]]);
      assert.deepEqual(
        await store.read((sql) =>
          sql.rows(`select count(*) from (select rank, row_number() over () as n from read_parquet('${join(folder, "a", "pairs.parquet")}')) where rank = n`),
        ),
        [[300_000]],
      );
      assert.deepEqual(await read("leaders.parquet", "leader, best, best_z, found"), [
        ["ONE", "TWO", 7.13, true],
        ["FIVE", null, null, false],
      ]);
      // Day 19261 is 2022-09-26: 52 years of 365 days, 13 leap days, and 268 days.
      assert.deepEqual(await read("markets.parquet", "id, to_day::varchar, distance, since"), [
        ["FIVE", "2022-09-26", null, null],
        ["FOUR", "2022-09-26", -0.05, 20],
        ["ONE", "2022-09-26", 0, 0],
        ["THREE", "2022-09-26", -0.3, 300],
        ["TWO", "2022-07-27", -0.41, 400],
      ]);
    });
  });
});

test("a folder that cannot be written is named", async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, "file"), "");
    await assert.rejects(writeScanParquet(madeScan(), join(folder, "file")), { name: "Problem", kind: "output" });
    assert.deepEqual(readdirSync(folder), ["file"]);
  });
});
