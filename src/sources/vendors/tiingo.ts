import { type BarField, dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { About, Ask, Cause, Complaint, Page, Request, Row, Source } from "../source.ts";
import { type Candle, candle } from "./candle.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { finite } from "./decimal.ts";
import { isoSession } from "./isoSession.ts";
import { oneLine } from "./oneLine.ts";
import { list, record } from "./record.ts";
import { usTicker } from "./usTicker.ts";

const HOME = "https://api.tiingo.com";
const MS_PER_DAY = 86_400_000;
const HOUR = 3_600_000;

/** What it refuses with in its own words, whatever the status; the hourly allowance comes back within the hour, the others do not. */
const REFUSALS: readonly [words: RegExp, cause: Cause][] = [
  [/hourly request allocation/i, "rateLimited"],
  [/you have run over your/i, "quota"],
  [/credentials were not provided|please supply a token/i, "noKey"],
  [/invalid token|authentication/i, "badKey"],
  [/permission/i, "forbidden"],
  [/not found/i, "unknownSymbol"],
];

/** One session as the source tells it: raw prices and volume, and what happened on the day. */
interface Told {
  session: number;
  bar: Candle | undefined; // undefined where every price is null
  dividend: number; // US dollars a share, as of the day; 0 = none
  split: number; // shares for one of the day before; 1 = none
}

/**
 * Tiingo: daily bars of US stocks and funds ("IWM", "BRK-B"), with a key.
 *
 * Its raw prices, volumes and dividends are adjusted here for the splits that the answer tells of. Its own adjusted ones are left: they are
 * adjusted for dividends as well, and change backwards with every one of them.
 */
export const tiingo: Source = {
  id: "tiingo",
  name: "Tiingo",
  home: HOME,
  format: "json",
  adjustment: "splits",
  settles: 240, // figures come in from 17:30 New York on, and corrections until 20:00
  rights: () => "personal",
  terms: "Tiingo terms of use: one's own use, no redistribution",
  key: { name: "TIINGO_KEY", required: true, header: { name: "Authorization", prefix: "Token " }, where: "https://www.tiingo.com/account/api/token" },
  budget: {
    spacing: 250,
    limits: [
      { requests: 50, within: HOUR },
      { requests: 1000, within: 24 * HOUR },
    ],
  },
  about,
  request,
  complaint,
  read,
};

function about(symbol: string): About | undefined {
  return /^[A-Z]{1,5}(-[A-Z]{1,2})?$/.test(symbol) ? usTicker(symbol) : undefined;
}

/**
 * Up to today, however early the ask ends: a split after its end is told of on its own day alone, and without it the prices before would be
 * those of other shares than the prices of the next ask.
 */
function request({ symbol, from, to, now }: Ask): Request {
  const today = toDay(Math.floor(now / MS_PER_DAY));
  return { url: `${HOME}/tiingo/daily/${encodeURIComponent(symbol)}/prices?startDate=${from}&endDate=${to > today ? to : today}&format=json` };
}

function complaint({ status, text, json }: { status: number; text: string; json: unknown }): Complaint | undefined {
  const detail = typeof json === "object" && json !== null && "detail" in json ? oneLine(json.detail) : undefined;
  // The allowance has been refused as plain text too.
  const words = detail ?? (json === undefined && !/^\s*</.test(text) ? oneLine(text) : undefined);
  if (words === undefined) return undefined;
  const known = REFUSALS.find(([pattern]) => pattern.test(words));
  if (known) return { cause: known[1], words };
  return detail === undefined ? undefined : { cause: causeOfStatus(status), words };
}

function read(body: unknown, ask: Ask): Page {
  const told = list(body, "prices").map((one, i) => toldBy(record(one, `prices[${i}]`), `prices[${i}]`, ask));
  told.sort((a, b) => b.session - a.session);
  const from = dayNumber(ask.from);
  const to = dayNumber(ask.to);
  const rows: Row[] = [];
  let shares = 1; // of today for one of the session
  for (const [i, one] of told.entries()) {
    const { session, split } = one;
    // A split that is told of twice would be adjusted for twice.
    if (session === told[i - 1]?.session) throw malformed("prices", "each session once", toDay(session));
    const row = inSharesOfToday(one, shares);
    if (session >= from && session <= to && Object.keys(row).length > 1) rows.push(row);
    shares *= split;
    if (!(shares > 0 && shares < Number.POSITIVE_INFINITY)) throw malformed("prices", "splits of a size that shares can have", split);
  }
  return { rows };
}

function toldBy({ date, open, high, low, close, volume, divCash, splitFactor }: Record<string, unknown>, place: string, { now }: Ask): Told {
  // The exchange's date is written as its midnight of UTC.
  const day = typeof date === "string" ? /^(.{10})T00:00:00(?:\.0{1,9})?(?:Z|\+00:00)$/.exec(date)?.[1] : undefined;
  if (day === undefined) throw malformed(`${place}.date`, "a day like 2025-12-11T00:00:00.000Z", date);
  const session = isoSession(day, `${place}.date`, now);
  const bar = candle({ open, high, low, close, volume }, finite, place);
  const dividend = divCash === null ? 0 : finite(divCash, `${place}.divCash`);
  if (dividend < 0) throw malformed(`${place}.divCash`, "a dividend, or 0", dividend);
  const split = splitFactor === null ? 1 : finite(splitFactor, `${place}.splitFactor`);
  if (split <= 0) throw malformed(`${place}.splitFactor`, "a positive number", split);
  return { session, bar, dividend, split };
}

function inSharesOfToday({ session, bar = {}, dividend, split }: Told, shares: number): Row {
  const { volume, ...prices } = bar;
  const row: Row = { session };
  const put = (field: BarField, value: number) => {
    row[field] = finite(value, `${field} of ${toDay(session)} in shares of today`);
  };
  for (const [field, price] of Object.entries(prices)) put(field as keyof typeof prices, price / shares);
  if (volume !== undefined) put("volume", volume * shares);
  if (dividend !== 0) put("dividend", dividend / shares);
  if (split !== 1) put("split", split);
  return row;
}
