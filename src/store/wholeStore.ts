import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Problem } from "../market/index.ts";
import { sqlText } from "./sqlText.ts";
import type { Sql, Store } from "./store.ts";
import { TABLES } from "./tables.ts";
import { written } from "./written.ts";

/** The tables of a store that an export holds, each with the column that says whose figures a row is; null = the program's own. */
const EXPORTED: Readonly<Record<string, string | null>> = {
  batches: null,
  series: "source",
  observations: "series",
  judgements: "series",
  facts: "source",
  coverage: "source",
  answers: "source",
  calls: null,
};

/** How files of an export are written. */
export type ExportFormat = "parquet" | "csv";

/** What an export holds. */
export interface Exported {
  tables: Record<string, number>; // rows by table
  left: string[]; // sources that were left out
}

/** How a store is exported, and what of it. */
export interface ExportAsk {
  format: ExportFormat;
  /** Whether a series may be passed on. */
  allowed: (source: string, symbol: string) => boolean;
  /** Whether all that a source says may be passed on: its records and its answers do not say of which series they are. */
  whole: (source: string) => boolean;
}

const MANIFEST = "lockstep-export.json";

/**
 * Writes the whole store into a folder, a file for each table: everything that was ever known, with the answers it came from, so that a
 * store made from it is the same. Sources that may not be passed on are left out.
 *
 * The folder appears when it is complete, or not at all.
 *
 * @throws Problem (usage) when the folder exists; Problem (output) when it cannot be written
 */
export async function exportStore(store: Store, folder: string, { format, allowed, whole }: ExportAsk): Promise<Exported> {
  if (existsSync(folder)) throw new Problem("usage", "expected a folder that is not there yet; received one that is", folder);
  const pending = `${resolve(folder)}.${process.pid}`;
  try {
    mkdirSync(pending, { recursive: true });
    const exported = await store.read((sql) => writeTables(sql, pending, { format, allowed, whole }));
    writeFileSync(join(pending, MANIFEST), `${JSON.stringify({ tables: TABLES, format, rows: exported.tables, left: exported.left }, null, 2)}\n`, {
      flush: true,
    });
    renameSync(pending, folder);
    return exported;
  } catch (error) {
    rmSync(pending, { recursive: true, force: true });
    if (error instanceof Problem) throw error;
    throw new Problem("output", `cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`, folder);
  }
}

async function writeTables(sql: Sql, folder: string, { format, allowed, whole }: ExportAsk): Promise<Exported> {
  const all = await sql.rows("select series, source, symbol from series");
  const kept = all.filter(([, source, symbol]) => allowed(String(source), String(symbol)));
  const sources = [
    ...new Set((await sql.rows("select source from series union select source from facts union select source from answers")).map(([source]) => String(source))),
  ];
  const open = sources.filter((source) => whole(source) && all.every(([id, own]) => own !== source || kept.some(([one]) => one === id)));
  const among = { series: kept.map(([id]) => Number(id)), source: open };
  const rows: Record<string, number> = {};
  for (const [table, by] of Object.entries(EXPORTED)) {
    const where =
      by === null
        ? ""
        : by === "series" || table === "series"
          ? `where series in (${among.series.join(", ") || "null"})`
          : `where source in (${among.source.map(sqlText).join(", ") || "null"})`;
    const options = formatOf(table, format) === "parquet" ? "format parquet, compression zstd" : "format csv, header, nullstr '\\N', force_quote *";
    await written(folder, () => sql.run(`copy (select * from ${table} ${where} order by all) to ${sqlText(join(folder, fileOf(table, format)))} (${options})`));
    const [[count] = []] = await sql.rows(`select count(*) from ${table} ${where}`);
    rows[table] = Number(count);
  }
  const left = all.filter((one) => !kept.includes(one)).map(([, source, symbol]) => `${source}:${symbol}`);
  return { tables: rows, left };
}

/** Whether a path is a folder that an export wrote. */
export function isExport(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory() && existsSync(join(path, MANIFEST));
}

/**
 * Fills an empty store from an export: all of it, or nothing.
 *
 * @throws Problem (data) when the store holds something already, or the export is of another version or not complete
 */
export async function restoreStore(store: Store, folder: string): Promise<Record<string, number>> {
  if (/[*?[\]{}]/.test(folder)) throw new Problem("usage", "expected the name of a folder, without * ? [ ] { }; received a pattern", folder);
  const { tables, format, rows } = manifestOf(folder);
  if (tables !== TABLES) throw new Problem("data", `expected an export of version ${TABLES}; received version ${String(tables)}`, folder);
  return store.transaction(async (sql) => {
    const [[batches] = []] = await sql.rows("select count(*) from batches");
    if (batches !== 0)
      throw new Problem("data", `expected an empty store to restore into, since what it knew would change; received one with ${batches} batches`, store.path);
    const names = Object.keys(EXPORTED);
    if (Object.keys(rows).sort().join() !== names.toSorted().join()) {
      throw new Problem("data", `expected the tables ${names.join(", ")}; received ${Object.keys(rows).join(", ") || "none"}`, folder);
    }
    for (const [table, expected] of Object.entries(rows)) {
      const path = join(folder, fileOf(table, format));
      if (!existsSync(path)) throw new Problem("data", `expected ${fileOf(table, format)}; received an export without it`, folder);
      await restoreTable(sql, table, path, formatOf(table, format));
      const [[held] = []] = await sql.rows(`select count(*) from ${table}`);
      if (held !== expected) throw new Problem("data", `expected ${expected} rows; received ${held} (truncated?)`, path);
    }
    return rows;
  });
}

/** Answers are compressed bytes, which are no text: they go into Parquet whatever the rest does. */
function formatOf(table: string, format: ExportFormat): ExportFormat {
  return table === "answers" ? "parquet" : format;
}

function fileOf(table: string, format: ExportFormat): string {
  return `${table}.${formatOf(table, format)}`;
}

async function restoreTable(sql: Sql, table: string, path: string, format: ExportFormat): Promise<void> {
  const columns = await sql.rows("select column_name, data_type from information_schema.columns where table_name = $1 order by ordinal_position", [table]);
  const types = columns.map(([name, type]) => `${sqlText(String(name))}: ${sqlText(String(type))}`).join(", ");
  const from =
    format === "parquet"
      ? `read_parquet(${sqlText(path)}, hive_partitioning = false)`
      : `read_csv(${sqlText(path)}, header = true, nullstr = '\\N', allow_quoted_nulls = false, hive_partitioning = false, columns = {${types}})`;
  const names = columns.map(([name]) => String(name)).join(", ");
  try {
    await sql.run(`insert into ${table} select ${names} from ${from}`);
  } catch (error) {
    throw new Problem(
      "data",
      `expected the ${table} of an export; received another shape (${error instanceof Error ? error.message.split("\n", 1)[0] : String(error)})`,
      path,
    );
  }
}

function manifestOf(folder: string): { tables: unknown; format: ExportFormat; rows: Record<string, number> } {
  const path = join(folder, MANIFEST);
  try {
    const { tables, format, rows } = JSON.parse(readFileSync(path, "utf8")) as { tables: unknown; format: unknown; rows: unknown };
    if ((format === "parquet" || format === "csv") && typeof rows === "object" && rows !== null)
      return { tables, format, rows: rows as Record<string, number> };
  } catch (error) {
    throw new Problem(
      "data",
      `expected the list of an export; received a file that cannot be read (${error instanceof Error ? error.message : String(error)})`,
      path,
    );
  }
  throw new Problem("data", "expected the list of an export; received another shape", path);
}
