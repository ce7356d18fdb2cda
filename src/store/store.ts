import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { Problem } from "../market/index.ts";
import { CREATE, TABLES } from "./tables.ts";

/** An open store. One process holds it at a time; within the process, transactions wait for each other. */
export interface Store {
  path: string;
  /** Runs work in one transaction: all of it is kept, or none. */
  transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Reads outside of a transaction. */
  read: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Waits for what is under way, then closes. */
  close: () => Promise<void>;
}

/** What work in a store is done with. */
export interface Sql {
  connection: DuckDBConnection;
  run: (text: string, values?: DuckDBValue[]) => Promise<void>;
  /** Rows as plain values: text, numbers (64-bit whole ones too), booleans, null. */
  rows: (text: string, values?: DuckDBValue[]) => Promise<Cell[][]>;
}

/** A plain value of a row. */
export type Cell = string | number | boolean | null;

const CONFIG = { autoinstall_known_extensions: "false", autoload_known_extensions: "false", allow_community_extensions: "false" };

/**
 * Opens the store at a path, made anew with its folder where there is none. Several processes may read it at a time, when none writes.
 *
 * @param path as {@link storePath} says it; ":memory:" for one that is gone when it is closed
 * @throws Problem (data) when another process holds it, when the file is no store or one of another version, or when it cannot be read or written
 *
 * @example
 * import { openStore } from "lockstep/figures";
 * const store = await openStore(":memory:");
 * await store.read((sql) => sql.rows("select count(*) from observations")); // => [[0]]
 * await store.close();
 */
export async function openStore(path: string, { readOnly = false }: { readOnly?: boolean } = {}): Promise<Store> {
  const instance = await opened(path, readOnly);
  const connection = await instance.connect();
  // What a file says of instants must not hang on where the machine stands.
  await connection.run("set TimeZone = 'UTC'");
  const sql: Sql = {
    connection,
    run: async (text, values) => void (await connection.run(text, values)),
    rows: async (text, values) => (await connection.runAndReadAll(text, values)).getRowsJS().map((row) => row.map(plain)),
  };
  // Work of one process queues: two transactions on one connection would be one.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const store: Store = {
    path,
    read: (work) => inTurn(() => guarded(path, () => work(sql))),
    transaction: (work) =>
      inTurn(() =>
        guarded(path, async () => {
          await sql.run("begin transaction");
          try {
            const result = await work(sql);
            await sql.run("commit");
            return result;
          } catch (error) {
            await sql.run("rollback").catch(() => undefined);
            throw error;
          }
        }),
      ),
    close: async () => {
      await last;
      connection.closeSync();
      instance.closeSync();
    },
  };
  try {
    await prepare(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

async function prepare(store: Store): Promise<void> {
  const names = await store.read((sql) => sql.rows("select table_name from information_schema.tables where table_schema = 'main'"));
  if (names.length === 0) {
    await store.transaction((sql) => sql.run(CREATE));
    return;
  }
  if (!names.some(([name]) => name === "about")) throw new Problem("data", "expected a store of this program; received a database of another one", store.path);
  const [[version] = []] = await store.read((sql) => sql.rows("select tables from about"));
  if (version !== TABLES)
    throw new Problem("data", `expected a store of version ${TABLES}; received version ${version}: export it with the program that wrote it`, store.path);
}

async function opened(path: string, readOnly: boolean): Promise<DuckDBInstance> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return await DuckDBInstance.create(path, readOnly ? { ...CONFIG, access_mode: "READ_ONLY" } : CONFIG);
  } catch (error) {
    throw trouble(path, error);
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error && /^(IO|Out of Memory|TransactionContext|FATAL|INTERNAL|Serialization) Error/i.test(error.message)
      ? trouble(path, error)
      : error;
  }
}

/** What a fault of the database means to its user. */
function trouble(path: string, error: unknown): Problem {
  const words = error instanceof Error ? error.message : String(error);
  const holder = /PID (\d+)/.exec(words)?.[1];
  if (/Could not set lock/.test(words))
    return new Problem("data", `expected the store for itself; another process${holder ? ` (${holder})` : ""} holds it: wait until that has ended`, path);
  if (/not a valid DuckDB database|Corrupt|checksum|Serialization/i.test(words))
    return new Problem(
      "data",
      "expected a store; received a file that is none, or a damaged one: move it away; lockstep fetch, or the import of an export, then makes a new one",
      path,
    );
  if (/No space left|ENOSPC|disk full|Could not write|Could not truncate/i.test(words))
    return new Problem("output", "cannot be written: no space is left on the disk; what was stored before is kept", path);
  return new Problem("data", `cannot be used (${words.split("\n", 1)[0]})`, path);
}

function plain(value: unknown): Cell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  throw new TypeError(`expected a plain value of the store; received ${Object.prototype.toString.call(value)}`);
}
