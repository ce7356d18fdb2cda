import { type Day, dayNumber, toDay } from "../../market/index.ts";
import { malformed } from "../failure.ts";
import type { Ask, Complaint, Page, Request, Row, Source } from "../source.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { aboutFredSeries, knownFredSeries, rightsOfFredSeries } from "./fredSeries.ts";
import { heldDecimal } from "./heldDecimal.ts";
import { isoDay } from "./isoDay.ts";
import { dayInNewYork, midnightInNewYork } from "./newYork.ts";
import { oneLine } from "./oneLine.ts";
import { list, record } from "./record.ts";
import { wholeNumber } from "./wholeNumber.ts";

const HOME = "https://api.stlouisfed.org";
const LIMIT = 100_000; // the most observations that one answer may hold
const VINTAGES = "@vintages";
const MISSING = [".", ""];

/** One observation as it was held from a day on. */
interface Observation {
  session: number;
  since: Day; // realtime_start: the first day on which this value was the one held
  value: number | undefined;
}

/**
 * FRED by its JSON API: the series of `fredSeries.ts`, one a request.
 *
 * A symbol is the id of a series, `DGS10`, as it stands today; or the id with `@vintages`, `WALCL@vintages`: all that was ever held of each
 * day, a row for each revision with `knownAt`, the beginning of the New York day on which it appeared in ALFRED. A value older than ALFRED's
 * record of its series is known from the beginning of that record. FRED refuses vintages of a series that has more than 2000 of them.
 */
export const fred: Source = {
  id: "fred",
  name: "FRED",
  home: HOME,
  format: "json",
  adjustment: "none",
  settles: 14 * 60 + 30, // rates of the New York Fed may be corrected until 14:30 of the next day
  rights: (symbol) => rightsOfFredSeries(seriesOf(symbol).id),
  terms: "terms of the FRED API: a notice that the Bank does not endorse the product is shown; series of third parties keep their copyright",
  key: { name: "FRED_KEY", required: true, query: "api_key", where: "https://fred.stlouisfed.org/docs/api/api_key.html" },
  budget: { spacing: 500, limits: [{ requests: 120, within: 60_000 }] },
  about: (symbol) => aboutFredSeries(seriesOf(symbol).id),
  request: (ask) => requestFrom(ask, 0),
  complaint,
  read,
};

function seriesOf(symbol: string): { id: string; vintages: boolean } {
  const vintages = symbol.endsWith(VINTAGES);
  return { id: vintages ? symbol.slice(0, -VINTAGES.length) : symbol, vintages };
}

function requestFrom({ symbol, from, to }: Ask, offset: number): Request {
  const { id, vintages } = seriesOf(symbol);
  const query = new URLSearchParams({
    series_id: knownFredSeries(id).id,
    file_type: "json",
    observation_start: from,
    observation_end: to,
    // `vintage_date` would be ignored without a word, and today's values be taken for those of the day.
    ...(vintages ? { realtime_start: "1776-07-04", realtime_end: "9999-12-31" } : {}),
    sort_order: "asc",
    limit: String(LIMIT),
    offset: String(offset),
  });
  return { url: `${HOME}/fred/series/observations?${query.toString()}` };
}

function complaint({ status, json }: { status: number; json: unknown }): Complaint | undefined {
  if (typeof json !== "object" || json === null || !("error_message" in json)) return undefined;
  const words = oneLine(json.error_message);
  if (words === undefined) return undefined;
  if (/\bapi_key\b/.test(words)) return { cause: "badKey", words };
  if (/\bseries does not exist\b/.test(words)) return { cause: "unknownSymbol", words };
  return { cause: causeOfStatus("error_code" in json && typeof json.error_code === "number" ? json.error_code : status), words };
}

function read(body: unknown, ask: Ask, request: Request): Page {
  const answer = record(body, "body");
  const asked = Number(new URL(request.url).searchParams.get("offset"));
  const offset = wholeNumber(answer.offset, "offset");
  if (offset !== asked) throw malformed("offset", `${asked}, the one asked for`, offset);
  if (answer.units !== undefined && answer.units !== "lin") throw malformed("units", '"lin", the values as they are', answer.units);
  const observations = list(answer.observations, "observations").map(observationOf);
  const end = offset + observations.length;
  const more = wholeNumber(answer.count, "count") > end;
  if (more && observations.length === 0) throw malformed("observations", `those from ${offset} on of ${String(answer.count)}`, answer.observations);
  const { vintages } = seriesOf(ask.symbol);
  const whole = vintages && more ? withoutLastDay(observations) : observations;
  const rows = rowsOf(whole, ask, vintages);
  return more ? { rows, next: requestFrom(ask, offset + whole.length) } : { rows };
}

function observationOf(value: unknown, i: number): Observation {
  const place = `observations[${i}]`;
  const observation = record(value, place);
  const since = isoDay(observation.realtime_start, `${place}.realtime_start`);
  const until = isoDay(observation.realtime_end, `${place}.realtime_end`);
  if (until < since) throw malformed(`${place}.realtime_end`, `a day from ${toDay(since)} on`, toDay(until));
  return {
    session: isoDay(observation.date, `${place}.date`),
    since: toDay(since),
    value: heldDecimal(observation.value, `${place}.value`, MISSING),
  };
}

/** A day whose vintages go on in the next page is left to that page, so that no page begins on the day that the one before ended with. */
function withoutLastDay(observations: readonly Observation[]): readonly Observation[] {
  const last = observations.at(-1)!.session;
  const first = observations.findIndex(({ session }) => session === last);
  return first === 0 ? observations : observations.slice(0, first);
}

function rowsOf(observations: readonly Observation[], ask: Ask, vintages: boolean): Row[] {
  const from = dayNumber(ask.from);
  // Rates that are decided are dated ahead: what is dated after today is not yet so.
  const to = Math.min(dayNumber(ask.to), dayInNewYork(ask.now));
  const wanted = observations.filter(({ session, value }) => value !== undefined && session >= from && session <= to);
  const since = new Map(wanted.map((observation) => [observation.session, observation.since]));
  const revised = new Set(wanted.filter((observation) => observation.since !== since.get(observation.session)).map(({ session }) => session));
  const rows = wanted.map(({ session, since, value }): Row => {
    const dated = vintages || revised.has(session);
    return { session, value: value!, ...(dated ? { knownAt: midnightInNewYork(since) } : {}) };
  });
  return rows.sort((a, b) => a.session - b.session || (a.knownAt ?? 0) - (b.knownAt ?? 0));
}
