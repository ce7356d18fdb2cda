// Files that somebody has, taken into the store by the command line.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { dayNumber, sessionsBetween, toDay } from "../../src/market/index.ts";
import { inventedWorld } from "../fixtures/world.ts";
import { inWorld, type WorldCli } from "./worldCli.ts";

const SESSIONS = [...sessionsBetween("XNYS", dayNumber("2019-01-02"), dayNumber("2019-02-15"))];
/** Closes that go up and down by a little; the last one is no record. */
const closeOf = (k: number) => (100 + 3 * Math.sin(k / 3)).toFixed(2);
const csv = (rows = SESSIONS) => `Date,Close\n${rows.map((session, k) => `${toDay(session)},${closeOf(k)}\n`).join("")}`;
const inStore = (work: (cli: WorldCli) => Promise<void>) => inWorld(inventedWorld("2023-03-01"), work);

/** Writes a Parquet file from SQL. */
async function parquet(path: string, select: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`set TimeZone = 'UTC'; copy (${select}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

test("bars of a known market are imported, judged and studied; the same file again brings nothing", async () => {
  await inStore(async ({ run, folder }) => {
    writeFileSync(join(folder, "iwm.csv"), csv());
    const first = await run("import HERE/iwm.csv --as IWM --json");
    assert.equal(first.code, 0, first.err);
    const { sha256, notes, ...counts } = JSON.parse(first.out);
    assert.deepEqual(counts, { format: "bars", series: 1, fresh: SESSIONS.length, restated: 0, facts: 0, quarantined: 0, missing: 0 });
    assert.match(sha256, /^[0-9a-f]{64}$/);
    assert.deepEqual(notes, []);
    const again = JSON.parse((await run("import HERE/iwm.csv --as small-caps --json")).out);
    assert.deepEqual([again.fresh, again.restated], [0, 0]);
    const ledger = JSON.parse((await run("records IWM --figures store --json")).out);
    assert.deepEqual([ledger.figuresEnd, ledger.sources], [toDay(SESSIONS.at(-1)!), ["import:IWM"]]);
    writeFileSync(join(folder, "iwm.csv"), csv().replace(",100.00\n", ",100.50\n"));
    assert.match((await run("import HERE/iwm.csv --as IWM")).out, /Imported bars as IWM: 0 new sessions, 1 restated\./);
  });
});

test("missing sessions are counted against the calendar, and a bar on a holiday is quarantined", async () => {
  await inStore(async ({ run, folder }) => {
    const holiday = dayNumber("2019-01-21"); // Martin Luther King Jr. Day
    const rows = [...SESSIONS.filter((_, k) => k !== 5 && k !== 6), holiday].sort((a, b) => a - b);
    writeFileSync(join(folder, "iwm.csv"), csv(rows));
    const { quarantined, missing } = JSON.parse((await run("import HERE/iwm.csv --as IWM --json")).out);
    assert.deepEqual([quarantined, missing], [1, 2]);
    assert.match((await run("quarantine")).out, /import:IWM {2}2019-01-21/);
    const refused = await run("quarantine accept import:IWM 2019-01-21 --because x");
    assert.deepEqual([refused.code, refused.out], [3, ""]);
    assert.match(refused.err, /import:IWM 2019-01-21: cannot be accepted: /);
    assert.match((await run("quarantine")).out, /2019-01-21 +\S+ {2}quarantined/, "nothing of a refused decision is kept");
  });
});

test("a market that is not known needs saying what it is; a file of one market is not taken for many, nor one market's for another's without a note", async () => {
  await inStore(async ({ run, folder }) => {
    writeFileSync(join(folder, "shop.csv"), csv());
    assert.match((await run("import HERE/shop.csv --as SHOPX")).err, /received SHOPX.*of a market that is not known say what it is: --kind etf/);
    assert.equal((await run("import HERE/shop.csv --as SHOPX --kind stock")).code, 0);
    writeFileSync(join(folder, "group.yaml"), "name: Mine\nleader: SHOPX\nmembers: [SHOPX, OTHER]\n");
    const entry = (id: string) =>
      `  ${id}:\n    name: ${id}\n    description: ${id}\n    kind: stock\n    calendar: XNYS\n    close: { time: "16:00", zone: America/New_York }\n    currency: USD\n    sources: [import:${id}]\n`;
    writeFileSync(join(folder, "markets.yaml"), `markets:\n${entry("SHOPX")}${entry("OTHER")}`);
    const study = await run("HERE/group.yaml --json");
    assert.equal(study.code, 0, study.err);
    assert.deepEqual(
      JSON.parse(study.out).markets.map(({ id, state }: { id: string; state: string }) => [id, state === "unknown"]),
      [
        ["SHOPX", false],
        ["OTHER", true],
      ],
    );
    assert.match((await run("fetch HERE/group.yaml")).err, /expected a source of SHOPX, OTHER; received a group whose markets are fetched from none/);
    writeFileSync(join(folder, "two.csv"), `symbol,date,close\nA,2019-01-02,1\nB,2019-01-02,2\n`);
    assert.match((await run("import HERE/two.csv --as IWM")).err, /two\.csv: expected bars of one market; received 2 \(A, B\): --each imports all of them/);
    writeFileSync(join(folder, "eth.csv"), `symbol,date,close\n${SESSIONS.map((session, k) => `ETH,${toDay(session)},${closeOf(k)}\n`).join("")}`);
    assert.match((await run("import HERE/eth.csv --as BTC")).out, /Note: the file calls its market ETH, which was taken as BTC\./);
    assert.match((await run("import HERE/shop.csv --as IWM --unit EUR")).out, /new sessions/);
    assert.match((await run("import HERE/shop.csv --as IWM")).err, /import:IWM: expected figures in EUR, as those held; received USD/);
    const euros = await run("records IWM --figures store");
    assert.equal(euros.code, 3, "figures in another currency than the market's are not used");
  });
});

test("Parquet and CSV of many markets come in by the database as they stand, whatever the machine's time zone, and are judged alike", async () => {
  await inStore(async ({ run, folder }) => {
    const rows = SESSIONS.map((session, k) => `(date '${toDay(session)}', ${closeOf(k)})`).join(", ");
    const both = `select s as ticker, d::timestamptz as timestamp, c * f as "Adj Close", c * f as close from (values ${rows}) t(d, c), (values ('A', 1), ('B', 2)) u(s, f)`;
    await parquet(join(folder, "many.parquet"), both);
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    try {
      const { series, fresh, quarantined, missing } = JSON.parse((await run("import HERE/many.parquet --each --kind stock --json")).out);
      assert.deepEqual([series, fresh, quarantined, missing], [2, 2 * SESSIONS.length, 0, 0]);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    assert.deepEqual([JSON.parse((await run("import HERE/many.parquet --each --kind stock --json")).out).fresh], [0]);
    const doctor = JSON.parse((await run("doctor --offline --json")).out);
    assert.deepEqual(
      doctor.store.series.map(({ source, symbol, from, to, bars }: Record<string, unknown>) => [source, symbol, from, to, bars]),
      ["A", "B"].map((symbol) => ["import", symbol, toDay(SESSIONS[0]!), toDay(SESSIONS.at(-1)!), SESSIONS.length]),
    );
    await parquet(join(folder, "one.parquet"), `select d as date, c as close from (values ${rows}) t(d, c)`);
    assert.equal(JSON.parse((await run("import HERE/one.parquet --as IWM --json")).out).fresh, SESSIONS.length);
    await parquet(join(folder, "twice.parquet"), `select 'Z' as symbol, date '2019-01-03' as date, unnest([1.5, 1.6]) as close`);
    assert.match(
      (await run("import HERE/twice.parquet --each --kind stock")).err,
      /twice\.parquet \(Z\): expected each session once; received two rows of 2019-01-03/,
    );
    await parquet(join(folder, "noon.parquet"), `select 'Z' as symbol, timestamp '2019-01-03 12:00:00' as date, 1.5 as close`);
    assert.match(
      (await run("import HERE/noon.parquet --each --kind stock")).err,
      /expected a day like 2025-12-11 and a symbol in every row; received 1 rows without/,
    );
    writeFileSync(join(folder, "mdy.csv"), "symbol,date,close\nZ,03/04/2019,1.5\n");
    assert.match((await run("import HERE/mdy.csv --each --kind stock")).err, /expected a day like 2025-12-11/);
    assert.match((await run("import HERE/mdy.csv --each --kind stock --dates mdy")).err, /received --dates mdy/);
    writeFileSync(join(folder, "words.csv"), "symbol,date,close\nZ,2019-01-03,dear\n");
    assert.match((await run("import HERE/words.csv --each --kind stock")).err, /words\.csv: expected rows of bars; received something else \(.*dear/);
    // Nothing of what was refused is in the store.
    assert.equal(JSON.parse((await run("doctor --offline --json")).out).store.series.length, 3);
  });
});

test("a name is a name: patterns and folders that look like columns bring no other file's rows", async () => {
  await inStore(async ({ run, folder }) => {
    const one = (close: number) => `select 'A' as symbol, date '2019-01-03' as date, ${close} as close`;
    await parquet(join(folder, "p1.parquet"), one(100));
    await parquet(join(folder, "p[1].parquet"), one(999));
    assert.match(
      (await run("import HERE/p[1].parquet --each --kind stock")).err,
      /expected the name of one file, without \* \? \[ \] \{ \}; received a pattern/,
    );
    mkdirSync(join(folder, "date=2001-01-01"));
    await parquet(join(folder, "date=2001-01-01", "p.parquet"), one(100));
    assert.equal((await run("import HERE/date=2001-01-01/p.parquet --each --kind stock")).code, 0);
    assert.equal(JSON.parse((await run("doctor --offline --json")).out).store.series[0].from, "2019-01-03");
  });
});

test("a session that was not over when its file came is final when the same file comes again later", async () => {
  const world = inventedWorld("2023-03-01");
  const last = dayNumber("2019-02-15");
  await inWorld(world, async ({ run, folder }) => {
    const rows = SESSIONS.map((session, k) => `(date '${toDay(session)}', ${closeOf(k)})`).join(", ");
    await parquet(join(folder, "many.parquet"), `select 'A' as symbol, d as date, c as close from (values ${rows}) t(d, c)`);
    world.now = Date.parse(`${toDay(last)}T17:00:00Z`); // noon in New York
    await run("import HERE/many.parquet --each --kind stock");
    assert.match((await run("quarantine")).out, /import:A {2}2019-02-15 +\S+ {2}provisional/);
    world.now += 3 * 86_400_000;
    await run("import HERE/many.parquet --each --kind stock");
    assert.equal((await run("quarantine")).out, "Nothing is in quarantine.\n");
  });
});

test("settlements, FedWatch histories and tables of earnings say themselves what they are", async () => {
  await inStore(async ({ run, folder }) => {
    const settle = (month: string, price: string) => ({
      month,
      open: "-",
      high: "-",
      low: "-",
      last: "-",
      change: "-",
      settle: price,
      volume: "1",
      openInterest: "1",
    });
    const file = {
      settlements: [settle("FEB 19", "97.6000"), settle("MAR 19", "97.5950B"), settle("Total", "-")],
      updateTime: "",
      dsHeader: "30 Day Federal Funds Future",
      reportType: "Final",
      tradeDate: "02/15/2019",
      empty: false,
    };
    writeFileSync(join(folder, "305.json"), JSON.stringify(file));
    assert.match((await run("import HERE/305.json")).out, /Imported cmeSettlements: 2 new sessions, 0 restated of 2 series\./);
    writeFileSync(join(folder, "305p.json"), JSON.stringify({ ...file, reportType: "Preliminary" }));
    assert.match((await run("import HERE/305p.json")).err, /305p\.json: .*Final.*Preliminary/);
    writeFileSync(
      join(folder, "eps.csv"),
      "index,year,as_of,eps,growth_pct,basis,source,source_url,published,note\nSPX,2020,2019-02-01,180,10,consensus,Somebody,https://example.org/,2019-02-01,\n",
    );
    assert.match((await run("import HERE/eps.csv")).out, /Imported epsTable: 1 records/);
    assert.match((await run("import HERE/eps.csv")).out, /Imported epsTable: 0 /);
    writeFileSync(join(folder, "page.csv"), "<!doctype html><html></html>\n");
    assert.match((await run("import HERE/page.csv --as IWM")).err, /page\.csv: expected CSV or JSON; received an HTML or XML page/);
    assert.match((await run("import HERE/305.json --as IWM --dates sideways")).err, /--dates: expected ymd, mdy, dmy; received sideways/);
  });
});

test("a total return is said only where one source tells it whole", async () => {
  await inStore(async ({ run, folder }) => {
    writeFileSync(
      join(folder, "a.csv"),
      `date,close,adj_close\n${SESSIONS.map((session, k) => `${toDay(session)},${closeOf(k)},${(Number(closeOf(k)) * 0.9).toFixed(3)}\n`).join("")}`,
    );
    await run("import HERE/a.csv --as IWM");
    assert.equal((await run("records IWM --basis total-return --figures store")).code, 0);
    await run("export IWM --personal --out HERE/out.csv");
    assert.match(readFileSync(join(folder, "out.csv"), "utf8"), /^symbol,source,unit,rights,date,close,total_return\nIWM,import:IWM,USD,personal,2019-01-02,/);
    assert.match((await run("export IWM BTC --personal --out HERE/out2.csv")).out, /Not held: BTC\./);
    assert.match((await run("export BTC --personal --out HERE/out3.csv")).err, /expected bars of BTC; the store holds none/);
    assert.match((await run("export IWM --personal --out HERE/no/such/folder.csv")).err, /no\/such\/folder\.csv: cannot be written/);
  });
});

test("a file of another market is refused before it restates one, a second venue is held against the first, and a re-adjusted history is taken", async () => {
  await inStore(async ({ run, folder }) => {
    const write = (name: string, of: (k: number) => number) =>
      writeFileSync(join(folder, name), `date,close\n${SESSIONS.map((session, k) => `${toDay(session)},${of(k).toFixed(3)}\n`).join("")}`);
    write("iwm.csv", (k) => Number(closeOf(k)));
    write("spy.csv", (k) => 270 + 5 * Math.cos(k / 5));
    write("split.csv", (k) => Number(closeOf(k)) / 4);
    await run("import HERE/iwm.csv --as IWM");
    const wrong = await run("import HERE/spy.csv --as IWM");
    assert.deepEqual([wrong.code, wrong.out], [3, ""]);
    assert.match(
      wrong.err,
      /spy\.csv: expected the market whose 32 sessions are held; received others in 32 of them, as of another market or venue: --source .* --restate /,
    );
    assert.deepEqual(JSON.parse((await run("import HERE/iwm.csv --as IWM --json")).out).restated, 0, "nothing of the wrong file is held");
    const split = JSON.parse((await run("import HERE/split.csv --as IWM --json")).out);
    assert.deepEqual([split.restated, split.quarantined, split.notes], [32, 0, ["the history was re-adjusted by a factor of 0.2500"]]);
    assert.equal(JSON.parse((await run("import HERE/spy.csv --as IWM --restate --json")).out).restated, 32);
    const second = await run("import HERE/iwm.csv --as BTC --source nowhere");
    assert.match(second.err, /expected a source of BTC \(coinbase:BTC-USD, bitstamp:btcusd, .*\); received --source nowhere/);
    await run("import HERE/iwm.csv --as BTC --source coinbase");
    write("off.csv", (k) => Number(closeOf(k)) * (k === 20 ? 1.04 : 1.0002));
    await run("import HERE/off.csv --as BTC --source bitstamp");
    const { bars } = JSON.parse((await run("quarantine BTC --json")).out);
    assert.deepEqual([...new Set(bars.map(({ session }: { session: string }) => session))], [toDay(SESSIONS[20]!)], "the two venues differ on one day only");
    assert.ok(bars.some(({ reason }: { reason: string }) => reason.includes("coinbase:BTC-USD")));
  });
});

test("a hole in the leader's history is said, since a record in it is not seen", async () => {
  await inStore(async ({ run, folder }) => {
    writeFileSync(join(folder, "iwm.csv"), csv(SESSIONS.filter((_, k) => k < 10 || k > 14)));
    writeFileSync(join(folder, "btc.csv"), `date,close\n${SESSIONS.map((session, k) => `${toDay(session)},${closeOf(k)}\n`).join("")}`);
    await run("import HERE/iwm.csv --as IWM");
    await run("import HERE/btc.csv --as BTC");
    const { notKnown } = JSON.parse((await run("--figures store --json")).out);
    const gaps = notKnown.filter(({ kind }: { kind: string }) => kind === "gaps");
    assert.deepEqual(gaps[0], {
      kind: "gaps",
      market: "IWM",
      day: toDay(SESSIONS[14]!),
      reason: "5 sessions of its calendar within the history held have no value",
    });
    assert.equal(gaps[1]?.market, "BTC", "a market around the clock has sessions at weekends");
    assert.match(
      (await run("--figures store")).files["lockstep-out/note.md"] ?? "",
      /What IWM did on some days, .*5 sessions of its calendar .* A record on one of these days is not seen/,
    );
    const doctor = JSON.parse((await run("doctor --offline --json")).out);
    assert.equal(doctor.store.series.find(({ symbol }: { symbol: string }) => symbol === "IWM").missing, 5);
  });
});

test("the groups and markets that are known are listed", async () => {
  await inStore(async ({ run }) => {
    const { code, out } = await run("group list");
    assert.equal(code, 0);
    assert.match(out, /small-caps-and-bitcoin {2}IWM, SPY, DIA, QQQ, GLD, SLV, BTC\n/);
    assert.match(out, /ETH +ether +coinbase:ETH-USD, bitstamp:ethusd, kraken:ETHUSD\n/);
  });
});
