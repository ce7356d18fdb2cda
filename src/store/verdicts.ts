import { DuckDBDateValue, DuckDBTimestampValue } from "@duckdb/node-api";
import type { BarStatus } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import type { HeldBars } from "./heldBars.ts";
import type { Sql } from "./store.ts";

/** What is decided of one bar. */
export interface Verdict {
  session: number;
  status: BarStatus;
  reason: string;
}

/**
 * Writes what the gate decides of a series where it differs from what was decided before; a bar without a verdict is final. What was decided
 * by hand of a value that is still held stays.
 *
 * @returns how many bars changed their status
 */
export async function writeVerdicts(sql: Sql, held: HeldBars, verdicts: readonly Verdict[], batch: Batch): Promise<number> {
  const wanted = new Map(verdicts.map((verdict) => [verdict.session, verdict]));
  const changed: Verdict[] = [];
  const { accepted, rejected } = byHand(held);
  const decided = (session: number) => accepted.has(session) || rejected.has(session);
  for (const verdict of verdicts) {
    const before = held.judged.get(verdict.session);
    if (decided(verdict.session)) continue;
    if (before?.status !== verdict.status || before.reason !== verdict.reason) changed.push(verdict);
  }
  for (const [session, { status, by, reason }] of held.judged) {
    if (status !== "final" && !wanted.has(session) && !decided(session))
      changed.push({ session, status: "final", reason: by === "hand" ? "what was decided by hand is of another value" : `no longer so: ${reason}` });
  }
  await writeJudgements(sql, held, changed, "gate", batch);
  return changed.length;
}

/** Writes decisions on bars of a series, as they stand. */
export async function writeJudgements(sql: Sql, held: HeldBars, verdicts: readonly Verdict[], by: "gate" | "hand", { batch, at }: Batch): Promise<void> {
  if (verdicts.length === 0) return;
  const ofBatch = new Map(verdicts.map(({ session }) => [session, held.batches[held.bars.sessions.indexOf(session)]]));
  const appender = await sql.connection.createAppender("judgements");
  for (const { session, status, reason } of verdicts) {
    appender.appendInteger(held.series);
    appender.appendDate(new DuckDBDateValue(session));
    appender.appendVarchar(status);
    appender.appendVarchar(reason);
    appender.appendVarchar(by);
    appender.appendInteger(ofBatch.get(session) ?? batch);
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(at) * 1000n));
    appender.appendInteger(batch);
    appender.endRow();
  }
  appender.closeSync();
}

/** The sessions that were decided by hand, for the value that is held: accepted ones and rejected ones. */
export function byHand({ bars, batches, judged }: HeldBars): { accepted: Set<number>; rejected: Set<number> } {
  const accepted = new Set<number>();
  const rejected = new Set<number>();
  for (let i = 0; i < bars.sessions.length; i++) {
    const session = bars.sessions[i]!;
    const decided = judged.get(session);
    if (decided?.by !== "hand" || decided.ofBatch !== batches[i]) continue;
    (decided.status === "final" ? accepted : rejected).add(session);
  }
  return { accepted, rejected };
}
