import { dayNumber, parseDay, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { About, Ask, Cause, Complaint, Page, Request, Row, Source } from "../source.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { decimal } from "./decimal.ts";
import { oneLine } from "./oneLine.ts";
import { list, record } from "./record.ts";
import { utcSession } from "./utcSession.ts";

const HOME = "https://community-api.coinmetrics.io";
const SECONDS_PER_DAY = 86_400;
const METRIC = "PriceUSD";

const CAUSES: ReadonlyMap<unknown, Cause> = new Map([
  ["unauthorized", "badKey"],
  ["wrong_credentials", "badKey"],
  ["forbidden", "forbidden"],
  ["too_many_requests", "rateLimited"],
]);

/**
 * Coin Metrics, community data: the price of an asset ("btc") in US dollars at the end of each day of UTC, closes only; of Bitcoin since 2010-07-18.
 *
 * A day stands in the answer once its price is fixed.
 */
export const coinmetrics: Source = {
  id: "coinmetrics",
  name: "Coin Metrics community",
  home: HOME,
  format: "json",
  adjustment: "splits", // coins are not split: closes compare over the whole history as they are
  settles: 1, // the price is fixed at the end of the day and not served before; the minute is for clocks that disagree
  // CC BY-NC 4.0 would let the figures be passed on without gain, but whoever gets a note may use it for gain: only what is computed goes on.
  rights: () => "derived-only",
  terms: "Coin Metrics community data: CC BY-NC 4.0, with attribution, not for commercial use",
  budget: { spacing: 650, limits: [{ requests: 10, within: 6000 }] },
  about,
  request,
  complaint,
  read,
};

function about(symbol: string): About | undefined {
  if (!/^[a-z0-9]+([_.][a-z0-9]+)*$/.test(symbol)) return undefined;
  return { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit: "USD" };
}

function request({ symbol, from, to }: Ask): Request {
  const range = `start_time=${from}&end_time=${to}&paging_from=start&page_size=10000`;
  return { url: `${HOME}/v4/timeseries/asset-metrics?assets=${encodeURIComponent(symbol)}&metrics=${METRIC}&frequency=1d&${range}` };
}

function complaint({ status, json }: { status: number; json: unknown }): Complaint | undefined {
  if (typeof json !== "object" || json === null || !("error" in json) || typeof json.error !== "object" || json.error === null) return undefined;
  const { type, message } = json.error as { type?: unknown; message?: unknown };
  const words = oneLine(message) ?? oneLine(type);
  if (words === undefined) return undefined;
  if (type === "bad_parameter" && words.includes("'assets'")) return { cause: "unknownSymbol", words };
  return { cause: CAUSES.get(type) ?? causeOfStatus(status), words };
}

function read(body: unknown, ask: Ask): Page {
  const { data, next_page_url: next } = record(body, "body");
  const from = dayNumber(ask.from);
  const to = dayNumber(ask.to);
  const rows: Row[] = [];
  for (const [i, one] of list(data, "data").entries()) {
    const row = rowOf(record(one, `data[${i}]`), `data[${i}]`, ask);
    if (row && row.session >= from && row.session <= to) rows.push(row);
  }
  return { rows, ...(next === undefined || next === null ? {} : { next: { url: ownAddress(next) } }) };
}

function rowOf(one: Record<string, unknown>, place: string, { symbol, now }: Ask): Row | undefined {
  if (one.asset !== symbol) throw malformed(`${place}.asset`, symbol, one.asset);
  const session = sessionOf(one.time, `${place}.time`, now);
  // Null is a day without a price; without the metric's name the answer is one to another question.
  return one[METRIC] === null ? undefined : { session, close: decimal(one[METRIC], `${place}.${METRIC}`) };
}

/** The day that a time like 2020-03-20T00:00:00.000000000Z begins: the price is that of its end. */
function sessionOf(time: unknown, place: string, now: number): number {
  const day = typeof time === "string" ? /^(\d{4}-\d\d-\d\d)T00:00:00(?:\.0{1,9})?Z$/.exec(time)?.[1] : undefined;
  const session = day === undefined ? undefined : parseDay(day);
  if (session === undefined) throw malformed(place, `a day's beginning like ${toDay(0)}T00:00:00.000000000Z`, time);
  return utcSession(session * SECONDS_PER_DAY, place, now);
}

/** The address of the next page, which the answer names: it is followed within the source's own host alone, whoever wrote the answer. */
function ownAddress(next: unknown): string {
  const url = typeof next === "string" && URL.canParse(next) ? new URL(next) : undefined;
  if (url?.origin !== HOME || url.username !== "" || url.password !== "") throw malformed("next_page_url", `an address of ${HOME}`, next);
  return url.href;
}
