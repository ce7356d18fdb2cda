// What the store costs: thousands of invented instruments imported from Parquet and CSV, one series, and the running maximum and drawdown of
// all, beside the database's own SQL for the same question. The machine's caches are warm for both, and each question is asked of both in turn.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { importFile } from "../src/intake/index.ts";
import { dayNumber, sessionsBetween } from "../src/market/index.ts";
import { drawdowns } from "../src/num/index.ts";
import { eachHeld, heldBars, openStore, type Store, seriesId } from "../src/store/index.ts";

const SUBJECT = { kind: "stock", calendar: "XNYS", close: { time: "16:00", zone: "America/New_York" } } as const;

/** Measures and prints one table. */
export async function storeBench(instruments: number, days: number, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-store-"));
  try {
    const files = { Parquet: join(folder, "bars.parquet"), CSV: join(folder, "bars.csv") };
    const bars = await invent(files, instruments, days);
    print(
      `\n${instruments.toLocaleString("en")} invented instruments, ${bars.toLocaleString("en")} closes; ${sizeOf(files.Parquet)} as Parquet, ${sizeOf(files.CSV)} as CSV\n`,
    );
    print("| question | Lockstep, s | DuckDB's own SQL, s |\n| --- | ---: | ---: |");
    const stores: Store[] = [];
    let plain = "";
    for (const [format, path] of Object.entries(files)) {
      const store = await openStore(join(folder, `${format}.duckdb`));
      stores.push(store);
      const ask = { path, subject: SUBJECT, unit: "USD", now: Date.UTC(2026, 10, 22) };
      const own = await seconds(() => importFile(store, ask));
      plain = join(folder, `plain-${format}.duckdb`);
      const sql = await seconds(() => inDatabase(plain, (run) => run(`create table bars as select symbol, date, close from '${path}' order by symbol, date`)));
      print(`| import from ${format}, with the gate; the table alone by SQL | ${own.toFixed(1)} | ${sql.toFixed(1)} |`);
    }
    const [store] = stores as [Store];
    const one = await median(15, () => store.read(async (sql) => heldBars(sql, (await seriesId(sql, { source: "import", symbol: "I00077" }))!)));
    const sqlOne = await inDatabase(plain, (run) => median(15, () => run("select date, close from bars where symbol = 'I00077' order by date")));
    print(`| one series | ${one.toFixed(4)} | ${sqlOne.toFixed(4)} |`);
    let deepest = 0;
    const all = await seconds(() =>
      store.read((sql) =>
        eachHeld(sql, { first: 1, last: instruments }, ({ bars: { columns } }) => {
          for (const below of drawdowns(columns.close!)) if (below < deepest) deepest = below;
        }),
      ),
    );
    const window = "select symbol, close, max(close) over (partition by symbol order by date) as top from bars";
    const sqlAll = await seconds(() => inDatabase(plain, (run) => run(`select min(close / top - 1) from (${window})`)));
    print(`| running maximum and drawdown of all | ${all.toFixed(1)} | ${sqlAll.toFixed(1)} |`);
    print(`| file | ${sizeOf(store.path)} | ${sizeOf(plain)} |`);
    print(`\nDeepest drawdown ${deepest.toFixed(4)}; peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
    for (const each of stores) await each.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Random walks whose steps are a hash of instrument and day: the same every time, made where they are written. */
async function invent({ Parquet, CSV }: { Parquet: string; CSV: string }, instruments: number, days: number): Promise<number> {
  const sessions = sessionsBetween("XNYS", dayNumber("1993-01-04"), dayNumber("2026-11-20")).slice(-days);
  const calendar = `select date '1970-01-01' + unnest([${sessions.join(", ")}]) as d`;
  const step = "((hash(i, d) % 1000003) / 1000003.0 - 0.5) * 0.05 + 0.0002";
  const walk = `select 'I' || lpad(i::varchar, 5, '0') as symbol, d as date, round(100 * exp(sum(${step}) over (partition by i order by d)), 4) as close from range(1, ${instruments + 1}) t(i), (${calendar})`;
  return inDatabase(":memory:", async (run) => {
    await run(`copy (${walk} order by symbol, date) to '${Parquet}' (format parquet, compression zstd)`);
    await run(`copy (select * from '${Parquet}') to '${CSV}' (format csv, header)`);
    return instruments * days;
  });
}

async function inDatabase<T>(path: string, work: (run: (sql: string) => Promise<unknown>) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    return await work((sql) => connection.runAndReadAll(sql));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await seconds(work));
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

function sizeOf(path: string): string {
  return `${(statSync(path).size / 1024 / 1024).toFixed(0)} MB`;
}
