import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scanCommand } from "../../src/cli/commands/scanCommand.ts";
import { scanShowCommand } from "../../src/cli/commands/scanShowCommand.ts";
import { scanDefinition } from "../../src/cli/scanDefinition.ts";
import { ScanProgress } from "../../src/cli/scanProgress.ts";
import { SCAN_DEFAULTS } from "../../src/scan/index.ts";
import { keepScan, openStore, storePath } from "../../src/store/index.ts";
import { golden } from "../golden.ts";
import { madeScan } from "../store/madeScan.ts";
import { TODAY } from "./cli.ts";
import { inScanWorld, type ScanWorld } from "./scanEffects.ts";

const WITHOUT_STUDIES = { full: "0" };

test("lockstep scan alone scans the founding case, keeps it, and says how to go on", async () => {
  await inScanWorld(async ({ said, effects, folder }) => {
    await scanCommand(undefined, WITHOUT_STUDIES, effects());
    golden("cli/scan.txt", said.out);
    assert.equal(said.err, "");
    assert.ok(existsSync(storePath(join(folder, "data"))));
    assert.deepEqual(readdirSync(join(folder, "data", "scans")), [], "what is kept against an interruption is gone when there is none");
  });
});

test("the best pairs are studied in full, each pair once", async () => {
  await inScanWorld(async ({ said, effects }) => {
    await scanCommand(undefined, { full: "1", limit: "0" }, effects());
    assert.match(said.out, /\nIn full: GLD, SLV\nHighs and lows are those of 252 shared sessions/);
    assert.equal(said.out.split("In full: ").length, 2);
  });
});

test("--json is the scan and nothing else; --out writes its files; the same bytes with plain loops and with threads", async () => {
  await inScanWorld(async ({ said, effects, folder }) => {
    const run = async (name: string, options: object) => {
      said.out = "";
      await scanCommand("synthetic:30x900:3", { ...WITHOUT_STUDIES, json: true, out: join(folder, name), ...options }, effects());
      return said.out;
    };
    const first = await run("a", {});
    const { schema, universe, rows, funnel, pairs } = JSON.parse(first) as {
      schema: string;
      universe: { skipped: unknown[] };
      rows: { markets: number; pairs: number };
      funnel: { pairs: number };
      pairs: unknown[];
    };
    assert.deepEqual([schema, rows.markets + universe.skipped.length], ["lockstep.scan/1", 30]);
    // Each with every other, in both orders.
    assert.deepEqual([funnel.pairs, pairs.length], [rows.markets * (rows.markets - 1), Math.min(20, rows.pairs)]);
    assert.equal(await run("b", { kernels: "plain" }), first);
    assert.equal(await run("c", { workers: "2" }), first);
    for (const name of readdirSync(join(folder, "a"))) {
      for (const other of ["b", "c"]) assert.ok(readFileSync(join(folder, "a", name)).equals(readFileSync(join(folder, other, name))), `${other}/${name}`);
    }
  });
});

test("bad markets are skipped with a count, and a universe of nothing else is a problem", async () => {
  await inScanWorld(async ({ said, effects, folder }) => {
    // Days as they are added: a day number as a date of the year 2000 and after.
    const day = (n: number) => new Date(Date.UTC(2000, 0, 3) + n * 86_400_000).toISOString().slice(0, 10);
    const rows: string[] = [];
    const put = (id: string, count: number, price: (n: number) => number | string) => {
      for (let n = 0; n < count; n++) rows.push(`${id},${day(n)},${price(n)}`);
    };
    for (const [k, id] of ["UP", "TOO", "ALSO", "LIKE"].entries()) put(id, 700, (n) => 100 + n + 10 * Math.sin(n / (5 + k)));
    put("FLAT", 700, () => 5);
    put("NONE", 700, () => "");
    put("ONE", 1, () => 5);
    put("SHORT", 100, (n) => 100 + n);
    put("DOWN", 700, (n) => 1000 - n);
    put("TWICE", 300, (n) => 100 + n);
    put("TWICE", 1, () => 7);
    writeFileSync(join(folder, "bad.csv"), `symbol,date,close\n${rows.join("\n")}\n`);
    await scanCommand(join(folder, "bad.csv"), WITHOUT_STUDIES, effects({ width: 1000 }));
    const text = said.out.replaceAll(/\s+/g, " ");
    assert.match(text, /bad\.csv, as of 2001-12-02 4 of 10 markets, 700 sessions/);
    assert.match(text, /Skipped: 6 markets: unordered 1 \(.*\); empty 1 \(.*\); one bar 1 \(.*\); constant 1 \(.*\); short 1 \(.*\); no events 1 \(.*\)\./);
    writeFileSync(join(folder, "none.csv"), "symbol,date,close\nA,2020-01-01,1\nB,2020-01-01,1\n");
    await assert.rejects(scanCommand(join(folder, "none.csv"), {}, effects()), {
      kind: "data",
      message: /expected at least two markets that can be scanned; received 0 \(skipped: 2 one bar\)/,
    });
  });
});

