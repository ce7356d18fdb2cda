import { DuckDBDateValue, DuckDBTimestampValue } from "@duckdb/node-api";
import { type Day, dayNumber, type Fact } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import { asKnown } from "./heldBars.ts";
import type { Sql } from "./store.ts";

/** A fact with its source and the instant from which it was known. */
export interface HeldFact extends Fact {
  source: string;
  knownAt: number; // ms since 1970 UTC
}

/** Takes facts in, inside a transaction; one that says nothing new is left out. Returns how many were new and how many restated. */
export async function takeInFacts(sql: Sql, source: string, facts: readonly Fact[], { batch, at }: Batch): Promise<{ fresh: number; restated: number }> {
  const counts = { fresh: 0, restated: 0 };
  if (facts.length === 0) return counts;
  const found = await sql.rows("select kind, id, arg_max(fields, batch) from facts where source = $1 group by kind, id", [source]);
  const held = new Map(found.map(([kind, id, fields]) => [`${String(kind)} ${String(id)}`, String(fields)]));
  const appender = await sql.connection.createAppender("facts");
  for (const { kind, id, day, fields } of facts) {
    const text = JSON.stringify(fields);
    const before = held.get(`${kind} ${id}`);
    if (before === text) continue;
    held.set(`${kind} ${id}`, text);
    counts[before === undefined ? "fresh" : "restated"]++;
    for (const word of [source, kind, id]) appender.appendVarchar(word);
    appender.appendDate(new DuckDBDateValue(dayNumber(day)));
    appender.appendVarchar(text);
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(at) * 1000n));
    appender.appendInteger(batch);
    appender.endRow();
  }
  appender.closeSync();
  return counts;
}

/** The facts of a kind as they were known at an instant (default: now), by day and id. */
export async function heldFacts(sql: Sql, kind: string, { knownAt }: { knownAt?: number | undefined } = {}): Promise<HeldFact[]> {
  const until = await asKnown(sql, knownAt);
  const found = await sql.rows(
    `select source, id, strftime(day, '%Y-%m-%d'), fields, epoch_ms(known_at) from facts where kind = $1 ${until}
     qualify row_number() over (partition by source, id order by batch desc) = 1 order by day, source, id`,
    [kind],
  );
  return found.map(([source, id, day, fields, at]) => ({
    kind,
    source: String(source),
    id: String(id),
    day: day as Day,
    fields: JSON.parse(String(fields)) as Fact["fields"],
    knownAt: Number(at),
  }));
}
