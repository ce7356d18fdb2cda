import { statSync } from "node:fs";
import { type Day, Problem, toDay } from "../market/index.ts";
import { budgetLeft, type Net, nextAllowed, type Rights, SOURCES, type Source } from "../sources/index.ts";
import { lastSuccess, recentCalls, type Sql, type Store } from "../store/index.ts";
import { missingSessions } from "./judgeSeries.ts";
import type { Subject, Target } from "./subject.ts";

/** How a source stands. */
export interface SourceHealth {
  id: string;
  name: string;
  reachable: boolean | null; // null = not tried
  status?: number; // 200; what it answered
  why?: string; // why it could not be reached
  key: "none needed" | "held" | "missing" | "unreadable"; // unreadable: the file of keys may be read by others, or is malformed
  keyName?: string;
  rights: Rights | "by series";
  terms: string;
  lastSuccess: number | null; // ms since 1970 UTC
  nextAllowed: number; // ms since 1970 UTC
  budgetLeft: { requests: number; of: number; within: number }[]; // within: ms
}

/** How a series in the store stands. */
export interface SeriesHealth {
  source: string;
  symbol: string;
  from: Day;
  to: Day;
  bars: number;
  restated: number;
  quarantined: number;
  missing: number | null; // sessions of the calendar without a bar; null where too many series are held to look through them all
}

/** How the program's data stand. */
export interface Health {
  sources: SourceHealth[];
  store: { path: string; bytes: number; batches: number; series: SeriesHealth[] } | null;
  trouble?: string; // why the store cannot be looked at
}

/** What is looked at: the store, where there is one, and the sources, by the symbols that targets have there. */
interface Asked {
  store: Store | undefined;
  net: Net;
  signal: AbortSignal;
  reach: boolean; // whether it is tried if sources answer
  targets: readonly Target[];
}

const PATIENCE = 5000; // ms

/** Looks at every source and at the store. */
export async function health(asked: Asked): Promise<Health> {
  return {
    sources: await Promise.all(SOURCES.map((source) => sourceHealth(source, asked))),
    store: asked.store ? await storeHealth(asked.store) : null,
  };
}

async function sourceHealth(source: Source, { store, net, signal, reach, targets }: Asked): Promise<SourceHealth> {
  const now = net.now();
  const calls = store ? await store.read((sql) => recentCalls(sql, source.id, now)) : [];
  const last = store ? await store.read((sql) => lastSuccess(sql, source.id)) : undefined;
  const starts = calls.map(({ at }) => at);
  const notBefore = Math.max(0, ...calls.map((call) => call.notBefore ?? 0));
  const { key, budget, id, name, terms } = source;
  const rights = new Set(targets.flatMap((target) => target.sources.flatMap((ref) => (ref.source === id ? [source.rights(ref.symbol)] : []))));
  return {
    id,
    name,
    ...(reach ? await reached(source, net, signal) : { reachable: null }),
    key: keyState(source, net),
    ...(key ? { keyName: key.name } : {}),
    rights: rights.size > 1 ? "by series" : ([...rights][0] ?? source.rights("")),
    terms,
    lastSuccess: last ?? null,
    nextAllowed: nextAllowed(budget, starts, { now, notBefore }),
    budgetLeft: budgetLeft(budget, starts, { now }).map((requests, k) => ({ requests, of: budget.limits[k]!.requests, within: budget.limits[k]!.within })),
  };
}

function keyState({ key }: Source, net: Net): SourceHealth["key"] {
  if (!key) return "none needed";
  try {
    return net.key(key.name) === undefined ? (key.required ? "missing" : "none needed") : "held";
  } catch (error) {
    if (error instanceof Problem) return "unreadable";
    throw error;
  }
}

/** Whether anything answers at the source's address; what it answers does not matter, and no key is sent. */
async function reached({ home, headers }: Source, net: Net, signal: AbortSignal): Promise<{ reachable: boolean; status?: number; why?: string }> {
  try {
    const response = await net.fetch(`${home}/`, {
      method: "HEAD",
      redirect: "manual",
      headers: { ...headers },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    await response.body?.cancel();
    return { reachable: true, status: response.status };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
    return {
      reachable: false,
      why: cause?.code ?? (error instanceof Error && error.name === "TimeoutError" ? `no answer within ${PATIENCE / 1000} s` : String(error)),
    };
  }
}

// Beyond that many series a doctor would take longer than anyone waits.
const LOOKED_THROUGH = 300;

async function sessionsHeld(sql: Sql, series: number): Promise<Int32Array> {
  const found = await sql.rows("select distinct (session - date '1970-01-01')::integer as s from observations where series = $1 order by s", [series]);
  return Int32Array.from(found, ([session]) => Number(session));
}

async function storeHealth(store: Store): Promise<NonNullable<Health["store"]>> {
  const bytes = [store.path, `${store.path}.wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  return store.read(async (sql) => {
    const [[batches] = []] = await sql.rows("select count(*) from batches");
    const rows = await sql.rows(
      `with last as (select series, session, arg_max(status, batch) as status from judgements group by series, session),
        waiting as (select series, count(*) filter (status = 'quarantined') as waiting from last group by series),
        held as (select series, min(session) as first, max(session) as last, count(distinct session) as bars, count(*) as rows from observations group by series)
      select series, source, symbol, (first - date '1970-01-01')::integer, (held.last - date '1970-01-01')::integer, bars, rows - bars, coalesce(waiting, 0), subject
      from series join held using (series) left join waiting using (series) order by source, symbol`,
    );
    const series: SeriesHealth[] = [];
    for (const [id, source, symbol, from, to, bars, restated, quarantined, subject] of rows) {
      series.push({
        source: String(source),
        symbol: String(symbol),
        from: toDay(Number(from)),
        to: toDay(Number(to)),
        bars: Number(bars),
        restated: Number(restated),
        quarantined: Number(quarantined),
        missing: rows.length > LOOKED_THROUGH ? null : missingSessions(await sessionsHeld(sql, Number(id)), JSON.parse(String(subject)) as Subject).length,
      });
    }
    return { path: store.path, bytes, batches: Number(batches), series };
  });
}
