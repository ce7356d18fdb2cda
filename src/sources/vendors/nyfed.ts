import { dayNumber, type Release, toDay } from "../../market/index.ts";
import { malformed, SourceFailure } from "../failure.ts";
import type { About, Ask, Fact, Page, Row, Source } from "../source.ts";
import { decimal, finite } from "./decimal.ts";
import { isoDay } from "./isoDay.ts";
import { closeInNewYork } from "./newYork.ts";
import { list, record } from "./record.ts";

const HOME = "https://markets.newyorkfed.org";
const MISSING: ReadonlySet<unknown> = new Set([null, "", "NA"]);
const DAY_END = closeInNewYork("24:00");
/** Secured rates need an open bond market, unsecured ones the Reserve Banks. */
const SECURED = { calendar: "US-BOND", release: { calendar: "US-BOND", after: 1, time: "08:00" } } as const;
const UNSECURED = { calendar: "US-FED", release: { calendar: "US-FED", after: 1, time: "09:00" } } as const;
/** With the balance sheet of the Wednesday. */
const BALANCE_SHEET: Release = { calendar: "US-FED", after: 1, time: "16:30" };

/** One symbol: where it is asked for, and what is read there. */
interface Served {
  about: About;
  path: string; // without the API's root
  dated: boolean; // whether the path takes dates; where not, all is asked for
  read: (body: unknown, place: Place) => Page;
}

/** What a reader needs of the ask. */
interface Place {
  wanted: (session: number) => boolean;
}

const SERVED: ReadonlyMap<string, Served> = new Map([
  ["EFFR", rate("unsecured", "EFFR", "effective federal funds rate")],
  ["OBFR", rate("unsecured", "OBFR", "overnight bank funding rate")],
  ["SOFR", rate("secured", "SOFR", "secured overnight financing rate")],
  ["BGCR", rate("secured", "BGCR", "broad general collateral rate")],
  ["TGCR", rate("secured", "TGCR", "tri-party general collateral rate")],
  // The index comes with averages instead of a rate.
  ["SOFR-index", { ...rate("secured", "SOFRAI", "SOFR index", "index"), about: about("SOFR index", "index", SECURED) }],
  ["SOMA-total", holdings("total", "all securities")],
  ["SOMA-bills", holdings("bills", "Treasury bills")],
  ["SOMA-notesbonds", holdings("notesbonds", "Treasury notes and bonds")],
  ["SOMA-tips", holdings("tips", "inflation-protected Treasuries")],
  ["SOMA-tipsInflationCompensation", holdings("tipsInflationCompensation", "inflation compensation of inflation-protected Treasuries")],
  ["SOMA-frn", holdings("frn", "floating-rate Treasury notes")],
  ["SOMA-mbs", holdings("mbs", "mortgage-backed securities")],
  ["SOMA-cmbs", holdings("cmbs", "commercial mortgage-backed securities")],
  ["SOMA-agencies", holdings("agencies", "agency debt")],
  [
    "RRP",
    {
      about: about("overnight reverse repurchase agreements, amount accepted", "USD", {
        close: closeInNewYork("13:15"),
        calendar: "US-BOND",
        release: { calendar: "US-BOND", after: 0, time: "13:15" },
      }),
      path: "/rp/results/search.json",
      dated: true,
      read: readReverseRepo,
    },
  ],
  [
    "operations",
    {
      // An operation ends in the early afternoon at the latest, and its results follow within minutes.
      about: about("outright Treasury operations", "USD", { release: { calendar: "US-BOND", after: 0, time: "15:00" } }),
      path: "/tsy/all/results/summary/search.json",
      dated: true,
      read: readOperations,
    },
  ],
]);

/**
 * The Markets API of the New York Fed: the reference rates (`EFFR`, `OBFR`, `SOFR`, `BGCR`, `TGCR`, `SOFR-index`), the System Open Market
 * Account on Wednesdays (`SOMA-total` and its parts), overnight reverse repos by day (`RRP`) and, as facts without rows, the Treasury
 * operations (`operations`).
 */
