import type { Sql } from "../store.ts";
import { declared, LEADER_COLUMNS, MARKET_COLUMNS, PAIR_COLUMNS } from "./scanColumns.ts";

/**
 * The tables of scans stand beside those of the store and are made when the first scan is kept. A scan follows from figures and definition, so
 * that it is replaced, and no part of an export.
 */
export async function makeScanTables(sql: Sql): Promise<void> {
  await sql.run(`create table if not exists scan_runs (run integer not null, scan varchar not null, kept_at timestamp not null, summary varchar not null)`);
  await sql.run(`create table if not exists scan_markets (scan varchar not null, market integer not null, id varchar not null, ${declared(MARKET_COLUMNS)})`);
  await sql.run(`create table if not exists scan_pairs (scan varchar not null, rank integer not null, ${declared(PAIR_COLUMNS)})`);
  await sql.run(`create table if not exists scan_leaders (scan varchar not null, rank integer not null, ${declared(LEADER_COLUMNS)})`);
}

/** Whether a store holds tables of scans. */
export async function hasScanTables(sql: Sql): Promise<boolean> {
  const [[held] = []] = await sql.rows("select count(*) from information_schema.tables where table_schema = 'main' and table_name = 'scan_runs'");
  return held === 1;
}
