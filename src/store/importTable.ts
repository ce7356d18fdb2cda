import { type BarField, Problem } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import type { Sql } from "./store.ts";
import { COLUMN } from "./tables.ts";
import { keepChanges, makeIncoming, type Taken } from "./takeIn.ts";
import { text } from "./wholeStore.ts";

/** How a file of bars is read by the database: which of its columns is what. */
export interface TableImport {
  path: string;
  format: "parquet" | "csv";
  source: string; // "import"
  /** The symbol of all rows; undefined when a column says it. */
  symbol?: string | undefined;
  unit: string; // "USD"
  subject: string; // what the figures are of
  /** What each column of the file is, by its name; a column that is absent is left. */
  columns: Readonly<Record<string, BarField | "date" | "symbol">>;
}

/** The columns of a Parquet or CSV file. */
export async function columnsOf(sql: Sql, path: string, format: "parquet" | "csv"): Promise<string[]> {
  try {
    return (await sql.rows(`describe select * from ${reader(path, format)}`)).map(([name]) => String(name));
  } catch (error) {
    throw refused(path, error);
  }
}

/**
 * Takes a file of bars of one market or of thousands into the store, inside a transaction, by the database itself: 50 million rows do not
 * pass through here one by one. Rows that say nothing new are left out.
 *
 * @throws Problem (data) when a cell is no number or no day, when a session comes twice, or when a unit is another than that held
 */
export async function importTable(sql: Sql, { path, format, source, symbol, unit, subject, columns }: TableImport, batch: Batch): Promise<Taken[]> {
  const named = (wanted: string) => Object.entries(columns).find(([, what]) => what === wanted)?.[0];
  const date = named("date");
  if (date === undefined) throw new Problem("data", "expected a column of days; received none", path);
  const symbolColumn = named("symbol");
  const who = symbol === undefined && symbolColumn !== undefined ? `${quoted(symbolColumn)}::varchar` : text(symbol ?? "");
  const fields = Object.entries(columns).filter(([, what]) => what !== "date" && what !== "symbol") as [string, BarField][];
  const day = `try_cast(${quoted(date)} as date)`;
  try {
    await sql.run(`create or replace temp table raw as select ${who} as symbol, ${day} as session, ${fields.map(([name, field]) => `${quoted(name)}::double as ${COLUMN[field]}`).join(", ")}
      from ${reader(path, format)}`);
  } catch (error) {
    throw refused(path, error);
  }
  const [[without] = []] = await sql.rows("select count(*) from raw where session is null or symbol is null or symbol = ''");
  if (Number(without) > 0) throw new Problem("data", `expected a day and a symbol in every row; received ${without} rows without`, path);
  const [[other, held] = []] = await sql.rows(
    "select s.symbol, s.unit from series s where s.source = $1 and s.unit <> $2 and s.symbol in (select distinct symbol from raw) limit 1",
    [source, unit],
  );
  if (other !== undefined) throw new Problem("data", `expected figures of ${other} in ${held}, as those held; received ${unit}`, path);
  await sql.run(
    `insert into series select (select coalesce(max(series), 0) from series) + row_number() over (order by symbol), $1, symbol, $2, $3, $4
     from (select distinct symbol from raw) where symbol not in (select symbol from series where source = $1)`,
    [source, unit, subject, batch.batch],
  );
  const names = fields.map(([, field]) => COLUMN[field]);
  const values = names.map((name) => `case when isnan(${name}) then null else ${name} end`).join(", ");
  const from = "raw join (select series, symbol from series where source = $1) using (symbol)";
  const [[known] = []] = await sql.rows(`select exists(select 1 from observations where series in (select series from ${from}))`, [source]);
  if (known !== true) {
    // Nothing to compare with: straight into the store, since a copy of millions of rows is what an import spends its time on.
    await sql.run(
      `insert into observations (series, session, ${names.join(", ")}, known_at, batch) select series, session, ${values}, epoch_ms($2::bigint), $3 from ${from} order by series, session`,
      [source, BigInt(batch.at), batch.batch],
    );
    const counts = await sql.rows(`select series, count(*) from ${from} group by series order by series`, [source]);
    await sql.run("drop table raw");
    return counts.map(([series, fresh]) => ({ series: Number(series), fresh: Number(fresh), restated: 0 }));
  }
  await makeIncoming(sql);
  await sql.run(
    `insert into incoming (series, session, ${names.join(", ")}, known_at) select series, session - date '1970-01-01', ${values}, ${batch.at} from ${from}`,
    [source],
  );
  await sql.run("drop table raw");
  return keepChanges(sql, batch);
}

function reader(path: string, format: "parquet" | "csv"): string {
  return format === "parquet" ? `read_parquet(${text(path)})` : `read_csv(${text(path)}, header = true, strict_mode = true)`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function refused(path: string, error: unknown): Problem {
  const words = (error instanceof Error ? error.message : String(error)).split("\n").find((line) => line.trim() !== "") ?? "";
  return new Problem("data", `expected rows of bars; received something else (${words.replaceAll(path, "the file")})`, path);
}
