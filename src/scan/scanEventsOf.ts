import { dayNumber, Problem } from "../market/index.ts";
import { axisOf, onAxis } from "./axis.ts";
import { beyondMarket, marketReturns } from "./beyondMarket.ts";
import { bitAt, wordsOf } from "./bits.ts";
import type { ScanDefinition } from "./definition.ts";
import { type Kernels, LONGEST_CIRCLE } from "./kernels/kernels.ts";
import type { ScanEvents, Standing } from "./scanEvents.ts";
import type { MarketBars, Skipped, Universe } from "./universe.ts";
import { byId, usable } from "./usable.ts";

/** How the arrays of {@link scanEvents} are made. */
export interface ScanEventsOptions {
  kernels: Kernels;
  /** Whether threads will share them. Default false */
  shared?: boolean;
}

/**
 * What happened to each market of a universe on each session, as the blocks of a scan need it; with the markets that take no part, and why.
 *
 * Point in time: closes after `definition.asOf` are left out before anything else is done.
 *
 * @throws Problem (data) when fewer than two markets can be used, or the history is longer than a scan counts
 */
export function scanEvents(universe: Universe, definition: ScanDefinition, { kernels, shared = false }: ScanEventsOptions): ScanEvents {
  const last = definition.asOf === null ? Number.POSITIVE_INFINITY : dayNumber(definition.asOf);
  const { markets, skipped } = usable(universe.markets, last, definition.highWindow);
  const days = axisOf(markets);
  const sessions = days.length;
  if (sessions > LONGEST_CIRCLE)
    throw new Problem("data", `expected a history of at most ${LONGEST_CIRCLE} sessions; received ${sessions}: scan a part of it`, universe.name);
  const words = wordsOf(sessions);
  const kept: Kept[] = [];
  const pass = passOver(kernels, { sessions, words, definition });
  const market = definition.prices === "quoted" ? undefined : marketReturns(rowsOf(markets, days), sessions);
  let off = 0;
  for (const bars of markets) {
    const row = onAxis(bars, days);
    off += held(bars.closes) - held(row);
    const span = spanOf(row, definition.highWindow);
    if (span.to - span.from < Math.max(1, definition.minSessions)) {
      skipped.push({ id: bars.id, reason: "short" });
      continue;
    }
    const bits = pass(market ? beyondMarket(row, market) : row);
    withoutEmptyWindows(bits.events, row, definition.highWindow);
    if (bits.events.every((word) => word === 0)) {
      skipped.push({ id: bars.id, reason: "no events" });
      continue;
    }
    kept.push({ id: bars.id, ...span, ...bits, ...standingOf(row) });
  }
  pass.release();
  if (kept.length < 2) throw new Problem("data", `expected at least two markets that can be scanned; received ${kept.length}${why(skipped)}`, universe.name);
  return flattened(kept, { name: universe.name, definition, days, words, offAxis: off, skipped: skipped.sort(byId), shared });
}

interface Kept {
  id: string;
  from: number;
  to: number;
  events: Uint32Array;
  under: Uint32Array;
  distance: number;
  since: number;
}

function* rowsOf(markets: readonly MarketBars[], days: Int32Array): Iterable<Float64Array> {
  for (const bars of markets) yield onAxis(bars, days);
}

function held(closes: Float64Array): number {
  let count = 0;
  for (const close of closes) if (!Number.isNaN(close)) count++;
  return count;
}

/** The sessions that can hold an event: from the one at which the window is full to the last close. */
function spanOf(row: Float64Array, window: number): { from: number; to: number } {
  const first = row.findIndex((close) => !Number.isNaN(close));
  const last = row.findLastIndex((close) => !Number.isNaN(close));
  return first < 0 ? { from: 0, to: 0 } : { from: first + window, to: last + 1 };
}

/** The kernel's pass over one row of prices. */
function passOver(
  kernels: Kernels,
  { sessions, words, definition: { of, highWindow, below } }: { sessions: number; words: number; definition: ScanDefinition },
) {
  const at = kernels.reserve(8 * sessions + 16 * 3);
  const [highs, lows, under] = [kernels.reserve(4 * words), kernels.reserve(4 * words), kernels.reserve(4 * words)] as const;
  const bits = (from: number) => new Uint32Array(kernels.buffer, from, words).slice();
  const pass = (prices: Float64Array): { events: Uint32Array; under: Uint32Array } => {
    new Float64Array(kernels.buffer, at, sessions).set(prices);
    kernels.eventBits(at, sessions, highWindow, below, words, highs, lows, under);
    return { events: bits(of === "highs" ? highs : lows), under: bits(under) };
  };
  return Object.assign(pass, { release: () => kernels.release(at) });
}

/** Takes back events whose window holds closes on less than half of its sessions: above nothing is no high. */
function withoutEmptyWindows(events: Uint32Array, row: Float64Array, window: number): void {
  let closes = 0;
  for (let t = 0; t < row.length; t++) {
    if (bitAt(events, 0, t) && 2 * closes < window) events[t >>> 5]! &= ~(1 << (t & 31));
    if (!Number.isNaN(row[t]!)) closes++;
    if (t >= window && !Number.isNaN(row[t - window]!)) closes--;
  }
}

/** Where a market stands on the last session of the axis. */
function standingOf(row: Float64Array): { distance: number; since: number } {
  const last = row.length - 1;
  let highest = Number.NEGATIVE_INFINITY;
  let on = -1;
  for (let t = 0; t <= last; t++) {
    if (row[t]! > highest) {
      highest = row[t]!;
      on = t;
    }
  }
  return Number.isNaN(row[last]) ? { distance: Number.NaN, since: -1 } : { distance: row[last]! / highest - 1, since: last - on };
}

function why(skipped: readonly Skipped[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts.size === 0 ? "" : ` (skipped: ${[...counts].map(([reason, count]) => `${count} ${reason}`).join(", ")})`;
}

function flattened(
  kept: readonly Kept[],
  { shared, ...rest }: Pick<ScanEvents, "name" | "definition" | "days" | "words" | "offAxis" | "skipped"> & { shared: boolean },
): ScanEvents {
  const { words } = rest;
  const room = (bytes: number): ArrayBuffer => (shared ? (new SharedArrayBuffer(bytes) as unknown as ArrayBuffer) : new ArrayBuffer(bytes));
  const spans = new Int32Array(room(8 * kept.length));
  const events = new Uint32Array(room(4 * words * kept.length));
  const under = new Uint32Array(room(4 * words * kept.length));
  const standing: Standing = { distance: new Float64Array(room(8 * kept.length)), since: new Int32Array(room(4 * kept.length)) };
  for (const [k, market] of kept.entries()) {
    spans.set([market.from, market.to], 2 * k);
    events.set(market.events, k * words);
    under.set(market.under, k * words);
    standing.distance[k] = market.distance;
    standing.since[k] = market.since;
  }
  const marks = rest.definition.relation === "apart" ? within(under, kept, words, room) : events;
  return { ...rest, ids: kept.map(({ id }) => id), spans, events, marks, under, standing };
}

/** Rows without what lies outside of the markets' spans. */
function within(rows: Uint32Array, spans: readonly { from: number; to: number }[], words: number, room: (bytes: number) => ArrayBuffer): Uint32Array {
  const cut = new Uint32Array(room(rows.byteLength));
  for (const [k, { from, to }] of spans.entries()) {
    for (let t = from; t < to; t++) if (bitAt(rows, k * words, t)) cut[k * words + (t >>> 5)]! |= 1 << (t & 31);
  }
  return cut;
}
