import type { Day } from "../market/index.ts";
import type { Span } from "./article.ts";

/** How a number is hedged: "27 %", "about 27 %", "nearly 27 %", "more than 27 %", "less than 27 %", "27 % or so much as". */
export type Bound = "exact" | "about" | "almost" | "above" | "below";

/** What a number counts. A share is a decimal; a bare number has no unit that the text says. */
export type QuantityUnit = "ratio" | "points" | "bp" | "USD" | "EUR" | "GBP" | "JPY" | "times" | "years" | "months" | "weeks" | "days" | "sessions" | "none";

/** A number that an article says, with the precision that it claims by the way it is written. */
export interface Quantity extends Span {
  kind: "quantity";
  value: number; // 0.27; 8.2e9
  unit: QuantityUnit;
  /** One unit of the last place that the number claims: 0.01 for "27 %", 1e8 for "$8.2 billion", 1000 for "$69,000". */
  step: number;
  bound: Bound;
  /** The other end of a range ("25 to 27 %", "3.50 %-3.75 %"); `value` is the lower end. */
  upper?: number;
  /** Per what it is said: "$40 billion a month". */
  per?: "day" | "week" | "month" | "quarter" | "year";
}

/** A stretch of days that an article names, resolved against the day of publication; both ends included. */
export interface Period extends Span {
  kind: "period";
  first: Day; // "2024-11-01"
  last: Day; // "2024-11-10"
  /** How finely it is said; "part" is a third of a month or year ("early", "mid", "late"). */
  precision: "day" | "week" | "part" | "month" | "quarter" | "year" | "years";
  /** How it stands: on or in it, from it until publication, up to it, within it counted back from publication ("over the past month"). */
  relation: "in" | "since" | "until" | "past";
  /** Whether the day or period lies after the day of publication. */
  future: boolean;
}

/** A name in the text of something that the program may know. */
export interface Entity extends Span {
  kind: "entity";
  /** What it is: a market or several under one name, a currency, the Federal Reserve, its tool, Treasury bills. */
  of: "market" | "fed" | "tool" | "bills" | "unknownMarket";
  /** The markets that may stand for it, in order of preference, one list a market: "metals" has two. Empty where no figures of it can be known. */
  markets: readonly (readonly string[])[]; // [["IWM", "RUT"]]
  /** Whether it names a fund by its ticker, an index, or the market as such: levels of an index are not those of a fund. */
  as: "fund" | "index" | "market";
  name: string; // "Russell 2000 Index"; as written
  /** Named by a word that points back ("it", "both"): `markets` are then those that it can mean, all where there are none. */
  pointsBack?: true;
  /** Of a word that points back to two ("both", "the two"). */
  two?: true;
}

export type Mention = Quantity | Period | Entity;
