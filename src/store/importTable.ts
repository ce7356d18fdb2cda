import { type BarField, Problem } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import { sqlText } from "./sqlText.ts";
import type { Sql } from "./store.ts";
import { COLUMN } from "./tables.ts";
import { keepChanges, makeIncoming, type Taken } from "./takeIn.ts";

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
export async function importTable(
  sql: Sql,
  { path, format, source, symbol, unit, subject, columns }: TableImport,
  batch: Batch,
): Promise<{ taken: Taken[]; symbols: string[] }> {
  const named = (wanted: string) => Object.entries(columns).find(([, what]) => what === wanted)?.[0];
  const date = named("date");
  if (date === undefined) throw new Problem("data", "expected a column of days; received none", path);
  const symbolColumn = named("symbol");
  const who = symbolColumn === undefined ? sqlText(symbol ?? "") : `${quoted(symbolColumn)}::varchar`;
  const fields = Object.entries(columns).filter(([, what]) => what !== "date" && what !== "symbol") as [string, BarField][];
  const day = dayOf(await typeOf(sql, path, format, date), quoted(date));
  try {
    await sql.run(`create or replace temp table raw as select ${who} as symbol, ${day} as session, ${fields.map(([name, field]) => `${quoted(name)}::double as ${COLUMN[field]}`).join(", ")}
      from ${reader(path, format, date)}`);
  } catch (error) {
    throw refused(path, error);
  }
  const [[without] = []] = await sql.rows("select count(*) from raw where session is null or symbol is null or symbol = ''");
  if (Number(without) > 0) throw new Problem("data", `expected a day like 2025-12-11 and a symbol in every row; received ${without} rows without`, path);
  const symbols = (await sql.rows("select distinct symbol from raw order by symbol")).map(([one]) => String(one));
  if (symbol !== undefined) {
    if (symbols.length > 1)
      throw new Problem(
        "data",
        `expected bars of one market; received ${symbols.length} (${symbols.slice(0, 5).join(", ")}): --each imports all of them`,
        path,
      );
    await sql.run("update raw set symbol = $1", [symbol]);
  }
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
    return { taken: counts.map(([series, fresh]) => ({ series: Number(series), fresh: Number(fresh), restated: 0 })), symbols };
  }
  await makeIncoming(sql);
  await sql.run(
    `insert into incoming (series, session, ${names.join(", ")}, known_at) select series, session - date '1970-01-01', ${values}, ${batch.at} from ${from}`,
    [source],
  );
  await sql.run("drop table raw");
  return { taken: await keepChanges(sql, batch), symbols };
}

/** A file as the database reads it: one file and no pattern, its own columns and none from the names of folders, days as they are written. */
function reader(path: string, format: "parquet" | "csv", date?: string): string {
  if (/[*?[\]{}]/.test(path)) throw new Problem("usage", "expected the name of one file, without * ? [ ] { }; received a pattern", path);
  if (format === "parquet") return `read_parquet(${sqlText(path)}, hive_partitioning = false)`;
  const types = date === undefined ? "" : `, types = {${sqlText(date)}: 'VARCHAR'}`;
  return `read_csv(${sqlText(path)}, header = true, strict_mode = true, hive_partitioning = false${types})`;
}

async function typeOf(sql: Sql, path: string, format: "parquet" | "csv", column: string): Promise<string> {
  const found = await sql.rows(`describe select ${quoted(column)} from ${reader(path, format, column)}`);
  return String(found[0]?.[1]);
}

/** A cell as a day, NULL where it is none: days and midnights as they are, text only as 2025-12-11, with or without a midnight. */
function dayOf(type: string, column: string): string {
  if (type === "VARCHAR")
    return `case when regexp_full_match(${column}, '\\d{4}-\\d{2}-\\d{2}([T ]00:00(:00(\\.0+)?)?(Z|[+-]00:?00)?)?') then try_cast(left(${column}, 10) as date) end`;
  if (type.startsWith("TIMESTAMP")) return `case when ${column}::timestamp = date_trunc('day', ${column}::timestamp) then ${column}::date end`;
  return type === "DATE" ? column : "null::date";
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function refused(path: string, error: unknown): Problem {
  const words = (error instanceof Error ? error.message : String(error)).split("\n").find((line) => line.trim() !== "") ?? "";
  return new Problem("data", `expected rows of bars; received something else (${words.replaceAll(path, "the file")})`, path);
}
