import { lowerBound } from "../num/lowerBound.ts";
import { quantile } from "../num/quantile.ts";
import { BAR_FIELDS, type BarField, type Bars } from "./bars.ts";
import { toDay } from "./day.ts";

/** The bars of one source, as a part of a history. */
export interface HistoryPart {
  source: string; // "coinbase:BTC-USD"
  bars: Bars;
}

/** A history put together from parts: which source gave which sessions, and which source could not be used, with the reason. */
export interface Assembled {
  bars: Bars;
  parts: { source: string; from: number; to: number }[]; // ascending day numbers
  left: { source: string; why: string }[];
}

/** Common sessions that two sources must have before one may continue the other. */
const OVERLAP = 20;
/** How far their closes may differ over these, by the median. */
const TOLERANCE = 0.01;

/**
 * One history from the bars of several sources of the same market at the same clock, the preferred one first.
 *
 * The first source that holds anything is the history; a later one only continues it before its first and after its last session, and
 * only where the two agree: at least twenty common sessions, their closes within one percent by the median. Nothing is filled in between,
 * so a session has one source, and which it was is said.
 *
 * @example
 * import { assembled } from "lockstep/market";
 * const close = (...values) => Float64Array.from(values);
 * const one = { source: "a", bars: { sessions: Int32Array.of(2, 3), columns: { close: close(11, 12) } } };
 * assembled([one]).parts; // => [{ source: "a", from: 2, to: 3 }]
 */
export function assembled(parts: readonly HistoryPart[]): Assembled {
  const used: { source: string; bars: Bars }[] = [];
  const left: Assembled["left"] = [];
  for (const { source, bars } of parts) {
    if (bars.sessions.length === 0) continue;
    if (used.length === 0) {
      used.push({ source, bars });
      continue;
    }
    const before = slice(bars, { to: used[0]!.bars.sessions[0]! - 1 });
    const after = slice(bars, { from: used.at(-1)!.bars.sessions.at(-1)! + 1 });
    for (const [piece, beside, put] of [
      [before, used[0]!, (one: HistoryPart) => void used.unshift(one)],
      [after, used.at(-1)!, (one: HistoryPart) => void used.push(one)],
    ] as const) {
      if (piece.sessions.length === 0) continue;
      const why = disagreement(bars, beside.bars, piece === before);
      if (why === undefined) put({ source, bars: piece });
      else left.push({ source, why: `${beside.source}: ${why}` });
    }
  }
  return {
    bars: joined(used.map(({ bars }) => bars)),
    parts: used.map(({ source, bars: { sessions } }) => ({ source, from: sessions[0]!, to: sessions.at(-1)! })),
    left,
  };
}

/** Why one source may not continue another; undefined when it may. The common sessions nearest to the seam are compared. */
function disagreement(bars: Bars, beside: Bars, before: boolean): string | undefined {
  const ratios: number[] = [];
  for (let i = 0; i < beside.sessions.length; i++) {
    const at = before ? i : beside.sessions.length - 1 - i;
    const session = beside.sessions[at]!;
    const k = lowerBound(bars.sessions, session);
    if (bars.sessions[k] !== session) continue;
    const ratio = (bars.columns.close?.[k] ?? Number.NaN) / (beside.columns.close?.[at] ?? Number.NaN);
    if (!Number.isNaN(ratio)) ratios.push(Math.abs(ratio - 1));
    if (ratios.length === OVERLAP) break;
  }
  if (ratios.length < OVERLAP) return `expected ${OVERLAP} common sessions; received ${ratios.length}`;
  const apart = quantile(ratios, 0.5);
  return apart <= TOLERANCE
    ? undefined
    : `expected closes within ${TOLERANCE} of each other at ${toDay(beside.sessions[before ? 0 : beside.sessions.length - 1]!)}; received ${apart.toPrecision(2)}`;
}

function slice({ sessions, columns }: Bars, { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: { from?: number; to?: number }): Bars {
  const [start, end] = [lowerBound(sessions, from), lowerBound(sessions, to + 1)];
  return {
    sessions: sessions.subarray(start, end),
    columns: Object.fromEntries(Object.entries(columns).map(([field, values]) => [field, values.subarray(start, end)])),
  };
}

function joined(pieces: readonly Bars[]): Bars {
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  const length = pieces.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const sessions = new Int32Array(length);
  const columns: Partial<Record<BarField, Float64Array>> = {};
  for (const field of BAR_FIELDS) if (pieces.some((piece) => piece.columns[field])) columns[field] = new Float64Array(length).fill(Number.NaN);
  let at = 0;
  for (const piece of pieces) {
    sessions.set(piece.sessions, at);
    for (const field of BAR_FIELDS) if (piece.columns[field]) columns[field]?.set(piece.columns[field], at);
    at += piece.sessions.length;
  }
  return { sessions, columns };
}
