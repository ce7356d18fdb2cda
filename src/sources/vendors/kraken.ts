import { dayNumber } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { About, Ask, Cause, Complaint, Page, Request, Row, Source } from "../source.ts";
import { candle } from "./candle.ts";
import { columnsInOrder } from "./columnsInOrder.ts";
import { decimal, finite } from "./decimal.ts";
import { oneLine } from "./oneLine.ts";
import { quoteOf } from "./quoteOf.ts";
import { list, record } from "./record.ts";
import { utcSession } from "./utcSession.ts";

const HOME = "https://api.kraken.com";
const SECONDS_PER_DAY = 86_400;
const COLUMNS = 8;

const CAUSES: readonly (readonly [pattern: RegExp, cause: Cause])[] = [
  [/unknown asset/i, "unknownSymbol"],
  [/too many requests|rate limit|lockout/i, "rateLimited"],
  [/^EService|internal error/i, "server"],
  [/invalid key/i, "badKey"],
  [/permission denied/i, "forbidden"],
];

/**
 * Kraken: daily candles of its pairs ("XBTUSD"), days of UTC, the newest 720 days only: an ask from before them brings what is served, and
 * no request reaches further back. The last candle is that of the running day, unfinished.
 */
export const kraken: Source = {
  id: "kraken",
  name: "Kraken",
  home: HOME,
  format: "json",
  adjustment: "splits", // coins are not split: closes compare over the whole history as they are
  settles: 1, // a candle is built from the venue's own trades and is final with the last of them; the minute is for clocks that disagree
  rights: () => "personal",
  terms: "Kraken market data: own use; the newest 720 days",
  budget: { spacing: 1100, limits: [{ requests: 1, within: 1000 }] },
  about,
  request,
  complaint,
  read,
};

function about(symbol: string): About | undefined {
  const unit = /^[A-Z0-9]+$/.test(symbol) ? quoteOf(symbol) : undefined;
  return unit === undefined ? undefined : { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit };
}

function request({ symbol, from }: Ask): Request {
  // What begins exactly at `since` is not sent.
  const since = Math.max(0, dayNumber(from) * SECONDS_PER_DAY - 1);
  return { url: `${HOME}/0/public/OHLC?pair=${encodeURIComponent(symbol)}&interval=1440&since=${since}` };
}

/** Every refusal comes with status 200 and a list of errors; those that begin with W are warnings beside a result. */
function complaint({ json }: { json: unknown }): Complaint | undefined {
  if (typeof json !== "object" || json === null || !("error" in json) || !Array.isArray(json.error)) return undefined;
  const words = oneLine(json.error.find((one) => typeof one === "string" && !one.startsWith("W")));
  if (words === undefined) return undefined;
  return { cause: CAUSES.find(([pattern]) => pattern.test(words))?.[1] ?? "badRequest", words };
}

function read(body: unknown, ask: Ask): Page {
  const { error, result } = record(body, "body");
  list(error, "error");
  const from = dayNumber(ask.from);
  const to = dayNumber(ask.to);
  const rows: Row[] = [];
  for (const [i, cells] of candlesOf(record(result, "result"), ask).entries()) {
    const row = rowOf(list(cells, `result[${i}]`), `result[${i}]`, ask);
    if (row && row.session >= from && row.session <= to) rows.push(row);
  }
  return { rows };
}

/** The candles stand under the venue's own name of the pair, "XXBTZUSD" for "XBTUSD", beside `last`, the stamp of the last finished one. */
function candlesOf(result: Record<string, unknown>, { symbol }: Ask): unknown[] {
  const names = Object.keys(result).filter((name) => name !== "last");
  const [name, ...others] = names;
  if (name === undefined || others.length > 0 || shortName(name) !== shortName(symbol)) throw malformed("result", `the pair ${symbol} alone`, names);
  return list(result[name], `result.${name}`);
}

function shortName(pair: string): string {
  const [, base = "", quote = ""] = /^[XZ]([A-Z]{3})[XZ]([A-Z]{3})$/.exec(pair) ?? [];
  const short = base === "" ? pair.replace("/", "") : `${base}${quote}`;
  return short.replace("BTC", "XBT").replace("DOGE", "XDG");
}

function rowOf(cells: unknown[], place: string, { now }: Ask): Row | undefined {
  if (cells.length !== COLUMNS) throw malformed(place, "time, open, high, low, close, vwap, volume, count", cells);
  const [time, open, high, low, close, , volume] = cells;
  const session = utcSession(finite(time, `${place}.time`), `${place}.time`, now);
  const bar = candle({ open, high, low, close, volume }, decimal, place);
  if (!bar) return undefined;
  columnsInOrder(bar, place);
  return { session, ...bar };
}
