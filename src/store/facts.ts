import { type Day, dayNumber, type Fact } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import type { Sql } from "./store.ts";

/** A fact with its source and the instant from which it was known. */
export interface HeldFact extends Fact {
  source: string;
  knownAt: number; // ms since 1970 UTC
}

/** Takes facts in, inside a transaction; one that says nothing new is left out. Returns how many were new and how many restated. */
export async function takeInFacts(sql: Sql, source: string, facts: readonly Fact[], { batch, at }: Batch): Promise<{ fresh: number; restated: number }> {
  const counts = { fresh: 0, restated: 0 };
  for (const { kind, id, day, fields } of facts) {
    const text = JSON.stringify(fields);
    const [[held] = []] = await sql.rows("select arg_max(fields, batch) from facts where source = $1 and kind = $2 and id = $3", [source, kind, id]);
    if (held === text) continue;
    counts[held === null || held === undefined ? "fresh" : "restated"]++;
    await sql.run("insert into facts values ($1, $2, $3, date '1970-01-01' + $4::integer, $5, epoch_ms($6::bigint), $7)", [
      source,
      kind,
      id,
      dayNumber(day),
      text,
      BigInt(at),
      batch,
    ]);
  }
  return counts;
}

/** The facts of a kind as they were known at an instant (default: now), by day and id. */
export async function heldFacts(sql: Sql, kind: string, { knownAt }: { knownAt?: number | undefined } = {}): Promise<HeldFact[]> {
  const until = knownAt === undefined ? "" : `and known_at <= epoch_ms(${Math.floor(knownAt)}::bigint)`;
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
