import { BAR_FIELDS, type BarRow, Problem, toDay } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import { type NewSeries, seriesIdFor } from "./seriesIds.ts";
import type { Sql } from "./store.ts";
import { COLUMN, COLUMNS } from "./tables.ts";

/** What a batch brought of a series: sessions that were not held, and sessions whose figures are others than those held. */
export interface Taken {
  series: number;
  fresh: number;
  restated: number;
}

const SAME = BAR_FIELDS.map((field) => `i.${COLUMN[field]} is not distinct from c.${COLUMN[field]}`).join(" and ");

/**
 * Takes rows of one series into the store, inside a transaction: those that say nothing new are left out, a restated one is added beside
 * the one that it restates.
 *
 * @throws Problem (data) when the unit is another than that held
 */
export async function takeIn(sql: Sql, { rows, ...own }: NewSeries & { rows: readonly BarRow[] }, batch: Batch): Promise<Taken> {
  const series = await seriesIdFor(sql, own, batch);
  await makeIncoming(sql);
  const appender = await sql.connection.createAppender("incoming", null, "temp");
  for (const row of rows) {
    appender.appendInteger(series);
    appender.appendInteger(row.session);
    for (const field of BAR_FIELDS) {
      const value = row[field];
      if (value === undefined || Number.isNaN(value)) appender.appendNull();
      else appender.appendDouble(value);
    }
    appender.appendBigInt(BigInt(Math.floor(row.knownAt ?? batch.at)));
    appender.endRow();
  }
  appender.closeSync();
  const changes = await keepChanges(sql, batch);
  return changes[0] ?? { series, fresh: 0, restated: 0 };
}

/** The table that a batch is gathered in before it is compared with what is held. */
export async function makeIncoming(sql: Sql): Promise<void> {
  const columns = BAR_FIELDS.map((field) => `${COLUMN[field]} double`).join(", ");
  await sql.run(`create or replace temp table incoming (series integer, session integer, ${columns}, known_at bigint)`);
}

/** Adds to the observations what `incoming` says that is not held yet, and tells by series what that was. */
export async function keepChanges(sql: Sql, { batch }: Batch): Promise<Taken[]> {
  const [[twice, series, session] = []] = await sql.rows(
    "select count(*), series, session from incoming group by series, session, known_at having count(*) > 1 order by series, session limit 1",
  );
  if (twice !== undefined) throw new Problem("data", `expected each session once; received ${twice} rows of ${toDay(Number(session))} (series ${series})`);
  const [[held] = []] = await sql.rows("select exists(select 1 from observations o where o.series in (select distinct series from incoming))");
  // Each row against what was known just before it: a vintage of long ago says nothing of today's value.
  const before = "asof left join observations c on c.series = i.series and c.session = date '1970-01-01' + i.session and c.known_at <= epoch_ms(i.known_at)";
  if (held === true) {
    await sql.run(`create or replace temp table changes as
      select i.*, c.series is not null as restates from incoming i ${before} where c.series is null or not (${SAME})`);
  }
  const changes = held === true ? "changes" : "(select *, false as restates from incoming)";
  await sql.run(
    `insert into observations select series, date '1970-01-01' + session, ${COLUMNS}, epoch_ms(known_at), $1 from ${changes} order by series, session, known_at`,
    [batch],
  );
  const counts = await sql.rows(
    `select series, count(distinct session) filter (not restates), count(distinct session) filter (restates) from ${changes} group by series order by series`,
  );
  await sql.run("drop table incoming; drop table if exists changes");
  return counts.map(([series, fresh, restated]) => ({ series: Number(series), fresh: Number(fresh), restated: Number(restated) }));
}
