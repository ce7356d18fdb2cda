import type { About } from "../source.ts";
import { usTicker } from "./usTicker.ts";

const NEW_YORK = "America/New_York";

/** US indices: name, unit, close in New York. The yields are of Treasury quotes, which Cboe reads until 15:00; its volatility index ends with the options. */
const INDICES: ReadonlyMap<string, [name: string, unit: string, time: string]> = new Map([
  ["^GSPC", ["S&P 500", "index", "16:00"]],
  ["^NDX", ["Nasdaq-100", "index", "16:00"]],
  ["^IXIC", ["Nasdaq Composite", "index", "16:00"]],
  ["^RUT", ["Russell 2000", "index", "16:00"]],
  ["^DJI", ["Dow Jones Industrial Average", "index", "16:00"]],
  ["^VIX", ["Cboe Volatility Index", "index", "16:15"]],
  ["^IRX", ["13-week Treasury bill yield", "percent", "15:00"]],
  ["^FVX", ["5-year Treasury yield", "percent", "15:00"]],
  ["^TNX", ["10-year Treasury yield", "percent", "15:00"]],
  ["^TYX", ["30-year Treasury yield", "percent", "15:00"]],
]);

/**
 * What a symbol of Yahoo's is: "IWM" and "BRK-B" trade in the US, "^GSPC" is an index, "GC=F" a front-month future, "ZQZ26.CBT" one contract,
 * "BTC-USD" a coin. Undefined for other exchanges (".L", ".DE", ".T") and for currencies, of which no calendar is held.
 */
export function yahooSymbol(symbol: string): About | undefined {
  if (/^[A-Z0-9]+-USD$/.test(symbol)) return { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" }, unit: "USD" };
  if (/^[A-Z]{1,5}(-[A-Z]{1,2})?$/.test(symbol)) return usTicker(symbol);
  if (/^[A-Z0-9]{1,4}=F$/.test(symbol)) return future("front-month future", symbol === "ZQ=F" ? "points" : "USD");
  if (/^ZQ[FGHJKMNQUVXZ]\d\d\.CBT$/.test(symbol)) return future("30-day federal funds future", "points");
  const index = INDICES.get(symbol);
  if (!index) return undefined;
  const [name, unit, time] = index;
  return { kind: "index", calendar: "XNYS", close: { time, zone: NEW_YORK }, unit, name };
}

/** A future of CME Globex: the day of trade ends at 17:00 New York. It trades on some days on which the exchange is closed. */
function future(name: string, unit: string): About {
  const nearest = "sessions of the New York Stock Exchange, the nearest calendar held";
  return { kind: "future", calendar: "XNYS", close: { time: "17:00", zone: NEW_YORK }, unit, name: `${name} (${nearest})` };
}
