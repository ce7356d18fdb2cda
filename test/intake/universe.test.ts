import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { importFile, readUniverse } from "../../src/intake/index.ts";
import { dayNumber, toDay } from "../../src/market/index.ts";
import type { Universe } from "../../src/scan/index.ts";
import { founding, seriesIn } from "../case.ts";
import { inMemory } from "../store/inMemory.ts";

/** Runs work in a folder with files of the given texts. */
async function inFolder(files: Readonly<Record<string, string>>, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-universe-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bars as they are read by eye: a day and a close each. */
const plain = ({ markets }: Universe) =>
  Object.fromEntries(markets.map(({ id, sessions, closes }) => [id, [...sessions].map((session, i) => `${toDay(session)} ${closes[i]}`)]));

test("a file of many markets: rows in any order, what is no price as none, a day that comes twice left twice", async () => {
  const rows = [
    "\ufeffTicker;Date;Close;Note",
    "B;2020-01-02;2;",
    "A;2020-01-03;0;zero is none",
    "A;2020-01-01;1;",
    "B;2020-01-01;;",
    "A;2020-01-01 00:00:00;5;again",
    "A;2020-01-04;NaN;",
    "A;2020-01-06;inf;",
    "A;2020-01-05;-3;",
    "A;2020-01-07;N/A;",
    'A;2020-01-08; 7.5 ;"a ; in quotes"',
    '"Q;x";2020-01-04;3;',
    "",
  ];
  const unnamed = "symbol,date,close,note,NOTE,,\nA,2020-01-01,1,x,y,z,\n";
  await inFolder({ "all.csv": rows.join("\n"), "dos.csv": rows.join("\r\n"), "unnamed.csv": unnamed }, async (folder) => {
    const universe = await readUniverse(join(folder, "all.csv"));
    assert.equal(universe.name, "all.csv");
    // Read off the rows above.
    assert.deepEqual(plain(universe), {
      A: ["2020-01-01 1", "2020-01-01 5", "2020-01-03 NaN", "2020-01-04 NaN", "2020-01-05 NaN", "2020-01-06 NaN", "2020-01-07 NaN", "2020-01-08 7.5"],
      B: ["2020-01-01 NaN", "2020-01-02 2"],
      "Q;x": ["2020-01-04 3"],
    });
    assert.deepEqual(plain(await readUniverse(join(folder, "dos.csv"))), plain(universe));
    assert.deepEqual(plain(await readUniverse(join(folder, "unnamed.csv"))), { A: ["2020-01-01 1"] });
    assert.deepEqual(Object.keys(plain(await readUniverse(join(folder, "all.csv"), { only: ["B"] }))), ["B"]);
    await assert.rejects(readUniverse(join(folder, "all.csv"), { only: ["b"] }), {
      kind: "usage",
      message: /expected one of 3 markets \(A, B, Q;x\); received b \(did you mean B\?\)/,
    });
  });
});

test("Parquet: days as days or midnights, whole numbers and decimals as prices, the column of ids by its name", async () => {
  await inFolder({}, async (folder) => {
    await inMemory(async (store) => {
      const write = (name: string, query: string) => store.read((sql) => sql.run(`copy (${query}) to '${join(folder, name)}' (format parquet)`));
      await write(
        "a.parquet",
        "select 'B' as id, date '2020-01-02' as day, 2::integer as close, 9.5 as adj_close union all select 'A', date '1969-12-31', null, 3.25",
      );
      await write("b.parquet", "select 'A' as symbol, timestamp '2020-01-02 00:00:00' as time, 2.5::decimal(9, 2) as close");
      await write("noon.parquet", "select 'A' as symbol, timestamp '2020-01-02 12:00:00' as time, 1 as close");
      await write("far.parquet", "select 'A' as symbol, date '12020-01-02' as date, 1 as close");
      await write("words.parquet", "select 'A' as symbol, date '2020-01-02' as date, true as close");
      await write("text.parquet", "select 'A' as symbol, '2020-01-02' as date, '1.5' as close union all select 'A', '2020-01-03', 'x'");
      await write("noone.parquet", "select null as symbol, date '2020-01-02' as date, 1 as close");
      await write("empty.parquet", "select 'A' as symbol, date '2020-01-02' as date, 1 as close limit 0");
    });
    const read = (name: string, options = {}) => readUniverse(join(folder, name), options);
    assert.deepEqual(plain(await read("a.parquet")), { A: ["1969-12-31 NaN"], B: ["2020-01-02 2"] });
    assert.deepEqual(plain(await read("a.parquet", { price: "totalReturn" })), { A: ["1969-12-31 3.25"], B: ["2020-01-02 9.5"] });
    assert.deepEqual(plain(await read("b.parquet")), { A: ["2020-01-02 2.5"] });
    const refused = async (name: string, message: RegExp) => assert.rejects(read(name), { name: "Problem", kind: "data", message });
    await refused("noon.parquet", /noon.parquet, row 1, A: expected a day like 2025-12-11; received "2020-01-02 12:00:00"$/);
    await refused("far.parquet", /expected a day like 2025-12-11; received "12020-01-02"$/);
    await refused("words.parquet", /words.parquet: close: expected a column of numbers; received one of BOOLEAN$/);
    await refused("text.parquet", /text.parquet, row 2, A: expected a price; received "x"$/);
    await refused("noone.parquet", /expected a market in every row; received 1 rows without$/);
    await refused("empty.parquet", /expected rows of bars; received a header alone$/);
    await assert.rejects(read("b.parquet", { price: "totalReturn" }), /expected a column of adjusted closes/);
  });
});

test("what cannot be read is named by file and line", async () => {
  const head = "symbol,date,close\n";
  const files: Record<string, [string, RegExp]> = {
    "price.csv": [`${head}A,2020-01-01,1\nA,2020-01-02,x\n`, /price.csv:3: expected a price; received "x"$/],
    "day.csv": [`${head}A,01/02/2020,1\n`, /day.csv:2: expected a day like 2025-12-11; received "01\/02\/2020"$/],
    "feb.csv": [`${head}A,2021-02-29,1\n`, /feb.csv:2: expected a day like 2025-12-11; received "2021-02-29"$/],
    "blank.csv": [`${head}A,,1\n`, /blank.csv:2: expected a day like 2025-12-11; received nothing$/],
    "ragged.csv": [`${head}A,2020-01-01,1\nA,2020-01-02\n`, /ragged.csv:3: expected 3 columns, as in the header; received 2$/],
    "nobody.csv": [`${head},2020-01-01,1\n`, /nobody.csv: expected a market in every row; received 1 rows without$/],
    "columns.csv": ["symbol,date,level\nA,2020-01-01,1\n", /columns.csv: expected a column of figures beside the dates .*; received symbol, date, level$/],
    "adjusted.csv": [
      "symbol,date,adj_close\nA,2020-01-01,1\n",
      /expected a column of closes \(close\); received symbol, date, adj_close; --price total-return goes by adj_close$/,
    ],
    "twice.csv": ["symbol,date,close,Close\nA,2020-01-01,1,2\n", /twice.csv: expected one column that is the close; received close, Close$/],
    "single.csv": ["date,close\n2020-01-01,1\n", /single.csv: expected a column of symbols \(symbol, ticker, id\); received date, close$/],
    "empty.csv": ["", /empty.csv: expected rows of bars; received an empty file$/],
    "head.csv": [head, /head.csv: expected rows of bars; received a header alone$/],
    "bytes.csv": ["\u0000\u0001\u0002", /bytes.csv: expected a header with the names of columns; received other bytes$/],
    "torn.parquet": ["PAR1 and no more", /torn.parquet: expected rows of bars; received something else/],
  };
  await inFolder(Object.fromEntries(Object.entries(files).map(([name, [text]]) => [name, text])), async (folder) => {
    for (const [name, [, message]] of Object.entries(files)) {
      await assert.rejects(readUniverse(join(folder, name)), { name: "Problem", kind: "data", message }, name);
    }
    await assert.rejects(readUniverse(join(folder, "not.csv")), {
      name: "Problem",
      kind: "usage",
      message: /not.csv: expected a file of bars; there is none$/,
    });
    await assert.rejects(readUniverse("nope"), { name: "Problem", kind: "usage", message: /expected a group/ });
  });
});

test("a folder of CSV files: a market each, by its file; an empty one has no bars; line endings and headers may differ", async () => {
  const files = {
    "TWO.csv": "Date,Close\n2020-01-01,1\n",
    "ONE.csv": "Date,Close\r\n2020-01-01,1\r\n2020-01-02,2\r\n",
    "THREE.CSV": "time;close\n2020-01-02;3\n2020-01-01;1\n",
    "NONE.csv": "",
    "HEAD.csv": "Date,Close\n",
    "notes.txt": "no market",
    "bad/A.csv": "Date,Close\n2020-01-01,1\n",
    "bad/B.csv": "Date,Close\n2020-01-01,1\n2020-01-02,zz\n",
    "ragged/A.csv": "Date,Close\n2020-01-01,1\n",
    "ragged/B.csv": "Date,Close\n2020-01-01,1\n2020-01-02\n",
    "empty/notes.txt": "",
  };
  await inFolder(files, async (folder) => {
    const universe = await readUniverse(folder);
    assert.deepEqual(plain(universe), {
      HEAD: [],
      NONE: [],
      ONE: ["2020-01-01 1", "2020-01-02 2"],
      THREE: ["2020-01-01 1", "2020-01-02 3"],
      TWO: ["2020-01-01 1"],
    });
    assert.deepEqual(Object.keys(plain(await readUniverse(folder, { only: ["ONE", "NONE"] }))), ["NONE", "ONE"]);
    await assert.rejects(readUniverse(join(folder, "bad")), { kind: "data", message: /bad\/B.csv:3: expected a price; received "zz"$/ });
    await assert.rejects(readUniverse(join(folder, "ragged")), { kind: "data", message: /ragged\/B.csv:3: expected 2 columns, as in the header; received 1$/ });
    await assert.rejects(readUniverse(join(folder, "empty")), { kind: "data", message: /expected a folder of CSV files, or one with group.yaml/ });
  });
});

test("any rows come back as they were, by market and day", async () => {
  const cell = fc.tuple(
    fc.constantFrom("A", "B", "it's", 'a "b"'),
    fc.integer({ min: -20_000, max: 40_000 }),
    fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
  );
  await inFolder({}, async (folder) => {
    const path = join(folder, "any.csv");
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (rows) => {
        writeFileSync(path, `symbol,date,close\n${rows.map(([id, day, close]) => `"${id.replaceAll('"', '""')}",${toDay(day)},${close}`).join("\n")}\n`);
        // The same by hand: a stable sort by day of each market's rows.
        const expected: Record<string, string[]> = {};
        for (const id of [...new Set(rows.map(([one]) => one))].sort()) {
          const own = rows.filter(([one]) => one === id);
          expected[id] = own.toSorted(([, a], [, b]) => a - b).map(([, day, close]) => `${toDay(day)} ${close}`);
        }
        assert.deepEqual(plain(await readUniverse(path)), expected);
      }),
      { numRuns: 25 },
    );
  });
});

