import type { Calendar, CloseInstant, Release } from "../../market/index.ts";
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
  release: Release; // when the value of a day is had
}

const DAY_END = closeInNewYork("24:00"); // a rate or a balance of the whole day

const MARKET_YIELD = {
  unit: "percent",
  calendar: "US-BOND",
  close: closeInNewYork("15:30"), // the quotes that the curve is drawn from are taken about then
  rights: "redistributable",
  release: { calendar: "US-FED", after: 1, time: "16:15" },
} as const;

const WEEKLY_BALANCE = {
  unit: "millions of USD",
  calendar: "US-FED",
  weekly: "Wednesday",
  close: DAY_END,
  rights: "redistributable",
  release: { calendar: "US-FED", after: 1, time: "16:30" }, // Thursday; Friday after a holiday
} as const;

const DECIDED_RATE = {
  unit: "percent",
  calendar: "24/7",
  close: DAY_END,
  rights: "redistributable",
  release: { calendar: "24/7", after: 0, time: "00:00" }, // decided before its days begin; it counts from its day all the same
} as const;

const US_INDEX = {
  unit: "index",
  calendar: "XNYS",
  close: closeInNewYork("16:00"),
  rights: "personal",
  release: { calendar: "XNYS", after: 0, time: "20:00" },
} as const;

const TABLE: readonly FredSeries[] = [
  {
    id: "DFF",
    title: "effective federal funds rate, weekends included",
    unit: "percent",
    calendar: "24/7",
    close: DAY_END,
    rights: "redistributable",
    release: { calendar: "US-FED", after: 1, time: "09:00" },
  },
  { id: "DFEDTARU", title: "federal funds target range, upper limit", ...DECIDED_RATE },
  { id: "DFEDTARL", title: "federal funds target range, lower limit", ...DECIDED_RATE },
  { id: "IORB", title: "interest rate on reserve balances", ...DECIDED_RATE },
  {
    id: "EFFR",
    title: "effective federal funds rate",
    unit: "percent",
    calendar: "US-FED",
    close: DAY_END,
    rights: "redistributable",
    release: { calendar: "US-FED", after: 1, time: "09:00" },
  },
  {
    id: "SOFR",
    title: "secured overnight financing rate",
    unit: "percent",
    calendar: "US-BOND",
    close: DAY_END,
    rights: "redistributable",
    release: { calendar: "US-BOND", after: 1, time: "08:00" },
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
    release: { calendar: "US-BOND", after: 0, time: "13:15" },
  },
  // FRED serves no more than the last ten years of the two indices of S&P Dow Jones.
  { id: "SP500", title: "S&P 500", ...US_INDEX },
  { id: "DJIA", title: "Dow Jones Industrial Average", ...US_INDEX },
  { id: "NASDAQ100", title: "Nasdaq 100", ...US_INDEX },
  {
    id: "VIXCLS",
    title: "Cboe Volatility Index",
    ...US_INDEX,
    close: closeInNewYork("16:15"),
    release: { calendar: "XNYS", after: 1, time: "09:00" },
  },
  {
    id: "CBBTCUSD",
    title: "Coinbase bitcoin",
    unit: "USD",
    calendar: "24/7",
    close: { time: "17:00", zone: "America/Los_Angeles" },
    rights: "personal",
    release: { calendar: "24/7", after: 1, time: "21:00" },
  },
];

/** The series known, by id. */
export const FRED_SERIES: ReadonlyMap<string, FredSeries> = new Map(TABLE.map((series) => [series.id, series]));

/** What a series is; undefined when it is not in the table. */
export function aboutFredSeries(id: string): About | undefined {
  const series = FRED_SERIES.get(id);
  if (!series) return undefined;
  const { calendar, close, unit, title, weekly, release } = series;
  return { kind: "reading", calendar, close, unit, name: title, release, ...(weekly ? { every: "week" } : {}) };
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
