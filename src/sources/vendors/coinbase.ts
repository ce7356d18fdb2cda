import { type Day, dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { About, Ask, Complaint, Page, Request, Row, Source } from "../source.ts";
import { candle } from "./candle.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { columnsInOrder } from "./columnsInOrder.ts";
import { type DayWindow, dayWindow, firstWindow } from "./dayWindow.ts";
import { finite } from "./decimal.ts";
import { oneLine } from "./oneLine.ts";
import { list } from "./record.ts";
import { utcSession } from "./utcSession.ts";

const HOME = "https://api.exchange.coinbase.com";
const DAYS = 300; // candles that one answer holds at most
const COLUMNS = 6;

// An empty window says nothing of the next, so every one is asked for: known first days save requests, and no product is older than the venue.
const SINCE: ReadonlyMap<string, Day> = new Map([
  ["BTC-USD", "2015-07-20"],
  ["ETH-USD", "2016-05-18"],
]);
const EARLIEST: Day = "2015-01-01";

/**
 * Coinbase Exchange: daily candles of its products ("BTC-USD"), days of UTC, in windows of 300 days.
 *
 * A day without a trade has no candle. The candle of the running day is served unfinished.
 */
export const coinbase: Source = {
  id: "coinbase",
  name: "Coinbase Exchange",
  home: HOME,
  format: "json",
  adjustment: "splits", // coins are not split: closes compare over the whole history as they are
  settles: 1, // a candle is built from the venue's own trades and is final with the last of them; the minute is for clocks that disagree
  rights: () => "personal",
  terms: "Coinbase market data: personal or internal use, no redistribution",
  budget: { spacing: 150, limits: [{ requests: 10, within: 1000 }] },
  about,
  request: (ask) => requestOf(ask, firstWindow(dayNumber(SINCE.get(ask.symbol) ?? EARLIEST), DAYS, ask)),
  complaint,
  read,
};

function about(symbol: string): About | undefined {
  const unit = /^[A-Z0-9]+-([A-Z0-9]+)$/.exec(symbol)?.[1];
  return unit === undefined ? undefined : { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit };
}

function requestOf({ symbol }: Ask, { first, last }: DayWindow): Request {
  const path = `/products/${encodeURIComponent(symbol)}/candles`;
  return { url: `${HOME}${path}?granularity=86400&start=${toDay(first)}T00:00:00Z&end=${toDay(last)}T00:00:00Z` };
}

function windowOf({ url }: Request): DayWindow {
  const { searchParams } = new URL(url);
  const day = (name: string) => dayNumber((searchParams.get(name) ?? "").slice(0, 10));
  return { first: day("start"), last: day("end") };
}

function complaint({ status, json }: { status: number; json: unknown }): Complaint | undefined {
  if (typeof json !== "object" || json === null || !("message" in json)) return undefined;
  const words = oneLine(json.message);
  if (words === undefined) return undefined;
  if (/^not ?found/i.test(words)) return { cause: "unknownSymbol", words };
  return { cause: /rate limit/i.test(words) ? "rateLimited" : causeOfStatus(status), words };
}

function read(body: unknown, ask: Ask, request: Request): Page {
  const window = windowOf(request);
  const first = Math.max(window.first, dayNumber(ask.from));
  const rows: Row[] = [];
  for (const [i, cells] of list(body, "candles").entries()) {
    const row = rowOf(list(cells, `candles[${i}]`), `candles[${i}]`, ask);
    if (!row) continue;
    if (row.session > window.last) throw malformed(`candles[${i}].time`, `a day up to ${toDay(window.last)}`, toDay(row.session));
    // The venue may send candles from before the start: the window before has brought them.
    if (row.session >= first) rows.push(row);
  }
  const next = dayWindow(window.last + 1, DAYS, ask);
  return { rows, ...(next ? { next: requestOf(ask, next) } : {}) };
}

function rowOf(cells: unknown[], place: string, { now }: Ask): Row | undefined {
  if (cells.length !== COLUMNS) throw malformed(place, "time, low, high, open, close, volume", cells);
  const [time, low, high, open, close, volume] = cells;
  const session = utcSession(finite(time, `${place}.time`), `${place}.time`, now);
  const bar = candle({ open, high, low, close, volume }, finite, place);
  if (!bar) return undefined;
  columnsInOrder(bar, place);
  return { session, ...bar };
}
