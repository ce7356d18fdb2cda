import { type Day, dayNumber, toDay } from "../market/index.ts";
import { readjusted } from "../quality/index.ts";
import { type CallBook, type Net, pages, refText, type Source, SourceFailure } from "../sources/index.ts";
import {
  type Call,
  coveredSince,
  finalBars,
  type HeldBars,
  heldSeries,
  keepAnswer,
  newBatch,
  noteCalls,
  noteCoverage,
  type SeriesKey,
  type Store,
  takeIn,
  takeInFacts,
  validatorsOf,
} from "../store/index.ts";
import { barsOf } from "./barsOf.ts";
import { dayOf } from "./dayOf.ts";
import { judgeMarket, missingSessions } from "./judgeSeries.ts";
import { comparable, subjectAt, type Target } from "./subject.ts";

/** What a fetch of one series brought. */
export interface SeriesFetched {
  ref: SeriesKey;
  requests: number;
  fresh: number; // sessions that were not held
  restated: number; // sessions whose figures are others than those held
  facts: number; // records that were not held, or are others
  quarantined: number; // sessions in quarantine, of all that are held
  missing: number; // sessions of the calendar without a bar, of all between the first held and the last
  readjusted?: number; // the factor by which the source has re-adjusted its history since it was last read
  first: Day | null; // the first session held
  last: Day | null; // the last session against which nothing speaks
  pending: boolean; // whether the last session held waits for a confirmation
}

/** What a fetch of one series goes by. */
export interface SeriesAsk {
  target: Target;
  source: Source;
  symbol: string;
  from?: Day | undefined; // default: a little before the last session held, or the beginning
  to: Day;
}

/** What all fetches of a process share. */
export interface Fetching {
  store: Store;
  net: Net;
  signal: AbortSignal;
  book: (source: Source) => Promise<CallBook>;
  /** Told what happens while it happens. */
  tell: (event: FetchEvent) => void;
}

export type FetchEvent = { ref: SeriesKey } & (
  | { kind: "page"; through: Day | null; fresh: number; restated: number }
  | { kind: "waiting"; ms: number; why: string }
);

// What is asked for again at each fetch: enough to notice that a source has changed its mind about the past.
const OVERLAP = 30; // days
const EARLIEST: Day = "1993-01-01"; // from which the exchange calendars are known
const EARLIEST_ANYWHERE: Day = "2009-01-03"; // the first day of the first coin

/**
 * Fetches one series of one source into the store, page by page, each page in a transaction of its own: what has been acknowledged is kept
 * whatever happens next, and the next fetch goes on there.
 *
 * Asked for is what has not been asked for yet since the beginning of the market's history, and the last sessions again. A source that has
 * re-adjusted its history (a split) is read again from the beginning before anything is stored.
 *
 * @throws SourceFailure after having noted it; Problem of the store
 */
export async function fetchSeries(ask: SeriesAsk, fetching: Fetching): Promise<SeriesFetched> {
  const { target, source, symbol, to } = ask;
  const ref = { source: source.id, symbol };
  const beginning = beginningOf(target);
  const { held, reached } = await fetching.store.read(async (sql) => ({
    held: await heldSeries(sql, ref),
    reached: await coveredSince(sql, ref, beginning),
  }));
  const from = ask.from ?? (reached === undefined ? beginning : toDay(Math.max(dayNumber(beginning), Math.min(reached, dayNumber(to)) - OVERLAP)));
  const result: SeriesFetched = { ref, requests: 0, fresh: 0, restated: 0, facts: 0, quarantined: 0, missing: 0, first: null, last: null, pending: false };
  const factor = await readInto(result, { ...ask, from }, held, fetching);
  if (factor !== undefined) {
    await readInto(result, { ...ask, from: earlier(beginning, toDay(held!.bars.sessions[0]!)) }, undefined, fetching);
    result.readjusted = factor;
  }
  return result;
}

