import type { MarketBars, ScanDefinition } from "../../src/scan/index.ts";
import { naiveCircularCounts, naiveDilation } from "./circular.ts";
import { naiveWindowRecords } from "./windowRecords.ts";

/** Day by day: how many are between their first and last close, and how many of them close. */
export function naiveAxis(markets: readonly MarketBars[]): number[] {
  const held = markets.map(({ sessions, closes }) => new Set(Array.from(sessions).filter((_, i) => !Number.isNaN(closes[i]))));
  const days = [...new Set(held.flatMap((days) => [...days]))].sort((a, b) => a - b);
  return days.filter((day) => {
    const listed = held.filter((days) => days.size > 0 && Math.min(...days) <= day && day <= Math.max(...days) + 7);
    return listed.filter((days) => days.has(day)).length * 2 >= listed.length;
  });
}

/** The close of each day of the axis, looked up. */
export function naiveRow({ sessions, closes }: MarketBars, axis: readonly number[]): number[] {
  return axis.map((day) => closes[Array.from(sessions).indexOf(day)] ?? Number.NaN);
}

/** What is left of the log returns beside slope times the mean of the others, by the normal equations written out. */
export function naiveBeyondMarket(rows: readonly (readonly number[])[], which: number): number[] {
  const returns = rows.map((row) => row.map((close, t) => (t === 0 ? Number.NaN : Math.log(close) - Math.log(row[t - 1]!))));
  const own = returns[which]!;
  const others = own.map((_, t) => {
    const held = returns.filter((of, k) => k !== which && !Number.isNaN(of[t])).map((of) => of[t]!);
    return held.length === 0 ? Number.NaN : held.reduce((a, b) => a + b, 0) / held.length;
  });
  const at = own.flatMap((value, t) => (Number.isNaN(value) || Number.isNaN(others[t]) ? [] : [t]));
  const [n, x, y, xx, xy] = [
    at.length,
    ...[(t: number) => others[t]!, (t: number) => own[t]!, (t: number) => others[t]! ** 2, (t: number) => others[t]! * own[t]!].map((of) =>
      at.reduce((sum, t) => sum + of(t), 0),
    ),
  ] as [number, number, number, number, number];
  const slope = (n * xy - x * y) / (n * xx - x * x);
  const first = rows[which]!.findIndex((close) => !Number.isNaN(close));
  return own.map((_, t) =>
    t === first ? 1 : at.includes(t) ? Math.exp(at.filter((u) => u <= t).reduce((sum, u) => sum + own[u]! - slope * others[u]!, 0)) : Number.NaN,
  );
}

/** One market of a universe as plain lists over the sessions of the axis. */
export interface NaiveMarket {
  span: readonly [number, number];
  events: readonly number[];
  under: readonly number[];
}

/** The events of a row of closes, and the sessions far below its highest close so far. */
export function naiveMarket(row: readonly number[], { of, highWindow, below }: Pick<ScanDefinition, "of" | "highWindow" | "below">): NaiveMarket {
  const held = row.flatMap((close, t) => (Number.isNaN(close) ? [] : [t]));
  return {
    span: [held[0]! + highWindow, held.at(-1)! + 1],
    events: naiveWindowRecords(row, { window: highWindow, of }),
    under: held.filter((t) => row[t]! <= (1 - below) * Math.max(...row.slice(0, t + 1).filter((close) => !Number.isNaN(close)))),
  };
}

/** Where an event of another is a hit of this one, on part of the axis taken as a circle: session by session, each event and session looked up. */
export function naiveMarks(
  { events, under, span }: NaiveMarket,
  [from, to]: readonly [number, number],
  { relation, window }: Pick<ScanDefinition, "relation" | "window">,
) {
  const on = (list: readonly number[]) => list.filter((t) => t >= from && t < to).map((t) => t - from);
  const sessions = to - from;
  // Far below its record counts where the market could have had an event.
  const of = on(relation === "apart" ? under.filter((t) => t >= span[0] && t < span[1]) : events);
  const marked =
    relation === "apart"
      ? new Set(of)
      : relation === "together"
        ? naiveDilation(of, sessions, window)
        : new Set(of.flatMap((at) => Array.from({ length: window }, (_, k) => (at - 1 - k + window * sessions) % sessions)));
  return { from: of.length, marks: Array.from({ length: sessions }, (_, t) => (marked.has(t) ? 1 : 0)) };
}

/** The span two markets share. */
export function naiveCommon(a: NaiveMarket, b: NaiveMarket): [number, number] {
  return [Math.max(a.span[0], b.span[0]), Math.max(a.span[0], b.span[0], Math.min(a.span[1], b.span[1]))];
}

/** All that all shifts of a pair say, on any circle. */
export function naivePair(first: NaiveMarket, second: NaiveMarket, circle: readonly [number, number], definition: ScanDefinition) {
  const [from, to] = circle;
  const at = first.events.filter((t) => t >= from && t < to).map((t) => t - from);
  const { marks, from: count } = naiveMarks(second, circle, definition);
  const counts = naiveCircularCounts(at, marks);
  const mean = counts.reduce((sum, k) => sum + k, 0) / counts.length;
  const variance = counts.reduce((sum, k) => sum + (k - mean) ** 2, 0) / counts.length;
  return {
    sessions: to - from,
    events: at.length,
    seconds: count,
    marked: marks.filter((mark) => mark === 1).length,
    counts,
    hits: counts[0]!,
    mean,
    variance,
    z: (counts[0]! - mean) / Math.sqrt(variance),
    reached: counts.filter((k) => k >= counts[0]!).length,
  };
}

