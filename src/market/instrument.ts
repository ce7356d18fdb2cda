/** Which days are sessions: those of the New York Stock Exchange, every day, those of the US bond market, or the business days of the Federal Reserve Banks. */
export type Calendar = "XNYS" | "24/7" | "US-BOND" | "US-FED";

/** How many sessions a year has, by calendar: what turns the volatility of a session into that of a year. */
export const SESSIONS_PER_YEAR: Readonly<Record<Calendar, number>> = { XNYS: 252, "24/7": 365, "US-BOND": 250, "US-FED": 250 };

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
