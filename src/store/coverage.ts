import { type Day, dayNumber } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import type { SeriesKey } from "./seriesIds.ts";
import type { Sql } from "./store.ts";

/** Notes that a source has said all that it has of a series from a day to a day. */
export async function noteCoverage(
  sql: Sql,
  { source, symbol }: SeriesKey,
  { from, to }: { from: Day; to: Day },
  { batch }: Pick<Batch, "batch">,
): Promise<void> {
  await sql.run("insert into coverage values ($1, $2, date '1970-01-01' + $3::integer, date '1970-01-01' + $4::integer, $5)", [
    source,
    symbol,
    dayNumber(from),
    dayNumber(to),
    batch,
  ]);
}

/**
 * Up to which day a series has been read without a hole since a day; undefined when that day itself has not been read. A session that the
 * source does not have is no hole: it was asked for.
 */
export async function coveredSince(sql: Sql, { source, symbol }: SeriesKey, from: Day): Promise<number | undefined> {
  const spans = await sql.rows(
    "select (from_day - date '1970-01-01')::integer as a, (to_day - date '1970-01-01')::integer as b from coverage where source = $1 and symbol = $2 order by a, b desc",
    [source, symbol],
  );
  let reached = dayNumber(from) - 1;
  for (const [a, b] of spans) if (Number(a) <= reached + 1) reached = Math.max(reached, Number(b));
  return reached < dayNumber(from) ? undefined : reached;
}
