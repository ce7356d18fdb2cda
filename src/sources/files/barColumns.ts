import { type BarField, Problem } from "../../market/index.ts";
import { listed } from "./listed.ts";

/** What a column of a file of bars holds. */
export type BarColumn = BarField | "date" | "symbol";

const NAMES: Readonly<Record<BarColumn | "moment", string>> = {
  date: "date day session pricedate tradedate tradingdate tradingday quotedate observationdate dates datum dtyyyymmdd",
  moment: "time datetime timestamp opentime snappedat unix unixtime epoch t",
  symbol: "symbol ticker instrument",
  open: "open openprice pxopen o",
  high: "high highprice pxhigh h",
  low: "low lowprice pxlow l",
  close: "close closeprice closingprice closelast last lastprice latest price settle settleprice settlement settlementprice pxlast schlusskurs c",
  totalReturn: "adjclose adjustedclose adjcloseprice adjustedcloseprice closeadj closeadjusted totalreturn",
  dividend: "dividend dividends dividendamount divcash",
  split: "split stocksplits splitfactor splitcoefficient",
  volume: "volume vol totalvolume v",
  value: "value",
};

const MEANING: ReadonlyMap<string, BarColumn | "moment"> = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) => names.split(" ").map((name) => [name, meaning as BarColumn | "moment"] as const)),
);

/**
 * What each column of a file of bars holds, by its name alone: a field, `date`, `symbol`, or undefined where the name is none of these.
 *
 * Capitals, spaces and punctuation do not matter ("Adj Close**" is "adj_close"). A column of moments (`time`, `timestamp`) is the date where
 * there is no column of dates, and otherwise undefined. An adjusted close is the total return.
 *
 * @param names as the file has them
 * @param place the file, or file and line, to name it in the problem
 * @returns as many as there are names, in their order
 * @throws Problem (data) without a date or a figure, and where two columns claim to be the same
 *
 * @example
 * import { barColumns } from "lockstep/sources";
 * barColumns(["Date", "Close/Last", "Vol.", "Change %"]); // => ["date", "close", "volume", undefined]
 */
export function barColumns(names: readonly string[], place?: string): (BarColumn | undefined)[] {
  const meanings = names.map((name) => MEANING.get(plainName(name)));
  const date = meanings.includes("date") ? "date" : "moment";
  const columns = meanings.map((meaning): BarColumn | undefined => (meaning === date ? "date" : meaning === "moment" ? undefined : meaning));
  const refuse = (expected: string, received: readonly string[]) => new Problem("data", `expected ${expected}; received ${listed(received)}`, place);
  if (!columns.includes("date")) throw refuse("a header with a column of dates (date, day, time, timestamp, Datum …)", names);
  for (const column of new Set(columns)) {
    const same = names.filter((_, k) => columns[k] === column);
    if (column !== undefined && same.length > 1) throw refuse(`one column that is the ${SAID[column] ?? column}`, same);
  }
  if (columns.every((column) => column === undefined || column === "date" || column === "symbol")) {
    throw refuse("a column of figures beside the dates (close, open, high, low, adj close, volume, value)", names);
  }
  return columns;
}

/** Whether a column's name says that it holds days or moments. */
export function isDateName(name: string): boolean {
  const meaning = MEANING.get(plainName(name));
  return meaning === "date" || meaning === "moment";
}

/** Whether a column's name is one that {@link barColumns} knows. */
export function isBarName(name: string): boolean {
  return MEANING.has(plainName(name));
}

/** A column's name without capitals, spaces and punctuation. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

const SAID: Partial<Record<BarColumn, string>> = { totalReturn: "adjusted close" };
