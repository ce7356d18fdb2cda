import type { About } from "../source.ts";

// A ticker does not say what it stands for. These funds are known; what else it is, it trades as a stock does.
const FUNDS: ReadonlySet<string> = new Set(["SPY", "QQQ", "IWM", "DIA", "GLD", "SLV", "TLT", "HYG"]);

/** What a ticker of the US exchanges is: a stock or a fund in US dollars that closes at 16:00 New York. */
export function usTicker(ticker: string): About {
  const kind = FUNDS.has(ticker.toUpperCase()) ? "etf" : "stock";
  return { kind, calendar: "XNYS", close: { time: "16:00", zone: "America/New_York" }, unit: "USD" };
}
