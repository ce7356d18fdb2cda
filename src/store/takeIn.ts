import { BAR_FIELDS, type BarRow, Problem, toDay } from "../market/index.ts";
import { appendFigures } from "./appendFigures.ts";
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
    appendFigures(appender, (field) => row[field]);
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

/**
 * Adds to the observations what `incoming` says that is not held yet, and tells by series what that was.
 *
 * @throws Problem (data) when a session comes twice in a series of which something is held already; of a new series that is for the caller to see
 */
export async function keepChanges(sql: Sql, { batch }: Batch): Promise<Taken[]> {
  const [[held] = []] = await sql.rows("select exists(select 1 from observations where series in (select distinct series from incoming))");
  const taken = held === true ? await compared(sql, batch) : await allNew(sql, batch);
  await sql.run("drop table incoming");
  return taken;
}

async function allNew(sql: Sql, batch: number): Promise<Taken[]> {
  await insertFrom(sql, "incoming", batch);
  const counts = await sql.rows("select series, count(*) from incoming group by series order by series");
  return counts.map(([series, fresh]) => ({ series: Number(series), fresh: Number(fresh), restated: 0 }));
}

async function compared(sql: Sql, batch: number): Promise<Taken[]> {
  const [[rows, series, session] = []] = await sql.rows(
    "select count(*), series, session from incoming group by series, session, known_at having count(*) > 1 order by series, session limit 1",
  );
  if (rows !== undefined) throw twice(Number(session), `series ${series}`);
  // Each row against what was known just before it: a vintage of long ago says nothing of today's value.
  await sql.run(`create or replace temp table changes as
    select i.*, c.series is not null as restates
    from incoming i asof left join observations c on c.series = i.series and c.session = date '1970-01-01' + i.session and c.known_at <= epoch_ms(i.known_at)
    where c.series is null or not (${SAME})`);
  await insertFrom(sql, "changes", batch);
  // A session that was not over is completed, not restated; a series without a change is told as well.
  const counts = await sql.rows(
    `with last as (select series, session, arg_max(status, batch) as status from judgements where series in (select distinct series from incoming) group by series, session)
    select series, count(distinct c.session) filter (not restates), count(distinct c.session) filter (restates and coalesce(last.status, 'final') <> 'provisional')
    from (select distinct series from incoming) left join changes c using (series) left join last on last.series = c.series and last.session = date '1970-01-01' + c.session
    group by series order by series`,
  );
  await sql.run("drop table changes");
  return counts.map(([id, fresh, restated]) => ({ series: Number(id), fresh: Number(fresh), restated: Number(restated) }));
}

function insertFrom(sql: Sql, table: string, batch: number): Promise<void> {
  return sql.run(
    `insert into observations select series, date '1970-01-01' + session, ${COLUMNS}, epoch_ms(known_at), $1 from ${table} order by series, session, known_at`,
    [batch],
  );
}

/** What is said of a series of which a session came twice, the first such session named. */
export async function twiceHeld(sql: Sql, series: number, place: string): Promise<Problem> {
  const [[symbol, session] = []] = await sql.rows(
    `select symbol, (session - date '1970-01-01')::integer from observations join (select series, symbol from series) using (series)
     where series = $1 group by symbol, session, known_at having count(*) > 1 order by session limit 1`,
    [series],
  );
  return twice(Number(session), `${place} (${String(symbol)})`);
}

function twice(session: number, place: string): Problem {
  return new Problem("data", `expected each session once; received two rows of ${toDay(session)}`, place);
}
