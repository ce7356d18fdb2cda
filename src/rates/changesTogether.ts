import type { Reading, Series } from "../market/index.ts";

/** Changes of a market and of a yield over the same days. */
export interface Changes {
  market: string; // "IWM"
  since: Int32Array; // days since 1970-01-01; from the close of this day …
  sessions: Int32Array; // … to the close of this one, ascending
  returns: Float64Array; // log returns, decimal
  changesBp: Float64Array; // of the yield, basis points
  leftOut: number; // 1; changes that span too many days
}

const LONGEST = 5; // calendar days; over Easter or a long weekend it is four, over a closed exchange a week

/**
 * Log returns of a market and changes of a yield between the days on which both hold a value. Point in time.
 *
 * Where one side has a gap (the bond market is closed on Columbus Day) both changes span it, so that they always cover the same days. A change
 * over more than five calendar days is no daily one: it is left out and counted. Returns are logarithmic, so that those of days sum to
 * that of their week, and differences of two markets are exact.
 *
 * @param closes positive; NaN = none
 * @param yields in percent; NaN = none
 *
 * @example
 * import { toReading, toSeries } from "lockstep/market";
 * import { changesTogether } from "lockstep/rates";
 * const closes = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [1, 2, 3], values: [100, 90, 110] });
 * const release = { calendar: "US-BOND", after: 1, time: "16:15" };
 * const yields = toReading({ id: "DGS2", name: "yield", unit: "percent", source: "hand", release, sessions: [1, 2, 3], values: [3.5, NaN, 3.25] });
 * const { since, sessions, returns, changesBp } = changesTogether(closes, yields);
 * [...since, ...sessions, ...changesBp]; // => [1, 3, -25]
 * returns[0].toFixed(4); // => "0.0953"
 */
export function changesTogether(closes: Series, yields: Pick<Reading, "sessions" | "values">): Changes {
  const rows: { since: number; session: number; ofMarket: number; changeBp: number }[] = [];
  let leftOut = 0;
  let last: { session: number; close: number; percent: number } | undefined;
  let at = 0;
  for (const [i, session] of closes.sessions.entries()) {
    while (at < yields.sessions.length && yields.sessions[at]! < session) at++;
    if (yields.sessions[at] !== session) continue;
    const here = { session, close: closes.values[i]!, percent: yields.values[at]! };
    if (Number.isNaN(here.close) || Number.isNaN(here.percent)) continue;
    if (last && session - last.session > LONGEST) leftOut++;
    else if (last) rows.push({ since: last.session, session, ofMarket: Math.log(here.close / last.close), changeBp: basisPoints(last.percent, here.percent) });
    last = here;
  }
  return {
    market: closes.market,
    since: Int32Array.from(rows, ({ since }) => since),
    sessions: Int32Array.from(rows, ({ session }) => session),
    returns: Float64Array.from(rows, ({ ofMarket }) => ofMarket),
    changesBp: Float64Array.from(rows, ({ changeBp }) => changeBp),
    leftOut,
  };
}

/** 3.51 - 3.5 is 0.009999999999999787: left so, a yield that always rises by the same would seem to vary. */
function basisPoints(from: number, to: number): number {
  return Math.round(100 * (to - from) * 1e9) / 1e9;
}
