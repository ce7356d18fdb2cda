import type { Calendar, CloseInstant } from "../../market/index.ts";
import { SourceFailure } from "../failure.ts";
import type { About, Rights } from "../source.ts";
import { closeInNewYork } from "./newYork.ts";

/** A series of FRED that is known well enough to be read: what it is in, on which days it has a value, and when that is had. */
export interface FredSeries {
  id: string; // "DGS10"
  title: string; // "ten-year Treasury yield, constant maturity"
  unit: "percent" | "millions of USD" | "billions of USD" | "index" | "USD";
  calendar: Calendar;
  /** The only weekday that has a value; such a series has none on the other days of its calendar. */
  weekly?: "Wednesday";
  close: CloseInstant; // the moment of its day that the value stands for
  rights: Rights;
  released: string; // "the next business day about 16:15"; clocks of New York
}

const DAY_END = closeInNewYork("24:00"); // a rate or a balance of the whole day

const MARKET_YIELD = {
  unit: "percent",
  calendar: "US-BOND",
  close: closeInNewYork("15:30"), // the quotes that the curve is drawn from are taken about then
  rights: "redistributable",
  released: "the next business day about 16:15",
} as const;

const WEEKLY_BALANCE = {
  unit: "millions of USD",
  calendar: "US-FED",
  weekly: "Wednesday",
  close: DAY_END,
  rights: "redistributable",
  released: "Thursday 16:30, Friday after a holiday",
} as const;

const POLICY_RATE = { unit: "percent", calendar: "24/7", close: DAY_END, rights: "redistributable" } as const;

const US_INDEX = {
  unit: "index",
  calendar: "XNYS",
  close: closeInNewYork("16:00"),
  rights: "personal",
  released: "the evening of the day",
} as const;

const TABLE: readonly FredSeries[] = [
  { id: "DFF", title: "effective federal funds rate, weekends included", ...POLICY_RATE, released: "the next day between 09:00 and 10:00" },
  { id: "DFEDTARU", title: "federal funds target range, upper limit", ...POLICY_RATE, released: "about the day itself; a change on the day it takes effect" },
  { id: "DFEDTARL", title: "federal funds target range, lower limit", ...POLICY_RATE, released: "about the day itself; a change on the day it takes effect" },
  { id: "IORB", title: "interest rate on reserve balances", ...POLICY_RATE, released: "with the decision, so ahead of its days" },
  {
    id: "EFFR",
    title: "effective federal funds rate",
    unit: "percent",
    calendar: "US-FED",
    close: DAY_END,
    rights: "redistributable",
    released: "the next business day",
  },
  {
    id: "SOFR",
    title: "secured overnight financing rate",
    unit: "percent",
    calendar: "US-BOND",
    close: DAY_END,
    rights: "redistributable",
    released: "the next business day about 08:00, corrected until 14:30",
  },
  { id: "DGS3MO", title: "three-month Treasury yield, constant maturity", ...MARKET_YIELD },
  { id: "DGS2", title: "two-year Treasury yield, constant maturity", ...MARKET_YIELD },
  { id: "DGS10", title: "ten-year Treasury yield, constant maturity", ...MARKET_YIELD },
  { id: "WALCL", title: "Federal Reserve total assets, Wednesday level", ...WEEKLY_BALANCE },
  { id: "TREAST", title: "Treasuries that the Federal Reserve holds outright, Wednesday level", ...WEEKLY_BALANCE },
  { id: "WSHOMCB", title: "mortgage-backed securities that the Federal Reserve holds outright, Wednesday level", ...WEEKLY_BALANCE },
  { id: "WTREGEN", title: "Treasury General Account, average of the week that ends on Wednesday", ...WEEKLY_BALANCE },
  {
    id: "RRPONTSYD",
    title: "overnight reverse repurchase agreements of the Federal Reserve",
    unit: "billions of USD",
    calendar: "US-BOND",
    close: closeInNewYork("13:15"),
    rights: "redistributable",
    released: "the day itself between 13:15 and 14:00",
  },
  // FRED serves no more than the last ten years of the two indices of S&P Dow Jones.
  { id: "SP500", title: "S&P 500", ...US_INDEX },
  { id: "DJIA", title: "Dow Jones Industrial Average", ...US_INDEX },
  { id: "NASDAQ100", title: "Nasdaq 100", ...US_INDEX },
  { id: "VIXCLS", title: "Cboe Volatility Index", ...US_INDEX, close: closeInNewYork("16:15"), released: "the next morning" },
  {
    id: "CBBTCUSD",
    title: "Coinbase bitcoin",
    unit: "USD",
    calendar: "24/7",
    close: { time: "17:00", zone: "America/Los_Angeles" },
    rights: "personal",
    released: "the next day",
  },
];

/** The series known, by id. */
export const FRED_SERIES: ReadonlyMap<string, FredSeries> = new Map(TABLE.map((series) => [series.id, series]));

/** What a series is; undefined when it is not in the table. */
export function aboutFredSeries(id: string): About | undefined {
  const series = FRED_SERIES.get(id);
  if (!series) return undefined;
  const { calendar, close, unit, title, weekly } = series;
  return { kind: "reading", calendar, close, unit, name: title, ...(weekly ? { every: "week" } : {}) };
}

/** The series of an id that was asked for. @throws SourceFailure (unknownSymbol) */
export function knownFredSeries(id: string): FredSeries {
  const series = FRED_SERIES.get(id);
  if (!series) throw new SourceFailure("unknownSymbol", `expected one of the series known; received ${JSON.stringify(id)}`);
  return series;
}

/** What may be done with a series: an id that is not in the table gets no more than its own use. */
export function rightsOfFredSeries(id: string): Rights {
  return FRED_SERIES.get(id)?.rights ?? "personal";
}
