import { toDay } from "../market/index.ts";
import { contractMonth, type FuturesCurve } from "../rates/index.ts";
import { finalBars, type SeriesKey, type Sql } from "../store/index.ts";
import { heldSeveral } from "./heldSeveral.ts";
import { IMPORTED } from "./subject.ts";

/** From where prices of federal funds futures come, the preferred first: a settlement before a last price. */
const SOURCES: readonly { source: string; suffix: string; priceOf: (held: number) => number }[] = [
  { source: IMPORTED, suffix: "", priceOf: (held) => held },
  { source: "cme", suffix: "", priceOf: (held) => held },
  { source: "yahoo", suffix: ".CBT", priceOf: onTick },
];

const CONTRACT = /^ZQ[FGHJKMNQUVXZ]\d\d$/;

// From fewer contracts no path is read.
const LEAST = 3;

/**
 * The curves of federal funds futures that the store held at an instant (default: now), ascending: of each day from the first source that
 * has three contracts or more with a price against which nothing speaks.
 */
export async function storedCurves(sql: Sql, { knownAt }: { knownAt?: number | undefined } = {}): Promise<FuturesCurve[]> {
  const held = await heldSeveral(sql, (key) => contractOf(key) !== undefined, { knownAt });
  const contracts = [...held.values()].flatMap((series) => {
    const month = series.unit === "points" ? contractOf(series) : undefined;
    return month === undefined ? [] : [{ month, source: series.source, bars: finalBars(series) }];
  });
  contracts.sort((a, b) => (a.month < b.month ? -1 : 1));
  const curves = new Map<number, FuturesCurve>();
  for (const { source, suffix, priceOf } of SOURCES) {
    const days = new Map<number, Record<string, number>>();
    for (const { month, bars } of contracts.filter((one) => one.source === source)) {
      for (const [i, session] of bars.sessions.entries()) {
        const price = bars.columns.close?.[i];
        if (price === undefined || Number.isNaN(price)) continue;
        const prices = days.get(session) ?? {};
        prices[month] = priceOf(price);
        days.set(session, prices);
      }
    }
    for (const [session, prices] of days) {
      if (curves.has(session) || Object.keys(prices).length < LEAST) continue;
      curves.set(session, { day: toDay(session), prices, source: `${source}:ZQ*${suffix}` });
    }
  }
  return [...curves.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The month of a contract by the name that its source has for it; undefined for any other series. */
function contractOf({ source, symbol }: SeriesKey): string | undefined {
  const suffix = SOURCES.find((one) => one.source === source)?.suffix;
  if (suffix === undefined || !symbol.endsWith(suffix)) return undefined;
  const code = symbol.slice(0, symbol.length - suffix.length);
  return CONTRACT.test(code) ? contractMonth(code) : undefined;
}

/** A last price on the nearest tick, 0.0025: what a stay in 32 bits has left beside it is no price. A settlement may stand off the tick. */
function onTick(price: number): number {
  return Math.round(price * 400) / 400;
}
