import { Problem } from "../market/index.ts";
import type { Sql } from "./store.ts";

/** One write to the store: its number, and the instant at which it became known. */
export interface Batch {
  batch: number;
  at: number; // ms since 1970 UTC
}

const AHEAD = 86_400_000; // ms

/**
 * Begins a batch inside a transaction. Instants ascend even when the clock does not: what came later must not look earlier.
 */
export async function newBatch(sql: Sql, { now, what, detail }: { now: number; what: "fetch" | "import" | "decision"; detail: string }): Promise<Batch> {
  const [[last = 0, at = 0] = []] = await sql.rows("select coalesce(max(batch), 0), coalesce(epoch_ms(max(made_at)), 0) from batches");
  // A batch written by a clock that ran ahead would put all later ones into its future.
  if (Number(at) - now > AHEAD) {
    throw new Problem(
      "data",
      `expected a clock that stands after the last batch, ${new Date(Number(at)).toISOString()}; received ${new Date(now).toISOString()}`,
      "the store",
    );
  }
  const batch = { batch: Number(last) + 1, at: Math.max(now, Number(at) + 1) };
  await sql.run("insert into batches values ($1, epoch_ms($2::bigint), $3, $4)", [batch.batch, BigInt(batch.at), what, detail]);
  return batch;
}

/** The instant of the last write, ms since 1970 UTC: what was known then is all that is held; undefined in an empty store. */
export async function lastInstant(sql: Sql): Promise<number | undefined> {
  const [[instant = null] = []] = await sql.rows("select epoch_ms(max(made_at)) from batches");
  return instant === null ? undefined : Number(instant);
}
