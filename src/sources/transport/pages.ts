import { toDay } from "../../market/index.ts";
import { malformed, SourceFailure } from "../failure.ts";
import { type Ask, BAR_AND_TIME, type Page, type Request, type Row, type Source } from "../source.ts";
import { bodyOf } from "./bodyOf.ts";
import { type Answer, type Bounds, exchange, type Validators } from "./exchange.ts";
import type { Net } from "./net.ts";
import { nextAllowed } from "./nextAllowed.ts";

/** The requests that a source has had: read to keep within its budget, written with every request. */
export interface CallBook {
  calls: number[]; // starts, ms since 1970 UTC, ascending
  notBefore?: number | undefined;
}

/** A page of figures with the answer that it was read from; `unchanged` when the source said that nothing is new. */
export interface Fetched {
  page: Page;
  answer: Answer;
  unchanged: boolean;
}

/** What a fetch goes by beside the ask. */
export interface FetchOptions {
  signal: AbortSignal;
  book: CallBook;
  /** What is known of an earlier answer to the same request. */
  validators?: (request: Request) => Promise<Validators | undefined>;
  bounds?: Bounds;
  /** Told before each wait that is longer than a second: how long, and why. */
  waiting?: (ms: number, why: string) => void;
}

const ATTEMPTS = 3;
const PATIENCE = 60_000; // ms; a source that asks for more is asked another time
const MOST_PAGES = 10_000;

/**
 * The pages that a source gives for an ask, one after the other, each judged and read before the next is asked for.
 *
 * Keeps within the source's budget, waits as long as the source asks for (up to a minute) and asks at most three times where asking again
 * can help. A page that came before, or that does not go on where the last one ended, ends the fetch with a failure.
 *
 * @throws SourceFailure naming the source
 *
 * @example
 * import { pages, sourceOf } from "lockstep/sources";
 * const body = "[[1584662400, 5657, 6990, 6183.82, 6206.1, 53024.4]]"; // start of the day, low, high, open, close, volume
 * const answer = async () => new Response(body, { headers: { "content-type": "application/json" } });
 * const net = { fetch: answer, now: () => 1584800000000, sleep: async () => {}, key: () => undefined };
 * const ask = { symbol: "BTC-USD", from: "2020-03-20", to: "2020-03-20", now: net.now() };
 * const options = { signal: new AbortController().signal, book: { calls: [] } };
 * const closes = [];
 * for await (const { page } of pages(sourceOf({ source: "coinbase", symbol: "BTC-USD" }), ask, net, options)) closes.push(page.rows[0].close);
 * closes; // => [6206.1]
 */
export async function* pages(source: Source, ask: Ask, net: Net, options: FetchOptions): AsyncGenerator<Fetched, void, undefined> {
  const seen = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  let before = "";
  let request: Request | undefined = source.request(ask);
  while (request) {
    if (seen.has(request.url) || seen.size >= MOST_PAGES)
      throw new SourceFailure("repeated", `expected another page; received the same one again, page ${seen.size}`, { source: source.id });
    seen.add(request.url);
    const fetched = await patiently(source, request, ask, net, options);
    const { rows, next } = fetched.page;
    const first = rows[0]?.session ?? Number.POSITIVE_INFINITY;
    if (seen.size > 1 && first <= last) {
      throw new SourceFailure("repeated", `expected a page after ${toDay(last)}; received one that begins on ${toDay(first)}`, { source: source.id });
    }
    // An answer that says the same as one that held rows is that one, whatever was asked for.
    if (before !== "" && fetched.answer.text === before) {
      throw new SourceFailure("repeated", `expected another page; received the one before again, page ${seen.size}`, { source: source.id });
    }
    before = rows.length > 0 ? fetched.answer.text : before;
    last = rows.at(-1)?.session ?? last;
    yield fetched;
    request = next;
  }
}

async function patiently(source: Source, request: Request, ask: Ask, net: Net, options: FetchOptions): Promise<Fetched> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(source, request, ask, net, options);
    } catch (error) {
      const failure = named(error, source);
      const wait = Math.max((failure.notBefore ?? 0) - net.now(), 1000 * 2 ** (attempt - 1));
      if (failure.notBefore !== undefined) options.book.notBefore = failure.notBefore;
      if (failure.retry !== "later" || attempt === ATTEMPTS || wait > PATIENCE || options.signal.aborted) throw failure;
      await rest(Math.max(0, wait), failure.why, net, options);
    }
  }
}

async function once(source: Source, request: Request, ask: Ask, net: Net, options: FetchOptions): Promise<Fetched> {
  const { book, signal, bounds } = options;
  const wait = nextAllowed(source.budget, book.calls, { now: net.now(), notBefore: book.notBefore }) - net.now();
  if (wait > PATIENCE)
    throw new SourceFailure("quota", `expected room in the budget of requests; the next may go out in ${Math.ceil(wait / 1000)} s`, {
      notBefore: net.now() + wait,
    });
  await rest(wait, "budget", net, options);
  book.calls.push(net.now());
  const validators = await options.validators?.(request);
  const answer = await exchange(source, request, net, { signal, validators, ...(bounds ? { bounds } : {}) });
  if (answer.status === 304 && validators) return { page: { rows: [] }, answer, unchanged: true };
  const page = source.read(bodyOf(source, answer), ask, request);
  if (page.next && !page.next.url.startsWith(`${source.home}/`)) throw malformed("next page", `an address of ${source.home}`, page.next.url);
  return { page: { ...page, rows: inOrder(page.rows) }, answer, unchanged: false };
}

async function rest(ms: number, why: string, net: Net, { signal, waiting }: FetchOptions): Promise<void> {
  if (ms <= 0) return;
  if (ms > 1000) waiting?.(ms, why);
  try {
    await net.sleep(ms, signal);
  } catch {
    throw new SourceFailure("stopped", "stopped while waiting");
  }
}

/** Rows by session; the same row twice is one row, two that differ are a fault of the source unless each says when it was known. */
function inOrder(rows: readonly Row[]): Row[] {
  const sorted = [...rows].sort((a, b) => a.session - b.session || (a.knownAt ?? 0) - (b.knownAt ?? 0));
  return sorted.filter((row, i) => {
    const before = sorted[i - 1];
    if (!before || before.session !== row.session || before.knownAt !== row.knownAt) return true;
    if (BAR_AND_TIME.every((field) => Object.is(before[field], row[field]))) return false;
    throw malformed(toDay(row.session), "one bar a session", { first: before, second: row });
  });
}

function named(error: unknown, source: Source): SourceFailure {
  if (!(error instanceof SourceFailure)) throw error;
  const own = error.notBefore === undefined ? {} : { notBefore: error.notBefore };
  return new SourceFailure(error.why, error.message, { source: source.id, ...own });
}
