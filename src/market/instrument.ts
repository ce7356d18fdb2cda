import type { Series } from "./series.ts";

/** Which days are sessions: those of the New York Stock Exchange, or every day. */
export type Calendar = "XNYS" | "24/7";

/** What one number of a bar says. */
export type Field = "close" | "high" | "low" | "totalReturn";

/** On which number a record is kept. */
export type Basis = "close" | "intraday" | "total-return";

/** The moment that a session's close stands for. */
export interface CloseInstant {
  time: string; // "16:00"; "24:00" is the midnight that ends the day
  zone: string; // "America/New_York"
}

/** A market: what it is, when its sessions close, and where its figures come from. */
export interface Instrument {
  id: string; // "IWM"
  name: string; // "small caps"
  description: string; // "iShares Russell 2000 ETF"
  kind: "etf" | "index" | "crypto" | "future" | "stock"; // "etf"
  calendar: Calendar; // "XNYS"
  close: CloseInstant; // { time: "16:00", zone: "America/New_York" }
  currency: string; // "USD"
  aliases: readonly string[]; // ["Russell 2000", "small caps"]
  /** The market that this is another clock of: BTC-NY16 is BTC at 16:00 New York. */
  variantOf?: string; // "BTC"
}

/** A market with the figures held of it; a field that is absent is not held. */
export interface Market {
  instrument: Instrument;
  series: Readonly<Partial<Record<Field, Series>>>;
}

/** Markets by id. */
export type Markets = Readonly<Record<string, Market>>;

const FIELD_OF: Readonly<Record<Basis, Field>> = { close: "close", intraday: "high", "total-return": "totalReturn" };

/** All bases, in the order in which they are shown. */
export const BASES = Object.keys(FIELD_OF) as readonly Basis[];

/**
 * The field on which records of a basis are kept: intraday records are records of the session's high.
 *
 * @example
 * import { fieldOf } from "lockstep/market";
 * fieldOf("intraday"); // => "high"
 */
export function fieldOf(basis: Basis): Field {
  return FIELD_OF[basis];
}

/**
 * The close instant in words.
 *
 * @example
 * import { clockText } from "lockstep/market";
 * clockText({ time: "16:00", zone: "America/New_York" }); // => "16:00 New York"
 * clockText({ time: "24:00", zone: "UTC" }); // => "24:00 UTC"
 */
export function clockText(close: CloseInstant): string {
  const city = close.zone.slice(close.zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return `${close.time} ${city}`;
}