/** Hits of a pair where three others are listed, and how many the marks of these others promise, by looking every session up. */
export function naiveMarketHits(markets: readonly NaiveMarket[], [first, second]: readonly [number, number], definition: ScanDefinition) {
  const circle = naiveCommon(markets[first]!, markets[second]!);
  const own = markets.map((market) => ({ market, marks: naiveMarks(market, market.span, definition).marks }));
  // The marks of the second are those of its own span.
  const marks = Array.from({ length: circle[1] - circle[0] }, (_, k) => own[second]!.marks[circle[0] + k - markets[second]!.span[0]]);
  const shares = marks.map((_, k) => {
    const t = circle[0] + k;
    const listed = own.filter(({ market }, m) => m !== first && m !== second && t >= market.span[0] && t < market.span[1]);
    return listed.length < 3 ? Number.NaN : listed.filter(({ market, marks: bits }) => bits[t - market.span[0]] === 1).length / listed.length;
  });
  const told = shares.flatMap((share, k) => (Number.isNaN(share) ? [] : [k]));
  if (told.length < definition.minSessions) return { marketHits: 0, marketExpected: Number.NaN };
  const edges = naiveEdges(markets, definition);
  const stratum = (k: number) => edges.filter((edge) => shares[k]! >= edge).length;
  const at = markets[first]!.events.map((t) => t - circle[0]).filter((k) => told.includes(k));
  return {
    marketHits: at.filter((k) => marks[k] === 1).length,
    // Each event is worth the share of the sessions of its stratum on which the second is marked.
    marketExpected: at
      .map((event) => told.filter((k) => stratum(k) === stratum(event)))
      .reduce((sum, alike) => sum + alike.filter((k) => marks[k] === 1).length / alike.length, 0),
  };
}

/** The shares of the listed markets, own ones among them, that lie at the quantiles of the strata. */
export function naiveEdges(markets: readonly NaiveMarket[], definition: ScanDefinition): number[] {
  const own = markets.map((market) => ({ market, marks: naiveMarks(market, market.span, definition).marks }));
  const shares = Array.from({ length: Math.max(...markets.map(({ span }) => span[1])) }, (_, t) => {
    const listed = own.filter(({ market: { span } }) => t >= span[0] && t < span[1]);
    return listed.length < 5 ? Number.NaN : listed.filter(({ market: { span }, marks }) => marks[t - span[0]] === 1).length / listed.length;
  });
  const known = shares.filter((share) => !Number.isNaN(share)).toSorted((a, b) => a - b);
  return [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975].map((edge) => known[Math.floor(edge * known.length)] ?? Number.NaN);
}

/** The family of a leader: every second's counts over all shifts of the leader's own circle, and at each shift the greatest z of them. */
export function naiveFamily(markets: readonly NaiveMarket[], leader: number, definition: ScanDefinition) {
  const own = markets[leader]!;
  const shifts = own.span[1] - own.span[0];
  const tested = markets.flatMap((second, k) => {
    const common = naiveCommon(own, second);
    const length = common[1] - common[0];
    if (k === leader || length < definition.minSessions) return [];
    const pair = naivePair(own, second, own.span, definition);
    return (pair.events * length) / shifts < definition.minEvents || pair.seconds < definition.minEvents ? [] : [{ second: k, ...pair }];
  });
  const moving = tested.filter(({ variance }) => variance > 1e-9);
  const scaled = moving.map(({ counts, mean, variance }) => counts.map((k) => (k - mean) / Math.sqrt(variance)));
  const most = Array.from({ length: shifts }, (_, s) => Math.max(...scaled.map((z) => z[s]!)));
  const reached = markets.map((_, k) => {
    const at = moving.findIndex(({ second }) => second === k);
    // Two ways to the same sum differ by a hair.
    return at < 0 ? 0 : most.filter((z) => z >= scaled[at]![0]! - 1e-9).length;
  });
  return { shifts, seconds: tested.length, reached, bestZ: moving.length === 0 ? Number.NaN : most[0]! };
}

/** Benjamini and Hochberg by their definition: the largest k with the k-th smallest p at most k q / m; adjusted, the least q that rejects. */
export function naiveBenjaminiHochberg(pValues: readonly number[]): number[] {
  const sorted = pValues.toSorted((a, b) => a - b);
  return pValues.map((p) => Math.min(1, ...sorted.flatMap((other, k) => (other >= p ? [(other * sorted.length) / (k + 1)] : []))));
}

/** Benjamini and Bogomolov: count the families that are rejected, then try every member at the level times their share. */
export function naiveHierarchy(families: readonly { pValue: number; members: readonly number[] }[], { all, level }: { all: number; level: number }) {
  const sorted = families.map(({ pValue }) => pValue).sort((a, b) => a - b);
  let rejected = 0;
  for (let k = 1; k <= sorted.length; k++) if (sorted[k - 1]! * all <= k * level * (1 + 1e-12)) rejected = k;
  const worst = rejected === 0 ? -1 : sorted[rejected - 1]!;
  return families.map(({ pValue, members }) => ({
    found: pValue <= worst,
    members: members.map((p) => pValue <= worst && p <= (level * rejected) / all),
  }));
}
