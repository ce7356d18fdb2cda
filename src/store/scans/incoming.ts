import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, type DuckDBType, INTEGER, VARCHAR } from "@duckdb/node-api";
import type { ScanResult } from "../../scan/scanResult.ts";
import { numbersIn } from "../numbersIn.ts";
import { LEADER_COLUMNS, MARKET_COLUMNS, PAIR_COLUMNS, type ScanColumn } from "./scanColumns.ts";

// As many rows as a chunk of the database holds.
const CHUNK = 2048;

/** Puts a result into temporary tables as plain arrays, row numbers beside them: incoming_pairs, incoming_leaders and incoming_markets. */
export async function incoming(connection: DuckDBConnection, { pairs, leaders, markets }: ScanResult): Promise<void> {
  await fill(connection, "incoming_pairs", PAIR_COLUMNS, pairs);
  await fill(connection, "incoming_leaders", LEADER_COLUMNS, leaders);
  await fill(connection, "incoming_markets", MARKET_COLUMNS, markets, markets.id);
}

/** Takes the temporary tables away. */
export async function withoutIncoming(connection: DuckDBConnection): Promise<void> {
  for (const table of ["pairs", "leaders", "markets"]) await connection.run(`drop table if exists temp.incoming_${table}`);
}

type Values = Int32Array | Float64Array | Uint8Array;

async function fill<T>(connection: DuckDBConnection, table: string, columns: readonly ScanColumn<T>[], from: T, ids?: readonly string[]): Promise<void> {
  const values = columns.map(({ of }) => from[of] as Values);
  const types: DuckDBType[] = values.map((one) => (one instanceof Float64Array ? DOUBLE : INTEGER));
  const names = columns.map(({ name }, k) => `"${name}" ${String(types[k])}`);
  await connection.run(`create or replace temp table ${table} (number integer, ${names.join(", ")}${ids ? ", id varchar" : ""})`);
  const rows = values[0]?.length ?? 0;
  const appender = await connection.createAppender(table, null, "temp");
  const all = [INTEGER, ...types, ...(ids ? [VARCHAR] : [])];
  for (let start = 0; start < rows; start += CHUNK) {
    const end = Math.min(rows, start + CHUNK);
    const chunk = DuckDBDataChunk.create(all, end - start);
    put(
      chunk,
      0,
      Int32Array.from({ length: end - start }, (_, i) => start + i),
    );
    for (const [k, one] of values.entries()) put(chunk, k + 1, one.subarray(start, end));
    if (ids) chunk.setColumnValues(all.length - 1, ids.slice(start, end));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Writes a column whole: cell by cell a million rows would take minutes. */
function put(chunk: DuckDBDataChunk, k: number, values: Values): void {
  const vector = chunk.getColumnVector(k);
  numbersIn(vector).set(values);
  vector.flush();
}
