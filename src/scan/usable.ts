import type { MarketBars, Skipped } from "./universe.ts";

/**
 * The markets that can be used, in the order of their ids' code units, with closes of zero and less taken as none, and those that cannot, with why.
 *
 * @param last closes after that day number are left out
 * @param window sessions of a high: with closes on no more than half as many no window holds enough of them
 */
export function usable(markets: readonly MarketBars[], last: number, window = 1): { markets: MarketBars[]; skipped: Skipped[] } {
  const times = new Map<string, number>();
  for (const { id } of markets) times.set(id, (times.get(id) ?? 0) + 1);
  const kept: MarketBars[] = [];
  const skipped: Skipped[] = [];
  const told = new Set<string>();
  for (const market of markets) {
    const { id } = market;
    if (times.get(id)! > 1) {
      if (!told.has(id)) skipped.push({ id, reason: "duplicate" });
      told.add(id);
      continue;
    }
    const until = through(market, last);
    const reason = faultOf(until, window);
    if (reason === undefined) kept.push(until);
    else skipped.push({ id, reason });
  }
  return { markets: kept.sort(byId), skipped: skipped.sort(byId) };
}

/** Ids compared by code units: the same on every machine, whatever its language. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The bars up to a day, with closes that are none as NaN; the same object where nothing has to change, since a universe is large. */
function through(market: MarketBars, last: number): MarketBars {
  const { id, sessions, closes } = market;
  let asTheyAre = true;
  for (let i = 0; i < sessions.length && asTheyAre; i++) asTheyAre = sessions[i]! <= last && isClose(closes[i]!);
  if (asTheyAre) return market;
  const until = (_: number, i: number) => sessions[i]! <= last;
  return { id, sessions: sessions.filter(until), closes: closes.filter(until).map((close) => (isClose(close) ? close : Number.NaN)) };
}

function isClose(value: number): boolean {
  return value > 0 && value < Number.POSITIVE_INFINITY;
}

function faultOf({ sessions, closes }: MarketBars, window: number): Skipped["reason"] | undefined {
  if (sessions.length !== closes.length) throw new RangeError(`invalid closes: ${closes.length} for ${sessions.length} sessions`);
  for (let i = 1; i < sessions.length; i++) if (sessions[i]! <= sessions[i - 1]!) return "unordered";
  let held = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const close of closes) {
    if (Number.isNaN(close)) continue;
    held++;
    least = Math.min(least, close);
    most = Math.max(most, close);
  }
  if (held === 0) return "empty";
  if (held === 1) return "one bar";
  if (least === most) return "constant";
  return 2 * held <= window ? "short" : undefined;
}