export const nyfed: Source = {
  id: "nyfed",
  name: "New York Fed Markets",
  home: HOME,
  format: "json",
  adjustment: "none",
  settles: 14 * 60 + 30, // rates may be corrected until 14:30 of the next day
  rights: (symbol) => (SERVED.has(symbol) ? "redistributable" : "personal"),
  terms: "terms of the New York Fed: free use with the source named and no endorsement claimed; reference rates with its notice",
  budget: { spacing: 500, limits: [] },
  about: (symbol) => SERVED.get(symbol)?.about,
  request: (ask) => {
    const { path, dated } = served(ask.symbol);
    return { url: `${HOME}/api${path}${dated ? `?startDate=${ask.from}&endDate=${ask.to}` : ""}` };
  },
  complaint: () => undefined, // a bad parameter is answered with status 400 and no more than its name
  read: (body, ask) => served(ask.symbol).read(body, { wanted: within(ask) }),
};

function served(symbol: string): Served {
  const found = SERVED.get(symbol);
  if (!found) throw new SourceFailure("unknownSymbol", `expected one of ${[...SERVED.keys()].join(", ")}; received ${JSON.stringify(symbol)}`);
  return found;
}

function within({ from, to }: Ask): (session: number) => boolean {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return (session) => session >= first && session <= last;
}

type Timing = Pick<Partial<About>, "close" | "calendar" | "every"> & { release: Release };

function about(name: string, unit: string, { close = DAY_END, calendar = "US-FED", ...timing }: Timing): About {
  return { kind: "reading", calendar, close, unit, name, ...timing };
}

function rate(market: "secured" | "unsecured", type: string, name: string, field = "percentRate"): Served {
  return {
    about: about(name, "percent", market === "secured" ? SECURED : UNSECURED),
    path: `/rates/${market}/${type.toLowerCase()}/search.json`,
    dated: true,
    read: (body, { wanted }) => {
      const rows: Row[] = [];
      for (const [i, entry] of list(record(body, "body").refRates, "refRates").entries()) {
        const place = `refRates[${i}]`;
        const quote = record(entry, place);
        if (quote.type !== type) throw malformed(`${place}.type`, JSON.stringify(type), quote.type);
        const session = isoDay(quote.effectiveDate, `${place}.effectiveDate`);
        const value = MISSING.has(quote[field]) ? undefined : finite(quote[field], `${place}.${field}`);
        if (value !== undefined && wanted(session)) rows.push({ session, value });
      }
      return { rows };
    },
  };
}

function holdings(column: string, name: string): Served {
  return {
    about: about(`System Open Market Account, ${name}`, "USD", { every: "week", release: BALANCE_SHEET }),
    path: "/soma/summary.json",
    dated: false,
    read: (body, { wanted }) => {
      const rows: Row[] = [];
      for (const [i, entry] of list(record(record(body, "body").soma, "soma").summary, "soma.summary").entries()) {
        const place = `soma.summary[${i}]`;
        const week = record(entry, place);
        const session = isoDay(week.asOfDate, `${place}.asOfDate`);
        const value = dollars(week[column], `${place}.${column}`);
        if (value !== undefined && wanted(session)) rows.push({ session, value });
      }
      return { rows };
    },
  };
}

/**
 * What was accepted overnight each day. The answer holds repos and other terms as well, whatever is asked for; small-value exercises are
 * operations like others here. A day on which an operation's amount is not said has no sum.
 */
