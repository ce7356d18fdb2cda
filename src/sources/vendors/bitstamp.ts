import { dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { About, Ask, Cause, Complaint, Page, Request, Row, Source } from "../source.ts";
import { candle } from "./candle.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { type DayWindow, dayWindow, firstWindow } from "./dayWindow.ts";
import { decimal } from "./decimal.ts";
import { oneLine } from "./oneLine.ts";
import { quoteOf } from "./quoteOf.ts";
import { list, record } from "./record.ts";
import { utcSession } from "./utcSession.ts";

const HOME = "https://www.bitstamp.net";
const SECONDS_PER_DAY = 86_400;
const SINCE = dayNumber("2011-08-18"); // the first candle of btcusd, the venue's oldest pair
const LIMIT = 1000;
// The venue counts its page back from the end where both ends are given, and may begin it a candle early: a day of room keeps either whole.
const DAYS = LIMIT - 1;

const CAUSES: ReadonlyMap<string, Cause> = new Map([
  ["400.002", "rateLimited"],
  ["400.067", "rateLimited"],
  ["400.068", "rateLimited"],
  ["404.003", "unknownSymbol"],
  ["404.007", "unknownSymbol"],
]);

/** Bitstamp: daily candles of its spot pairs ("btcusd"), days of UTC; the running day is left out by the venue itself. */
export const bitstamp: Source = {
  id: "bitstamp",
  name: "Bitstamp",
  home: HOME,
  format: "json",
  adjustment: "splits", // coins are not split: closes compare over the whole history as they are
  settles: 1, // a candle is built from the venue's own trades and is final with the last of them; the minute is for clocks that disagree
  rights: () => "personal",
  terms: "Bitstamp market data: own use; use in a commercial product by agreement",
  budget: {
    spacing: 100,
    limits: [
      { requests: 400, within: 1000 },
      { requests: 10_000, within: 600_000 },
    ],
  },
  about,
  request: (ask) => requestOf(ask, firstWindow(SINCE, DAYS, ask)),
  complaint,
  read,
};

function about(symbol: string): About | undefined {
  const unit = /^[a-z0-9]+$/.test(symbol) ? quoteOf(symbol) : undefined;
  return unit === undefined ? undefined : { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit };
}

function requestOf({ symbol }: Ask, { first, last }: DayWindow): Request {
  const range = `start=${first * SECONDS_PER_DAY}&end=${last * SECONDS_PER_DAY}`;
  return { url: `${HOME}/api/v2/ohlc/${encodeURIComponent(symbol)}/?step=${SECONDS_PER_DAY}&limit=${LIMIT}&${range}&exclude_current_candle=true` };
}

function windowOf({ url }: Request): DayWindow {
  const { searchParams } = new URL(url);
  const day = (name: string) => Number(searchParams.get(name)) / SECONDS_PER_DAY;
  return { first: day("start"), last: day("end") };
}

/** The venue has worded its refusals in several ways over the years; all of them carry a code, an explanation or a list of errors. */
function complaint({ status, json }: { status: number; json: unknown }): Complaint | undefined {
  if (typeof json !== "object" || json === null || Array.isArray(json) || "data" in json) return undefined;
  const { code, response_code = code, response_explanation, reason, error, errors } = json as Record<string, unknown>;
  const words = oneLine(response_explanation) ?? oneLine(reason) ?? oneLine(error) ?? fieldErrors(errors) ?? oneLine(response_code);
  if (words === undefined) return undefined;
  return { cause: CAUSES.get(oneLine(response_code) ?? "") ?? causeOfStatus(status), words };
}

function fieldErrors(errors: unknown): string | undefined {
  if (!Array.isArray(errors)) return undefined;
  const said = errors.flatMap((one: { field?: unknown; message?: unknown } | null) => {
    const message = oneLine(one?.message);
    if (message === undefined) return [];
    const field = oneLine(one?.field);
    return field === undefined ? message : `${field}: ${message}`;
  });
  return oneLine(said.join("; "));
}

function read(body: unknown, ask: Ask, request: Request): Page {
  const window = windowOf(request);
  const first = Math.max(window.first, dayNumber(ask.from));
  const data = record(record(body, "body").data, "data");
  const unit = unitOf(data.pair, ask);
  const rows: Row[] = [];
  for (const [i, one] of list(data.ohlc, "data.ohlc").entries()) {
    const place = `data.ohlc[${i}]`;
    const { timestamp, open, high, low, close, volume } = record(one, place);
    const session = utcSession(decimal(timestamp, `${place}.timestamp`), `${place}.timestamp`, ask.now);
    if (session > window.last) throw malformed(`${place}.timestamp`, `a day up to ${toDay(window.last)}`, toDay(session));
    const bar = candle({ open, high, low, close, volume }, decimal, place);
    if (bar && session >= first) rows.push({ session, ...bar });
  }
  const next = dayWindow(window.last + 1, DAYS, ask);
  return { rows, unit, ...(next ? { next: requestOf(ask, next) } : {}) };
}

function unitOf(pair: unknown, { symbol }: Ask): string {
  const [base, quote] = typeof pair === "string" ? pair.split("/") : [];
  if (base === undefined || quote === undefined || `${base}${quote}`.toLowerCase() !== symbol) throw malformed("data.pair", `the pair ${symbol}`, pair);
  return quote;
}
