import { BAR_FIELDS, type BarRow, type Calendar, type CloseInstant, type Day, type Fact, type Instrument, type Release } from "../market/index.ts";

/** What may be done with the figures of a source: used by oneself, shown only as what was computed from them, or passed on with the source named. */
export type Rights = "personal" | "derived-only" | "redistributable";

/** What closes of a source are adjusted for: nothing, splits, or splits and dividends. */
export type Adjustment = "none" | "splits" | "total";

/** What is asked of a source. */
export interface Ask {
  symbol: string; // "IWM"; as the source writes it
  from: Day; // "2000-05-26"; first session wanted
  to: Day; // "2026-11-20"; last session wanted
  now: number; // ms since 1970 UTC
}

/** One request, without the key: the transport puts that in at the last moment, so that no message and no log can show it. */
export interface Request {
  url: string; // "https://query2.finance.yahoo.com/v8/finance/chart/IWM?interval=1d"
}

/** What a source said of one session. */
export type Row = BarRow;

/** All that a row may say. */
export const BAR_AND_TIME = [...BAR_FIELDS, "knownAt"] as const;

export type { Fact } from "../market/index.ts";

/** One page of an answer, read. Rows in any order, a session once. */
export interface Page {
  rows: Row[];
  facts?: Fact[];
  next?: Request; // absent on the last page; pages ascend in time, so that what has been read can be kept
  unit?: string; // "USD"; where the answer itself says it
  zone?: string; // "America/New_York"; where the answer itself says it
  name?: string; // "iShares Russell 2000 ETF"; where the answer itself says it
}

/** What a symbol of a source is, by the source's own conventions. */
export interface About {
  kind: Instrument["kind"] | "reading";
  calendar: Calendar;
  close: CloseInstant;
  unit: string; // "USD", "percent", "millions of USD"
  name?: string;
  every?: "week"; // a reading that is made once a week, not in every session of its calendar
  release?: Release; // of a reading: when the value of a day becomes public
}

/** How often a source may be asked. */
export interface Budget {
  spacing: number; // ms between the starts of two requests
  limits: readonly { requests: number; within: number }[]; // within: ms
}

/** How the key of a source is sent. */
export interface KeyUse {
  name: string; // "TIINGO_KEY"; the environment variable and the line of the key file
  required: boolean;
  header?: { name: string; prefix: string }; // { name: "Authorization", prefix: "Token " }
  query?: string; // "apikey"
  where: string; // "https://www.tiingo.com/account/api/token"; where one is had
}

/**
 * One source of figures. Knows its wire format and nothing of network, clock or store: `request` says what to ask, `read` what came.
 */
export interface Source {
  id: string; // "yahoo"
  name: string; // "Yahoo Finance"
  home: string; // "https://query2.finance.yahoo.com"; every request begins with it
  format: "json" | "csv";
  adjustment: Adjustment;
  settles: number; // minutes after the close instant at which a figure of the session is final
  rights: (symbol: string) => Rights;
  terms: string; // what the rights come from, one line
  key?: KeyUse;
  budget: Budget;
  /** Headers that every request carries. */
  headers?: Readonly<Record<string, string>>;
  /** What the symbol is; undefined when the source does not serve such a symbol. */
  about: (symbol: string) => About | undefined;
  /** The first request of an ask. */
  request: (ask: Ask) => Request;
  /**
   * What the source complains of, from the status and the body as text (and as JSON, where it is JSON): a source may refuse
   * with status 200. Undefined when it does not complain; status 429, other 4xx, 5xx and HTML are judged for every source alike afterwards.
   */
  complaint: (answer: { status: number; text: string; json: unknown }) => Complaint | undefined;
  /**
   * The rows of a body: parsed JSON, or rows of cells of CSV.
   *
   * @throws SourceFailure (malformed) naming the place, what was expected and what came
   */
  read: (body: unknown, ask: Ask, request: Request) => Page;
}

/** A refusal in the source's own words. */
export interface Complaint {
  cause: Cause;
  words: string; // what the source said, one line
}

/** Why no figures came. */
export type Cause =
  | "unknownSymbol"
  | "badRequest"
  | "badKey"
  | "noKey"
  | "forbidden"
  | "rateLimited"
  | "quota"
  | "page"
  | "malformed"
  | "truncated"
  | "timeout"
  | "unreachable"
  | "server"
  | "redirect"
  | "tooLarge"
  | "repeated"
  | "stopped";