function readReverseRepo(body: unknown, { wanted }: Place): Page {
  const sums = new Map<number, number | undefined>();
  const seen = new Set<string>();
  for (const [i, entry] of list(record(record(body, "body").repo, "repo").operations, "repo.operations").entries()) {
    const place = `repo.operations[${i}]`;
    const operation = record(entry, place);
    const session = isoDay(operation.operationDate, `${place}.operationDate`);
    const type = text(operation.operationType, `${place}.operationType`);
    const term = text(operation.term, `${place}.term`);
    const status = text(operation.auctionStatus, `${place}.auctionStatus`);
    if (type !== "Reverse Repo" || term !== "Overnight" || status !== "Results" || isForeign(operation) || !wanted(session)) continue;
    once(seen, text(operation.operationId, `${place}.operationId`), place);
    const accepted = dollars(operation.totalAmtAccepted, `${place}.totalAmtAccepted`);
    const before = sums.has(session) ? sums.get(session) : 0;
    sums.set(session, before === undefined || accepted === undefined ? undefined : before + accepted);
  }
  return { rows: [...sums].flatMap(([session, value]) => (value === undefined ? [] : [{ session, value }])) };
}

/** Whether an operation is one with foreign and international monetary authorities, which is no part of the facility. */
function isForeign({ operationId, operationMethod, note }: Readonly<Record<string, unknown>>): boolean {
  return [operationId, operationMethod, note].some((value) => typeof value === "string" && /\bFIMA\b/i.test(value));
}

function readOperations(body: unknown, { wanted }: Place): Page {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  for (const [i, entry] of list(record(record(body, "body").treasury, "treasury").auctions, "treasury.auctions").entries()) {
    const place = `treasury.auctions[${i}]`;
    const operation = record(entry, place);
    const session = isoDay(operation.operationDate, `${place}.operationDate`);
    if (text(operation.auctionStatus, `${place}.auctionStatus`) !== "Results" || !wanted(session)) continue;
    facts.push(operationOf(operation, once(seen, text(operation.operationId, `${place}.operationId`), place), session, place));
  }
  return { rows: [], facts: facts.sort((a, b) => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1)) };
}

function operationOf(operation: Readonly<Record<string, unknown>>, id: string, session: number, place: string): Fact {
  const submitted = dollars(operation.totalParAmtSubmitted, `${place}.totalParAmtSubmitted`);
  const accepted = dollars(operation.totalParAmtAccepted, `${place}.totalParAmtAccepted`);
  if (submitted !== undefined && accepted !== undefined && accepted > submitted) {
    throw malformed(`${place}.totalParAmtAccepted`, `at most the ${submitted} submitted`, accepted);
  }
  return {
    kind: "treasuryOperation",
    id,
    day: toDay(session),
    fields: {
      type: text(operation.operationType, `${place}.operationType`), // "Outright Bill Purchase"
      direction: text(operation.operationDirection, `${place}.operationDirection`), // "P"; "S" for a sale
      settlement: dayOrNull(operation.settlementDate, `${place}.settlementDate`),
      maturityFrom: dayOrNull(operation.maturityRangeStart, `${place}.maturityRangeStart`),
      maturityTo: dayOrNull(operation.maturityRangeEnd, `${place}.maturityRangeEnd`),
      submitted: submitted ?? null, // 27458000000; USD of par
      accepted: accepted ?? null,
      method: textOrNull(operation.auctionMethod, `${place}.auctionMethod`), // "Multiple Price"
      note: textOrNull(operation.note, `${place}.note`),
    },
  };
}

/** An amount in dollars, as a number or as text; undefined where the Bank says none. */
function dollars(value: unknown, place: string): number | undefined {
  if (MISSING.has(value)) return undefined;
  const amount = typeof value === "string" ? decimal(value, place) : finite(value, place);
  if (amount < 0) throw malformed(place, "dollars from 0 up", value);
  return amount;
}

function text(value: unknown, place: string): string {
  if (typeof value !== "string" || value === "") throw malformed(place, "a text", value);
  return value;
}

function textOrNull(value: unknown, place: string): string | null {
  return value === undefined || value === null || value === "" ? null : text(value, place);
}

function dayOrNull(value: unknown, place: string): string | null {
  const day = textOrNull(value, place);
  return day === null ? null : toDay(isoDay(day, place));
}

/** The id, when it did not come before: an operation that is there twice would count twice. */
function once(seen: Set<string>, id: string, place: string): string {
  if (seen.has(id)) throw malformed(`${place}.operationId`, "each operation once", id);
  seen.add(id);
  return id;
}
