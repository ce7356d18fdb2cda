import type { Pool, PoolClient, PoolConfig } from "pg";
import { closed } from "./closed.ts";
import { optionalPackage } from "./optionalPackage.ts";

/** Connections to PostgreSQL that can be let go of even when the server says nothing more. */
export interface PostgresPool {
  pool: Pool;
  close(): Promise<void>;
}

/** A pool of connections to an address; Problem "usage" where the package `pg` is not installed. */
export async function postgresPool(address: string, options: PoolConfig = {}): Promise<PostgresPool> {
  const { default: pg } = await optionalPackage("pg", () => import("pg"));
  const pool = new pg.Pool({ connectionString: address, max: 4, connectionTimeoutMillis: 5_000, query_timeout: 60_000, keepAlive: true, ...options });
  const open = new Set<PoolClient>();
  // Connections that break are replaced, whether they rest or are lent; unheard they would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => open.add(client.on("error", () => {}))).on("remove", (client) => open.delete(client));
  return {
    pool,
    async close() {
      await closed(pool.end());
      // What is still open would keep the process alive.
      for (const client of open) socketOf(client)?.destroy();
    },
  };
}

function socketOf(client: PoolClient): { destroy(): void } | undefined {
  return (client as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream;
}
