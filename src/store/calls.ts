import type { Sql } from "./store.ts";

/** What became of a request, or of a fetch of several. */
export interface Call {
  at: number; // ms since 1970 UTC
  outcome: string; // "ok", "rateLimited"
  notBefore: number | null; // ms since 1970 UTC
}

const LONGEST = 86_400_000; // ms; no budget looks further back than a day

/** Notes the requests that a source has had, and how the last of them ended. */
export async function noteCalls(sql: Sql, source: string, calls: readonly Call[], batch: number): Promise<void> {
  for (const { at, outcome, notBefore } of calls) {
    await sql.run("insert into calls values ($1, epoch_ms($2::bigint), $3, epoch_ms($4::bigint), $5)", [
      source,
      BigInt(Math.floor(at)),
      outcome,
      notBefore === null ? null : BigInt(Math.floor(notBefore)),
      batch,
    ]);
  }
}

/** The requests of the last day of a source, ascending. */
export async function recentCalls(sql: Sql, source: string, now: number): Promise<Call[]> {
  const found = await sql.rows(
    "select epoch_ms(asked_at), outcome, epoch_ms(not_before) from calls where source = $1 and asked_at > epoch_ms($2::bigint) order by asked_at",
    [source, BigInt(Math.floor(now - LONGEST))],
  );
  return found.map(([at, outcome, notBefore]) => ({ at: Number(at), outcome: String(outcome), notBefore: notBefore === null ? null : Number(notBefore) }));
}

/** When a source last answered with figures; undefined when it never did. */
export async function lastSuccess(sql: Sql, source: string): Promise<number | undefined> {
  const [[at] = []] = await sql.rows("select epoch_ms(max(asked_at)) from calls where source = $1 and outcome = 'ok'", [source]);
  return at === null || at === undefined ? undefined : Number(at);
}
