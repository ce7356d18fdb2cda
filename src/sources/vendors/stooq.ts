import { dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { About, Ask, Cause, Complaint, Page, Request, Row, Source } from "../source.ts";
import { candle } from "./candle.ts";
import { decimal } from "./decimal.ts";
import { isoSession } from "./isoSession.ts";
import { QUIET_DAYS } from "./quietDays.ts";
import { list } from "./record.ts";
import { usTicker } from "./usTicker.ts";

const HOME = "https://stooq.com";
const HEADERS: ReadonlySet<string> = new Set(["Date,Open,High,Low,Close,Volume", "Date,Open,High,Low,Close"]);
const NONE = "N/D";

/** US indices of prices alone, which nothing is paid on. */
const INDICES: ReadonlyMap<string, string> = new Map([
  ["^spx", "S&P 500"],
  ["^ndx", "Nasdaq-100"],
  ["^ndq", "Nasdaq Composite"],
  ["^dji", "Dow Jones Industrial Average"],
]);
const CURRENCY = "(?:usd|eur|gbp|jpy|chf|cad|aud|nzd|pln)";
const PAIR = new RegExp(`^(?:xau|xag|xpt|xpd|${CURRENCY})(${CURRENCY})$`);

/** Its refusals, each with status 200, by how they begin. */
const REFUSALS: readonly [words: string, cause: Cause][] = [
  ["No data", "unknownSymbol"],
  ["Exceeded the daily hits limit", "quota"],
  ["Get your apikey", "badKey"],
];

/**
 * Stooq: daily bars of US stocks and funds ("iwm.us"), US indices ("^spx"), metals and currencies ("xauusd"), with a key.
 *
 * Prices of stocks and funds are adjusted for splits and dividends at once and cannot be had otherwise: their close is a total return and no
 * close, and the other prices are left. Nothing is paid on an index, a metal or a currency: their prices are what they were.
 */
export const stooq: Source = {
  id: "stooq",
  name: "Stooq",
  home: HOME,
  format: "csv",
  adjustment: "total",
  settles: 480, // sessions of New York stand there by the next morning of Warsaw; when exactly is not documented
  rights: () => "personal",
  terms: "Stooq: personal use",
  key: { name: "STOOQ_KEY", required: true, query: "apikey", where: "https://stooq.com/q/d/?s=spy.us&get_apikey" },
  budget: { spacing: 2000, limits: [] },
  about,
  request,
  complaint,
  read,
};

function about(symbol: string): About | undefined {
  const ticker = /^([a-z]{1,5}(-[a-z])?)\.us$/.exec(symbol)?.[1];
  if (ticker !== undefined) return usTicker(ticker);
  const index = INDICES.get(symbol);
  if (index !== undefined) return { kind: "index", calendar: "XNYS", close: { time: "16:00", zone: "America/New_York" }, unit: "index", name: index };
  const quote = PAIR.exec(symbol)?.[1];
  if (quote === undefined || symbol === quote + quote) return undefined;
  // Traded around the clock on weekdays, which no calendar held says.
  const name = "spot price (sessions of the New York Stock Exchange, the nearest calendar held; the day ends about 23:00 Warsaw)";
  return { kind: "index", calendar: "XNYS", close: { time: "23:00", zone: "Europe/Warsaw" }, unit: quote.toUpperCase(), name };
}

function request({ symbol, from, to }: Ask): Request {
  const first = toDay(dayNumber(from) - QUIET_DAYS).replaceAll("-", "");
  return { url: `${HOME}/q/d/l/?s=${encodeURIComponent(symbol)}&d1=${first}&d2=${to.replaceAll("-", "")}&i=d` };
}

function complaint({ text }: { text: string }): Complaint | undefined {
  const said = text.trimStart();
  const known = REFUSALS.find(([words]) => said.startsWith(words));
  if (known) return { cause: known[1], words: known[0] };
  // It proves a browser by work that a script of the page does.
  return said.startsWith("<") && said.includes("__verify") ? { cause: "page", words: "the page that verifies browsers" } : undefined;
}

function read(body: unknown, ask: Ask): Page {
  const [header, ...lines] = list(body, "body").map((line, i) => list(line, `line ${i + 1}`));
  if (!header || !HEADERS.has(header.filter((name) => typeof name === "string").join(","))) throw malformed("line 1", [...HEADERS].join(" or "), header);
  const from = dayNumber(ask.from);
  const to = dayNumber(ask.to);
  const adjusted = ask.symbol.endsWith(".us");
  const rows: Row[] = [];
  for (const [i, cells] of lines.entries()) {
    const place = `line ${i + 2}`;
    if (cells.length !== header.length) throw malformed(place, `${header.length} cells`, cells);
    const [day, open, high, low, close, volume] = cells;
    const session = isoSession(day, `${place}.Date`, ask.now);
    const held = {
      open: none(open),
      high: none(high),
      low: none(low),
      close: none(close),
      volume: volume === undefined || volume === "" ? null : none(volume),
    };
    const bar = candle(held, decimal, place);
    if (!bar || session < from || session > to) continue;
    if (!adjusted) rows.push({ session, ...bar });
    else if (bar.close !== undefined) rows.push({ session, totalReturn: bar.close });
  }
  return { rows };
}

function none(cell: unknown): unknown {
  return cell === NONE ? null : cell;
}