test("a stop keeps the blocks that are done, and the same command goes on there to the same end", async () => {
  await inScanWorld(async ({ said, effects, folder }) => {
    const asked = ["synthetic:60x900:5", { ...WITHOUT_STUDIES, workers: "1", json: true }] as const;
    let clock = 0;
    const stop = new AbortController();
    const stopping = effects({
      live: true,
      net: { ...effects().net, now: () => (clock += 1000) },
      interruptible: () => stop.signal,
      err: (text) => {
        said.err += text;
        if (text.includes("pairs: 2 of")) stop.abort();
      },
    });
    await assert.rejects(scanCommand(...asked, stopping), {
      name: "Interrupted",
      message: /^stopped; \d+ of \d+ blocks are kept, and the same command goes on there$/,
    });
    assert.equal(said.out, "");
    const [scan = ""] = readdirSync(join(folder, "data", "scans"));
    assert.ok(readdirSync(join(folder, "data", "scans", scan)).length >= 2);
    await scanCommand(...asked, effects());
    const went = said.out;
    assert.deepEqual(readdirSync(join(folder, "data", "scans")), []);
    said.out = "";
    await scanCommand(...asked, effects({ data: join(folder, "other") }));
    assert.equal(went, said.out);
  });
});

test("what a scan cannot be asked is said by its option", async () => {
  await inScanWorld(async ({ effects }) => {
    const refused = (options: object, message: RegExp) =>
      assert.rejects(scanCommand(undefined, options, effects()), { name: "Problem", kind: "usage", message });
    await refused({ relation: "leeds" }, /^--relation: expected together, leads, apart; received leeds \(did you mean leads\?\)$/);
    await refused({ of: "high" }, /^--of: expected highs, lows; received high \(did you mean highs\?\)$/);
    await refused({ window: "-1" }, /^--window: expected a whole number from 0 to 63; received -1$/);
    await refused({ window: "2.5" }, /^--window: /);
    await refused({ relation: "leads", window: "0" }, /^--window: expected a whole number of 1 or more; received 0$/);
    await refused({ below: "20%" }, /^--below: expected a number from 0.01 to 0.99; received 20%$/);
    await refused({ minLift: "" }, /^--min-lift: expected a number of 0 or more; received nothing$/);
    await refused({ top: "0" }, /^--top: /);
    await refused({ asOf: "2027-01-01" }, /^--as-of: expected a day up to today/);
    await refused({ kernels: "gpu" }, /^--kernels: expected wasm, plain; received gpu$/);
    await refused({ workers: "0" }, /^--workers: expected a whole number from 1 to 256; received 0$/);
    await refused({ price: "open" }, /^--price: expected close, total-return; received open$/);
    await refused({ full: "many" }, /^--full: /);
    await refused({ limit: "x" }, /^--limit: /);
    await refused({ out: "" }, /^--out: expected the name of a folder; received nothing$/);
    await refused({ results: "postgres://x" }, /expected --queue beside --results; received none$/);
  });
});

test("options become the definition; what is not given is as it usually is", () => {
  assert.deepEqual(scanDefinition({}, TODAY), SCAN_DEFAULTS);
  assert.deepEqual(
    scanDefinition(
      {
        of: "lows",
        relation: "leads",
        beyondMarket: true,
        window: "3",
        highWindow: "60",
        below: "0.3",
        asOf: "2025-12-11",
        minLift: "2",
        minZ: "3",
        minHits: "4",
        top: "7",
        families: "9",
      },
      TODAY,
    ),
    {
      ...SCAN_DEFAULTS,
      of: "lows",
      relation: "leads",
      prices: "beyond-market",
      window: 3,
      highWindow: 60,
      below: 0.3,
      asOf: "2025-12-11",
      minLift: 2,
      minZ: 3,
      minHits: 4,
      perLeader: 7,
      families: 9,
    },
  );
});

