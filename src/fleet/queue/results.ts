import type { Pool } from "pg";
import type { MarketBars, ScanDefinition, Universe } from "../../scan/index.ts";
import { sha256 } from "../resultFile.ts";
import { bytesOf, closesBytes } from "../universeDigest.ts";
import { type PatienceOptions, patience } from "./patience.ts";
import { postgresPool } from "./postgresPool.ts";

/** A scan that workers take part in. */
export interface HeldScan {
  definition: ScanDefinition;
  universe: string; // digest
  name: string; // of the universe
}

/** A result as it came from the database: it holds when its digest does. */
export interface HeldResult {
  job: string; // "block-00007"
  body: Uint8Array;
  holds: boolean;
}

/** The results of scans, their definitions and their bars, in PostgreSQL. Every call waits for a database that is away. */
export interface Results {
  putScan(scan: string, held: HeldScan): Promise<void>;
  /** The scan of an id; undefined where there is none. */
  scan(scan: string): Promise<HeldScan | undefined>;
  /** Puts the bars of a universe there, unless they are. */
  putBars(digest: string, universe: Universe): Promise<void>;
  /** The markets of a universe in their order; undefined where they are not all there. */
  bars(digest: string): Promise<MarketBars[] | undefined>;
  has(scan: string, job: string): Promise<boolean>;
  /** Puts a result there, unless there is one. */
  put(scan: string, job: string, body: Uint8Array): Promise<void>;
  /** Some of the results of these jobs that are there. */
  some(scan: string, jobs: readonly string[]): Promise<HeldResult[]>;
  /** Takes away a result that does not hold. */
  drop(scan: string, job: string): Promise<void>;
  close(): Promise<void>;
}

const TABLES = `
create table if not exists lockstep_scans (scan text primary key, definition jsonb not null, universe text not null, name text not null, made_at timestamptz not null default now());
create table if not exists lockstep_scan_results (scan text, job text, sha256 text not null, body bytea not null, primary key (scan, job));
create table if not exists lockstep_scan_bars (universe text, ordinal int, id text not null, sessions bytea not null, closes bytea not null, primary key (universe, ordinal));
create table if not exists lockstep_scan_universes (universe text primary key, markets int not null, made_at timestamptz not null default now());`;

// Any number: those who make the tables at the same moment wait for each other.
const TABLES_LOCK = 5_621_739;
const RESULTS_AT_ONCE = 16;
const BARS_AT_ONCE = 100; // markets; 6 MB of 5,000 sessions each

/** The results at an address of PostgreSQL; makes the tables where they are not. */
export async function openResults(address: string, waiting: PatienceOptions): Promise<Results> {
  const postgres = await postgresPool(address);
  const patient = patience(waiting);
  const query = <Row extends object>(text: string, values: unknown[] = []) => patient.ask(async () => (await postgres.pool.query<Row>(text, values)).rows);

  const results: Results = {
    async putScan(scan, { definition, universe, name }) {
      await query("insert into lockstep_scans (scan, definition, universe, name) values ($1, $2, $3, $4) on conflict do nothing", [
        scan,
        JSON.stringify(definition),
        universe,
        name,
      ]);
    },
    async scan(scan) {
      const [row] = await query<HeldScan>("select definition, universe, name from lockstep_scans where scan = $1", [scan]);
      return row;
    },
    async putBars(digest, { markets }) {
      const [there] = await query("select 1 from lockstep_scan_universes where universe = $1", [digest]);
      if (there) return;
      for (let from = 0; from < markets.length; from += BARS_AT_ONCE) {
        const some = markets.slice(from, from + BARS_AT_ONCE);
        const rows = some.map((_, k) => `($1, $${4 * k + 2}, $${4 * k + 3}, $${4 * k + 4}, $${4 * k + 5})`);
        const values = some.flatMap((market, k) => [from + k, market.id, Buffer.from(bytesOf(market.sessions)), Buffer.from(closesBytes(market))]);
        await query(`insert into lockstep_scan_bars (universe, ordinal, id, sessions, closes) values ${rows.join(", ")} on conflict do nothing`, [
          digest,
          ...values,
        ]);
      }
      await query("insert into lockstep_scan_universes (universe, markets) values ($1, $2) on conflict do nothing", [digest, markets.length]);
    },
    async bars(digest) {
      const [there] = await query<{ markets: number }>("select markets from lockstep_scan_universes where universe = $1", [digest]);
      if (!there) return undefined;
      const markets: MarketBars[] = [];
      for (let from = 0; from < there.markets; from += BARS_AT_ONCE) {
        const rows = await query<{ id: string; sessions: Buffer; closes: Buffer }>(
          "select id, sessions, closes from lockstep_scan_bars where universe = $1 and ordinal >= $2 and ordinal < $3 order by ordinal",
          [digest, from, from + BARS_AT_ONCE],
        );
        // Copies: what comes from a socket lies in memory that is not aligned.
        for (const { id, sessions, closes } of rows) {
          markets.push({ id, sessions: new Int32Array(new Uint8Array(sessions).buffer), closes: new Float64Array(new Uint8Array(closes).buffer) });
        }
      }
      return markets;
    },
    async has(scan, job) {
      return (await query("select 1 from lockstep_scan_results where scan = $1 and job = $2", [scan, job])).length > 0;
    },
    async put(scan, job, body) {
      await query("insert into lockstep_scan_results (scan, job, sha256, body) values ($1, $2, $3, $4) on conflict do nothing", [
        scan,
        job,
        sha256(body),
        Buffer.from(bytesOf(body)),
      ]);
    },
    async some(scan, jobs) {
      const rows = await query<{ job: string; sha256: string; body: Buffer }>(
        "select job, sha256, body from lockstep_scan_results where scan = $1 and job = any($2::text[]) limit $3",
        [scan, jobs, RESULTS_AT_ONCE],
      );
      return rows.map(({ job, sha256: expected, body }) => ({ job, body: new Uint8Array(body), holds: sha256(body) === expected }));
    },
    async drop(scan, job) {
      await query("delete from lockstep_scan_results where scan = $1 and job = $2", [scan, job]);
    },
    close: () => postgres.close(),
  };
  try {
    await patient.ask(() => madeTables(postgres.pool));
  } catch (error) {
    await results.close();
    throw error;
  }
  return results;
}

async function madeTables(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [TABLES_LOCK]);
    await client.query(TABLES);
    await client.query("commit");
  } finally {
    // Whatever state it is in, it is not used again.
    client.release(true);
  }
}
