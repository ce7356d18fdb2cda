import { type Day, dayNumber, Problem, toDay } from "../market/index.ts";
import { type CallBook, type Net, refText, type Source, SourceFailure, type SourceRef, sourceOf } from "../sources/index.ts";
import { heldSeries, recentCalls, type Store } from "../store/index.ts";
import { dayOf } from "./dayOf.ts";
import { type FetchEvent, type Fetching, fetchSeries, type SeriesFetched } from "./fetchSeries.ts";
import { comparable, IMPORTED, type Target } from "./subject.ts";

/** What became of one target: what was fetched, source by source, and what failed. */
export interface TargetFetched {
  id: string; // "IWM"
  fetched: SeriesFetched[]; // the first is what the target was fetched for, what follows confirms or continues it
  failures: { ref: string; failure: SourceFailure }[];
}

/** What a fetch of several targets goes by. */
export interface FetchAsk {
  targets: readonly Target[];
  source?: string | undefined; // only this one
  from?: Day | undefined;
}

// A source that could not be reached, or refuses, is not asked again for every other market.
const DOWN: ReadonlySet<SourceFailure["why"]> = new Set([
  "timeout",
  "unreachable",
  "server",
  "rateLimited",
  "quota",
  "badKey",
  "noKey",
  "forbidden",
  "page",
  "redirect",
]);

// Enough for a second source to confirm the last sessions of the first.
const CONFIRMING = 40; // days

// How far an earlier history must reach into the one that it precedes, for the two to be compared.
const SHARED = 60; // days

/**
 * Fetches several targets. Sources are asked side by side, each one market after the other and within its own budget, so that a slow one
 * holds up none of the others. Where a source fails, the next that is comparable is asked and the failure is told; where sessions are new,
 * the next source that can be asked is asked for them as well: it confirms them, or disagrees.
 *
 * @param done told as soon as a target is through
 */
export async function fetchTargets(
  { targets, source: only, from }: FetchAsk,
  { store, net, signal, tell }: { store: Store; net: Net; signal: AbortSignal; tell: (event: FetchEvent) => void },
  done: (fetched: TargetFetched) => void,
): Promise<TargetFetched[]> {
  const books = new Map<string, Promise<CallBook>>();
  const down = new Map<string, SourceFailure>();
  const book = (source: Source) => {
    const known = books.get(source.id) ?? bookOf(store, source, net);
    books.set(source.id, known);
    return known;
  };
  const turns = new Map<string, Promise<unknown>>();
  /** One request at a time to each source, however many targets want it. */
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(id) ?? Promise.resolve()).then(work, work);
    turns.set(
      id,
      turn.catch(() => undefined),
    );
    return turn;
  };
  const fetching: Fetching = { store, net, signal, book, tell };
  const to = dayOf(net.now());
  const usable = (ref: SourceRef) => {
    const { key } = sourceOf(ref);
    return !key?.required || net.key(key.name) !== undefined;
  };
  const reaches = (ref: SourceRef, day: Day) =>
    store.read(async (sql) => {
      const last = (await heldSeries(sql, ref))?.bars.sessions.at(-1);
      return last !== undefined && toDay(last) >= day;
    });
  const one = (target: Target, source: Source, symbol: string, asked: { from?: Day | undefined; to?: Day }): Promise<SeriesFetched> =>
    inTurn(source.id, async () => {
      const known = down.get(source.id);
      if (known) throw known;
      try {
        return await fetchSeries({ target, source, symbol, to, ...asked }, fetching);
      } catch (error) {
        if (error instanceof SourceFailure && DOWN.has(error.why)) down.set(source.id, error);
        throw error;
      }
    });
  const results = await Promise.allSettled(
    targets.map(async (target) => {
      const result = await fetchTarget(target, { only, from, usable, reaches }, one);
      done(result);
      return result;
    }),
  );
  // Nobody is left working on the store when its trouble is told.
  const trouble = results.find(({ status }) => status === "rejected");
  if (trouble?.status === "rejected") throw trouble.reason;
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

/** What the sources of a target are chosen by. */
interface Choosing {
  only: string | undefined;
  from: Day | undefined;
  /** Whether a source can be asked to confirm another. */
  usable: (ref: SourceRef) => boolean;
  /** Whether the store holds a series up to a day. */
  reaches: (ref: SourceRef, day: Day) => Promise<boolean>;
}

async function fetchTarget(
  target: Target,
  { only, from, usable, reaches }: Choosing,
  one: (target: Target, source: Source, symbol: string, asked: { from?: Day | undefined; to?: Day }) => Promise<SeriesFetched>,
): Promise<TargetFetched> {
  const result: TargetFetched = { id: target.id, fetched: [], failures: [] };
  // Closes adjusted for dividends as well are another series: such a source is asked when it is named, and confirms nothing.
  const named = target.sources.filter(({ source }) => source !== IMPORTED && (only === undefined ? comparableTo(target, source) : source === only));
  // A source whose key is not held is not asked, unless it is the only one: then its failure says where a key is had.
  const held = named.filter(usable);
  const sources = held.length > 0 ? held : named;
  const attempt = async (ref: { source: string; symbol: string }, asked: { from?: Day | undefined; to?: Day }) => {
    try {
      const fetched = await one(target, sourceOf(ref), ref.symbol, asked);
      result.fetched.push(fetched);
      return fetched;
    } catch (error) {
      const failure = asFailure(error, ref);
      if (!failure) throw error;
      result.failures.push({ ref: refText(ref), failure });
      return undefined;
    }
  };
  let main: SeriesFetched | undefined;
  let next = 0;
  for (; next < sources.length && !main && !stopped(result); next++) main = await attempt(sources[next]!, { from });
  if (main && main.last !== null && (main.fresh > 0 || main.restated > 0 || main.pending)) {
    const since = dayBefore(main.last, CONFIRMING);
    for (; next < sources.length && !stopped(result); next++) {
      if (await attempt(sources[next]!, { from: since })) break;
    }
  }
  if (target.earlier && main && main.first !== null && only === undefined && from === undefined && !stopped(result)) {
    // What came before never changes: once it reaches into the history that it precedes, it is not asked for again.
    const to = dayAfter(main.first, SHARED);
    if (!(await reaches(target.earlier, to))) await attempt(target.earlier, { to });
  }
  return result;
}

/** What went wrong with one series, as a failure of its source; undefined where the store itself is in trouble, which concerns all. */
function asFailure(error: unknown, ref: SourceRef): SourceFailure | undefined {
  if (error instanceof SourceFailure) return error;
  const ofSeries = error instanceof Problem && error.kind === "data" && error.message.startsWith(`${refText(ref)}: `);
  return ofSeries ? new SourceFailure("malformed", error.message.slice(refText(ref).length + 2), { source: ref.source }) : undefined;
}

function comparableTo(target: Target, source: string): boolean {
  return comparable(target).some((ref) => ref.source === source);
}

function stopped({ failures }: TargetFetched): boolean {
  return failures.some(({ failure }) => failure.why === "stopped");
}

function dayBefore(day: Day, days: number): Day {
  return toDay(dayNumber(day) - days);
}

function dayAfter(day: Day, days: number): Day {
  return toDay(dayNumber(day) + days);
}

async function bookOf(store: Store, source: Source, net: Net): Promise<CallBook> {
  const calls = await store.read((sql) => recentCalls(sql, source.id, net.now()));
  const notBefore = calls.reduce<number | undefined>(
    (latest, call) => (call.notBefore !== null && call.notBefore > (latest ?? 0) ? call.notBefore : latest),
    undefined,
  );
  return { calls: calls.map(({ at }) => at), notBefore };
}