/** Reads and stores the pages of an ask; returns the factor of a re-adjustment instead, when the first page shows one and nothing is stored yet. */
async function readInto(result: SeriesFetched, ask: SeriesAsk & { from: Day }, held: HeldBars | undefined, fetching: Fetching): Promise<number | undefined> {
  const { source, symbol, target, from, to } = ask;
  const { store, net, signal, tell } = fetching;
  const { ref } = result;
  const book = await fetching.book(source);
  let noted = book.calls.length;
  const callsSince = (outcome: string): Call[] => {
    const calls = book.calls.slice(noted).map((at) => ({ at, outcome, notBefore: book.notBefore ?? null }));
    noted = book.calls.length;
    return calls;
  };
  const subject = subjectAt(target, source);
  // Where closes are adjusted for dividends as well there is nothing to hold them against.
  const peers = comparable(target);
  const market = peers.some((one) => refText(one) === refText(ref)) ? peers : [ref];
  try {
    const asked = { symbol, from, to, now: net.now() };
    const options = {
      signal,
      book,
      validators: (request: { url: string }) => store.read((sql) => validatorsOf(sql, source.id, request.url)),
      waiting: (ms: number, why: string) => tell({ kind: "waiting", ref, ms, why }),
    };
    for await (const { page, answer, unchanged } of pages(source, asked, net, options)) {
      result.requests++;
      const change = held && result.requests === 1 && page.rows.length > 0 ? readjusted(held.bars, barsOf(page.rows)).readjusted : undefined;
      if (change && toDay(held?.bars.sessions[0] ?? 0) < from) {
        await store.transaction((sql) => noteCalls(sql, source.id, callsSince("ok"), 0));
        return change.factor;
      }
      const unit = page.unit ?? source.about(symbol)?.unit ?? "unknown";
      const last = page.rows.at(-1)?.session;
      const stored = await store.transaction(async (sql) => {
        const batch = await newBatch(sql, { now: net.now(), what: "fetch", detail: refText(ref) });
        if (!unchanged) await keepAnswer(sql, source.id, answer, batch);
        await noteCalls(sql, source.id, callsSince("ok"), batch.batch);
        // Of the last page all is said that was asked for, up to the day of the answer.
        const through = page.next ? last : Math.min(dayNumber(to), dayNumber(dayOf(net.now())));
        if (through !== undefined && toDay(through) >= from) await noteCoverage(sql, ref, { from, to: toDay(through) }, batch);
        const facts = await takeInFacts(sql, source.id, page.facts ?? [], batch);
        const none = { fresh: 0, restated: 0 };
        const taken = page.rows.length === 0 ? none : await takeIn(sql, { ...ref, unit, subject: JSON.stringify(subject), rows: page.rows }, batch);
        // Also where nothing is new: sessions have ended since, and other sources have spoken.
        await judgeMarket(sql, market, net.now(), batch);
        return { taken, facts };
      });
      result.fresh += stored.taken.fresh;
      result.restated += stored.taken.restated;
      result.facts += stored.facts.fresh + stored.facts.restated;
      tell({ kind: "page", ref, through: last === undefined ? null : toDay(last), fresh: stored.taken.fresh, restated: stored.taken.restated });
    }
  } catch (error) {
    if (error instanceof SourceFailure) await store.transaction((sql) => noteCalls(sql, source.id, callsSince(error.why), 0));
    throw error;
  } finally {
    Object.assign(result, await stateOf(store, ref, ask));
  }
  return undefined;
}

/** How a series stands in the store after a fetch; undefined when nothing of it is held. */
async function stateOf(
  store: Store,
  ref: SeriesKey,
  { target, source }: SeriesAsk,
): Promise<Pick<SeriesFetched, "quarantined" | "missing" | "first" | "last" | "pending"> | undefined> {
  return store.read(async (sql) => {
    const held = await heldSeries(sql, ref);
    if (!held) return undefined;
    const statuses = [...held.judged.values()];
    const last = finalBars(held).sessions.at(-1);
    const newest = held.bars.sessions.at(-1);
    const [first] = held.bars.sessions;
    return {
      quarantined: statuses.filter(({ status }) => status === "quarantined").length,
      missing: missingSessions(held.bars.sessions, subjectAt(target, source)).length,
      first: first === undefined ? null : toDay(first),
      last: last === undefined ? null : toDay(last),
      pending: newest !== undefined && held.judged.get(newest)?.status === "quarantined",
    };
  });
}

function beginningOf({ subject }: Target): Day {
  return subject.kind === "crypto" ? EARLIEST_ANYWHERE : EARLIEST;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