test("progress: a line every ten seconds with rate and time left; on a terminal one line that is rewritten and taken away", async () => {
  await inScanWorld(async ({ said, effects }) => {
    let now = 0;
    const at = (live: boolean) => new ScanProgress(effects({ live, width: 60, net: { ...effects().net, now: () => now } }));
    const tell = (progress: ScanProgress, seconds: number, jobs: number) => {
      now = 1000 * seconds;
      progress.tell({ stage: "pairs", jobs, ofJobs: 4, pairs: 1000 * jobs, ofPairs: 4000 });
    };
    const lines = at(false);
    for (const [seconds, jobs] of [
      [0, 0],
      [5, 1],
      [10, 2],
      [12, 3],
    ] as const)
      tell(lines, seconds, jobs);
    lines.end();
    // Two thousand pairs in ten seconds; two thousand are left.
    assert.equal(said.err, "pairs: 2 of 4 blocks, 2,000 of 4,000 pairs, 200 pairs/s, 10 s left\n");
    said.err = "";
    now = 0;
    const live = at(true);
    for (const [seconds, jobs] of [
      [1, 0],
      [1.05, 1],
      [2, 2],
    ] as const)
      tell(live, seconds, jobs);
    live.end();
    assert.equal(said.err, "\rpairs: 0 of 4 blocks, 0 of 4,000 pairs\u001b[K\rpairs: 2 of 4 blocks, 2,000 of 4,000 pairs, 2,000 pairs/s, \u001b[K\r\u001b[K");
  });
});

async function withKept(world: ScanWorld, work: () => Promise<void>): Promise<void> {
  const store = await openStore(storePath(join(world.folder, "data")));
  await keepScan(store, madeScan({ scan: "aaaa000000000001" }), { now: Date.parse("2026-11-20T08:00:00Z") });
  await keepScan(store, madeScan(), { now: Date.parse("2026-11-21T08:00:00Z") });
  await store.close();
  await work();
}

test("scan show: the latest scan from the store, filtered, in the order asked for", async () => {
  await inScanWorld((world) =>
    withKept(world, async () => {
      const { said, effects } = world;
      const shown = async (options: Parameters<typeof scanShowCommand>[1], scan?: string) => {
        said.out = "";
        await scanShowCommand(scan, options, effects());
        return said.out;
      };
      golden("cli/scan-show.txt", await shown({}));
      const json = async (options: Parameters<typeof scanShowCommand>[1], scan?: string) =>
        JSON.parse(await shown({ ...options, json: true }, scan)) as { scan: string; of: number; pairs: { rank: number }[] };
      const ranks = async (options: Parameters<typeof scanShowCommand>[1]) => (await json(options)).pairs.map(({ rank }) => rank);
      assert.deepEqual([(await json({})).scan, (await json({}, "aaaa")).scan], [madeScan().scan, "aaaa000000000001"]);
      assert.deepEqual(await ranks({ market: "one", sort: "hits" }), [1, 2], "an id is found whatever its capitals");
      assert.deepEqual(await ranks({ apartNow: true, leader: "TWO" }), [2]);
      assert.deepEqual(await ranks({ found: true }), [1]);
      assert.deepEqual(await ranks({ minBeyond: "1.7" }), [1]);
      assert.deepEqual(await ranks({ maxP: "0.01", minLift: "3" }), [1, 4]);
      assert.deepEqual(await ranks({ sort: "lead", limit: "2" }), [1, 3]);
      assert.equal((await json({ limit: "0" })).of, 4);
      const csv = (await shown({ csv: true, laggard: "FIVE" })).split("\n");
      assert.equal(csv[0]?.split(",").length, csv[1]?.split(",").length);
      assert.match(csv[1] ?? "", /^4,THREE,FIVE,700,20,90,9,2\.5,2,3\.6,4\.6,7,0\.01,0,,,2,1,7,1,,0,-0\.3,300,,$/);
      golden("cli/scan-list.txt", await shown({ list: true }));
    }),
  );
});

test("scan show: what is not there is said", async () => {
  await inScanWorld(async (world) => {
    const { effects } = world;
    await assert.rejects(scanShowCommand(undefined, {}, effects()), { kind: "data", message: /expected a store; there is none yet/ });
    await withKept(world, async () => {
      const refused = (options: object, message: RegExp, scan?: string) =>
        assert.rejects(scanShowCommand(scan, options, effects()), { kind: "usage", message });
      await refused({ market: "ONN" }, /^--market: expected one of the 5 markets of the scan; received ONN \(did you mean ONE\?\)$/);
      await refused({ leader: "DEAD" }, /^--leader: expected one of the 5 markets of the scan; received DEAD \(skipped: one bar\)$/);
      await refused({ sort: "beyont" }, /^--sort: .*; received beyont \(did you mean beyond\?\)$/);
      await refused({ maxP: "2" }, /^--max-p: expected a number from 0 to 1; received 2$/);
      await refused({ json: true, csv: true }, /expected --json or --csv; received both/);
      await refused({}, /expected one of the scans held \(9f2c01d6a4b7e883, aaaa000000000001\); received ffff/, "ffff");
    });
  });
});
