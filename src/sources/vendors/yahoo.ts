import { dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { Ask, Cause, Complaint, Page, Request, Row, Source } from "../source.ts";
import { type Candle, candle } from "./candle.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { currencyCode } from "./currencyCode.ts";
import { finite } from "./decimal.ts";
import { clockOf, exchangeTime } from "./exchangeTime.ts";
import { float32 } from "./float32.ts";
import { oneLine } from "./oneLine.ts";
import { QUIET_DAYS } from "./quietDays.ts";
import { list, record } from "./record.ts";
import { yahooSymbol } from "./yahooSymbol.ts";

const HOME = "https://query2.finance.yahoo.com";
const SECONDS_PER_DAY = 86_400;
const GLOBEX_OPENS = 18; // hour of New York; what is traded from then on belongs to the next session

const CAUSES: ReadonlyMap<unknown, Cause> = new Map([
  ["Not Found", "unknownSymbol"],
  ["Bad Request", "badRequest"],
  ["Unprocessable Entity", "badRequest"],
  ["Unauthorized", "forbidden"],
  ["Too Many Requests", "rateLimited"],
  ["Internal Server Error", "server"],
]);

/**
 * Yahoo Finance, the chart behind its pages: daily bars of US stocks, funds and indices, of futures and coins, without a key.
 *
 * Prices, volumes and dividends are adjusted for splits up to the day of the answer. Its `adjclose` is left: it changes backwards with every
 * dividend, while a total return built of closes and dividends stays.
 */
export const yahoo: Source = {
  id: "yahoo",
  name: "Yahoo Finance",
  home: HOME,
  format: "json",
  adjustment: "splits",
  settles: 20, // quotes of some exchanges are 15 minutes late
  rights: () => "personal",
  terms: "Yahoo terms of service: personal use, no redistribution; the interface is not documented",
  budget: { spacing: 1000, limits: [] },
  headers: { "user-agent": "Mozilla/5.0 (compatible; lockstep)" }, // the bare agent of a program is often answered with 429
  about: yahooSymbol,
  request,
  complaint,
  read,
};

/** The whole range at once: an answer has no pages. */
function request({ symbol, from, to }: Ask): Request {
  const first = (dayNumber(from) - QUIET_DAYS) * SECONDS_PER_DAY;
  const last = (dayNumber(to) + 1) * SECONDS_PER_DAY;
  return { url: `${HOME}/v8/finance/chart/${encodeURIComponent(symbol)}?interval=1d&period1=${first}&period2=${last}&events=div%7Csplit` };
}

function complaint({ status, text, json }: { status: number; text: string; json: unknown }): Complaint | undefined {
  if (/^(Edge: )?Too Many Requests/.test(text)) return { cause: "rateLimited", words: oneLine(text)! };
  if (/^\s*</.test(text) && text.includes("Will be right back")) return { cause: "server", words: "Will be right back" };
  const { chart, finance } = (json ?? {}) as { chart?: { error?: unknown } | null; finance?: { error?: unknown } | null };
  const { code, description } = (chart?.error ?? finance?.error ?? {}) as { code?: unknown; description?: unknown };
  const words = oneLine(description) ?? oneLine(code);
  if (words === undefined) return undefined;
  // A range before the first bar or after the last one: another source may hold it.
  if (words.startsWith("Data doesn't exist")) return { cause: "unknownSymbol", words };
  return { cause: CAUSES.get(code) ?? causeOfStatus(status), words };
}

function read(body: unknown, ask: Ask): Page {
  const results = list(record(record(body, "body").chart, "chart").result, "chart.result");
  if (results.length !== 1) throw malformed("chart.result", "one result", `${results.length}`);
  const { meta, timestamp, indicators, events } = record(results[0], "chart.result[0]");
  const { zone, unit, name, sessionOf } = metaOf(record(meta, "meta"), ask);
  const quotes = list(record(indicators, "indicators").quote, "indicators.quote");
  if (quotes.length !== 1) throw malformed("indicators.quote", "one quote", `${quotes.length}`);
  const rows = barsOf(timestamp, record(quotes[0], "quote"), { sessionOf, now: ask.now });
  addEvents(events, rows, sessionOf);
  const from = dayNumber(ask.from);
  const to = dayNumber(ask.to);
  return {
    rows: [...rows.values()].filter(({ session }) => session >= from && session <= to),
    zone,
    ...(unit === undefined ? {} : { unit }),
    ...(name === undefined ? {} : { name }),
  };
}

type SessionOf = (stamp: unknown, place: string) => number;

function metaOf(meta: Record<string, unknown>, { symbol }: Ask): { zone: string; unit: string | undefined; name: string | undefined; sessionOf: SessionOf } {
  if (typeof meta.symbol !== "string" || meta.symbol.toUpperCase() !== symbol.toUpperCase()) throw malformed("meta.symbol", symbol, meta.symbol);
  // Over a long range it may answer with weeks or months instead of days.
  const { dataGranularity = "1d" } = meta;
  if (dataGranularity !== "1d") throw malformed("meta.dataGranularity", "1d", dataGranularity);
  const clock = clockOf(meta.exchangeTimezoneName, "meta.exchangeTimezoneName");
  const about = yahooSymbol(symbol);
  const sessionOf: SessionOf = (stamp, place) => {
    const { day, hour } = exchangeTime(finite(stamp, place), clock, place);
    return about?.kind === "future" && hour >= GLOBEX_OPENS ? day + 1 : day;
  };
  return {
    zone: String(meta.exchangeTimezoneName),
    unit: unitOf(meta.currency, about?.unit),
    name: oneLine(meta.longName) ?? oneLine(meta.shortName),
    sessionOf,
  };
}

/** The currency; of an index, a yield and a contract in points it is named as well, but their figures are no amounts of it. */
function unitOf(currency: unknown, unit: string | undefined): string | undefined {
  const named = currencyCode(currency, "meta.currency");
  return unit === undefined || unit === "USD" ? named : undefined;
}

function barsOf(timestamp: unknown, quote: Record<string, unknown>, { sessionOf, now }: { sessionOf: SessionOf; now: number }): Map<number, Row> {
  // A range without bars is answered without stamps and with an empty quote.
  const stamps = timestamp === undefined && Object.keys(quote).length === 0 ? [] : list(timestamp, "timestamp");
  const column = (name: string): unknown[] => {
    const values = list(quote[name], `quote.${name}`);
    if (values.length !== stamps.length) throw malformed(`quote.${name}`, `${stamps.length} values, one for each stamp`, `${values.length}`);
    return values;
  };
  const [open, high, low, close] = stamps.length === 0 ? [] : [column("open"), column("high"), column("low"), column("close")];
  const volume = stamps.length === 0 || quote.volume === undefined ? [] : column("volume");
  const newest = stamps.reduce<number>((latest, stamp, i) => Math.max(latest, finite(stamp, `timestamp[${i}]`)), Number.NEGATIVE_INFINITY);
  // What lies in days to come was not understood; it would only fall out of the range asked for, and pass for no figures.
  if (newest > now / 1000 + SECONDS_PER_DAY) throw malformed("timestamp", `stamps up to ${Math.floor(now / 1000)}`, newest);
  const held = new Map<number, { stamp: number; bar: Candle }>();
  for (const [i, stamp] of (stamps as number[]).entries()) {
    const session = sessionOf(stamp, `timestamp[${i}]`);
    const cells = { open: open?.[i], high: high?.[i], low: low?.[i], close: close?.[i], volume: volume[i] ?? null };
    const bar = candle(cells, (cell, place) => float32(finite(cell, place)), `quote[${i}]`);
    if (!bar) continue;
    if (bar.open === 0) delete bar.open; // how it writes an open that it does not hold, as of indices before the 1980s
    const before = held.get(session);
    if (!before) held.set(session, { stamp, bar });
    else if (before.stamp !== stamp && Math.max(before.stamp, stamp) === newest) held.set(session, before.stamp > stamp ? before : { stamp, bar });
    else if (!sameBar(before.bar, bar)) throw malformed(`timestamp[${i}]`, "each session once, beside the running bar", toDay(session));
  }
  return new Map([...held].map(([session, { bar }]) => [session, { session, ...bar }]));
}

function sameBar(one: Candle, other: Candle): boolean {
  return (["open", "high", "low", "close", "volume"] as const).every((field) => one[field] === other[field]);
}

/** Puts dividends and splits on their days; a day whose bar is missing still has them. */
function addEvents(events: unknown, rows: Map<number, Row>, sessionOf: SessionOf): void {
  if (events === undefined || events === null) return;
  const { dividends = {}, splits = {} } = record(events, "events");
  const rowOf = (date: unknown, place: string): Row => {
    const session = sessionOf(date, place);
    const row = rows.get(session) ?? { session };
    rows.set(session, row);
    return row;
  };
  for (const [i, dividend] of Object.values(record(dividends, "events.dividends")).entries()) {
    const place = `events.dividends[${i}]`;
    const { date, amount } = record(dividend, place);
    const row = rowOf(date, `${place}.date`);
    row.dividend = finite((row.dividend ?? 0) + float32(positive(amount, `${place}.amount`)), place);
  }
  for (const [i, split] of Object.values(record(splits, "events.splits")).entries()) {
    const place = `events.splits[${i}]`;
    const { date, numerator, denominator } = record(split, place);
    const row = rowOf(date, `${place}.date`);
    const shares = positive(numerator, `${place}.numerator`) / positive(denominator, `${place}.denominator`);
    row.split = positive((row.split ?? 1) * shares, place);
  }
}

function positive(value: unknown, place: string): number {
  const number = finite(value, place);
  if (number <= 0) throw malformed(place, "a positive number", number);
  return number;
}
