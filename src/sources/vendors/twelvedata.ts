import { dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { About, Ask, Cause, Complaint, Page, Request, Row, Source } from "../source.ts";
import { candle } from "./candle.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { currencyCode } from "./currencyCode.ts";
import { type DayWindow, dayWindow } from "./dayWindow.ts";
import { decimal } from "./decimal.ts";
import { clockOf } from "./exchangeTime.ts";
import { isoSession } from "./isoSession.ts";
import { oneLine } from "./oneLine.ts";
import { QUIET_DAYS } from "./quietDays.ts";
import { list, record } from "./record.ts";
import { usTicker } from "./usTicker.ts";

const HOME = "https://api.twelvedata.com";
const MINUTE = 60_000;
const MOST_VALUES = 5000; // in one answer, counted back from its end
const DAYS = 4900; // of a window: with the days around it fewer than an answer can hold, so that none is cut off at its beginning

/** What it refuses with in its own words, which say more than the code beside them. */
const REFUSALS: readonly [words: RegExp, cause: Cause][] = [
  [/credits for the (current )?day|daily (api )?(credits|limit)/i, "quota"],
  [/available starting with/i, "forbidden"],
  [/no data is available on the specified dates/i, "unknownSymbol"],
  [/\*\*symbol\*\*.*(not found|invalid)/i, "unknownSymbol"],
];

/**
 * Twelve Data: daily bars of US stocks and funds ("IWM", "BRK.B"), adjusted for splits, with a key.
 *
 * An ask of many years is walked in windows from the first bar on, which is asked for beforehand: an answer holds 5000 bars at most.
 */
export const twelvedata: Source = {
  id: "twelvedata",
  name: "Twelve Data",
  home: HOME,
  format: "json",
  adjustment: "splits",
  settles: 120, // when the bar of the day is final is not documented
  rights: () => "personal",
  terms: "Twelve Data terms, free plan: personal use, no redistribution",
  key: { name: "TWELVEDATA_KEY", required: true, query: "apikey", where: "https://twelvedata.com/account/api-keys" },
  budget: {
    spacing: 500,
    limits: [
      { requests: 8, within: MINUTE },
      { requests: 800, within: 24 * 60 * MINUTE },
    ],
  },
  about,
  request,
  complaint,
  read,
};

function about(symbol: string): About | undefined {
  return /^[A-Z]{1,5}(\.[A-Z])?$/.test(symbol) ? usTicker(symbol) : undefined;
}

function request(ask: Ask): Request {
  const first = dayNumber(ask.from);
  const window = dayWindow(first, DAYS, ask) ?? { first, last: first };
  const whole = dayWindow(window.last + 1, DAYS, ask) === undefined;
  // A window before the first bar is refused, so a long history begins with the question when it begins.
  return whole ? seriesRequest(ask, window) : { url: `${HOME}/earliest_timestamp?symbol=${encodeURIComponent(ask.symbol)}&interval=1day` };
}

/** With the days before that make it hold a session, and one after, since the end may or may not belong to the range. */
function seriesRequest({ symbol }: Ask, { first, last }: DayWindow): Request {
  const range = `start_date=${toDay(first - QUIET_DAYS)}&end_date=${toDay(last + 1)}`;
  return { url: `${HOME}/time_series?symbol=${encodeURIComponent(symbol)}&interval=1day&adjust=splits&order=asc&outputsize=${MOST_VALUES}&${range}` };
}

function windowOf(url: URL): DayWindow {
  const day = (name: string) => dayNumber(url.searchParams.get(name) ?? "");
  return { first: day("start_date") + QUIET_DAYS, last: day("end_date") - 1 };
}

/** Refusals come with status 200 as well; the code in the body is the status that was meant. */
function complaint({ status, json }: { status: number; json: unknown }): Complaint | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { status: said, code, message } = json as Record<string, unknown>;
  if (said !== "error" && code === undefined) return undefined;
  const words = oneLine(message);
  if (words === undefined) return undefined;
  const known = REFUSALS.find(([pattern]) => pattern.test(words));
  return { cause: known?.[1] ?? causeOfStatus(typeof code === "number" ? code : status), words };
}

function read(body: unknown, ask: Ask, request: Request): Page {
  const answer = record(body, "body");
  const url = new URL(request.url);
  if (url.pathname === "/earliest_timestamp") {
    const begins = isoSession(answer.datetime, "datetime", ask.now);
    const window = dayWindow(Math.max(begins, dayNumber(ask.from)), DAYS, ask);
    return { rows: [], ...(window ? { next: seriesRequest(ask, window) } : {}) };
  }
  const { symbol, interval, currency, exchange_timezone: zone } = record(answer.meta, "meta");
  if (typeof symbol !== "string" || symbol.toUpperCase() !== ask.symbol.toUpperCase()) throw malformed("meta.symbol", ask.symbol, symbol);
  if (interval !== "1day") throw malformed("meta.interval", "1day", interval);
  clockOf(zone, "meta.exchange_timezone");
  const unit = currencyCode(currency, "meta.currency");
  const window = windowOf(url);
  const next = dayWindow(window.last + 1, DAYS, ask);
  return {
    rows: rowsOf(list(answer.values, "values"), window, ask),
    zone: String(zone),
    ...(unit === undefined ? {} : { unit }),
    ...(next ? { next: seriesRequest(ask, next) } : {}),
  };
}

function rowsOf(values: unknown[], window: DayWindow, { from, to, now }: Ask): Row[] {
  if (values.length >= MOST_VALUES) throw malformed("values", `fewer than ${MOST_VALUES}, or some are cut off`, values.length);
  const first = Math.max(window.first, dayNumber(from));
  const last = Math.min(window.last, dayNumber(to));
  const rows: Row[] = [];
  for (const [i, one] of values.entries()) {
    const place = `values[${i}]`;
    const { datetime, open, high, low, close, volume = null } = record(one, place);
    const session = isoSession(datetime, `${place}.datetime`, now);
    const bar = candle({ open, high, low, close, volume }, decimal, place);
    if (bar && session >= first && session <= last) rows.push({ session, ...bar });
  }
  return rows;
}