test("a group is its members by the figures of the case; nothing is the founding case where no store holds two markets", async () => {
  const universe = await readUniverse("small-caps-and-bitcoin");
  assert.deepEqual(
    universe.markets.map(({ id }) => id),
    founding.group.members,
  );
  const iwm = seriesIn(founding.markets, "IWM");
  assert.deepEqual([universe.markets[0]?.sessions, universe.markets[0]?.closes], [iwm.sessions, iwm.values]);
  assert.deepEqual(await readUniverse(undefined), universe);
  await inMemory(async (store) => {
    assert.deepEqual(await readUniverse(undefined, { store }), universe);
  });
  await assert.rejects(readUniverse("us-indices"), { kind: "data", message: /expected figures of SPX, NDX, DJI, RUT/ });
});

test("the markets of a store, each once: final bars of what a study would show first, known ones by their id", async () => {
  const day = (n: number) => toDay(dayNumber("2024-01-01") + n);
  // The last one of each file falls: a record on the last session would wait for its confirmation.
  const closeAt = (i: number) => (i === 39 || i === 59 ? 98 : 100) + i;
  const bars = (count: number, above = 0) => `date,close\n${Array.from({ length: count }, (_, i) => `${day(i)},${closeAt(i) + above}`).join("\n")}\n`;
  const many = `symbol,date,close\n${["XX", "YY"].map((id) => `${id},2024-01-01,5\n${id},2024-01-02,4.9`).join("\n")}\n`;
  const now = Date.parse("2026-11-22T12:00:00Z");
  const crypto = { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" } } as const;
  await inFolder({ "a.csv": bars(40, 0.01), "b.csv": bars(60), "many.csv": many, "rate.csv": bars(3) }, async (folder) => {
    await inMemory(async (store) => {
      const target = (id: string, sources: { source: string; symbol: string }[] = []) => ({ id, subject: crypto, sources });
      const take = (path: string, ask: object) => importFile(store, { path: join(folder, path), unit: "USD", now, ...ask });
      // The catalogue says of ETH: first what was imported, then its sources; the longer history of a source continues the first.
      const eth = target("ETH", [{ source: "coinbase", symbol: "ETH-USD" }]);
      await take("a.csv", { target: eth });
      await take("b.csv", { target: eth, source: "coinbase" });
      await take("many.csv", { subject: crypto });
      await take("rate.csv", { target: { id: "RATE", subject: { ...crypto, kind: "reading" }, sources: [] } });
      const universe = await readUniverse(undefined, { store });
      assert.equal(universe.name, "the store");
      assert.deepEqual(
        universe.markets.map(({ id, sessions }) => [id, sessions.length]),
        [
          ["ETH", 60],
          ["XX", 2],
          ["YY", 2],
        ],
      );
      // The forty sessions imported by hand, then twenty of the source: 100 + 59 - 2.
      assert.deepEqual(
        [0, 39, 40, 59].map((i) => universe.markets[0]?.closes[i]),
        [100.01, 137.01, 140, 157],
      );
    });
  });
});

test("an invented universe by its shape and seed", async () => {
  const universe = await readUniverse("synthetic:3x500:7");
  assert.deepEqual([universe.name, universe.markets.length, universe.markets[0]?.closes.length], ["synthetic:3x500:7", 3, 500]);
  assert.equal((await readUniverse("synthetic:3x500")).name, "synthetic:3x500:1");
  for (const wrong of ["synthetic:", "synthetic:3", "synthetic:0x5", "synthetic:3x5:a", "synthetic:3x5000000000"]) {
    await assert.rejects(readUniverse(wrong), { kind: "usage", message: /expected markets, sessions and a seed as synthetic:2000x5000:7/ }, wrong);
  }
});
