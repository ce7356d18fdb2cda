import { type Day, toDay } from "../market/day.ts";
import type { Series } from "../market/series.ts";
import { recordIndices } from "../num/recordIndices.ts";

/** A session strictly above all earlier ones of the history held. */
export interface RecordHigh {
  session: Day; // "2025-12-11"
  level: number; // 257.80; in the unit of the series
  previous: { session: Day; level: number } | null; // null at the start of the history
  sessionsBetween: number | null; // sessions from the previous record to this one; 1 = the very next session
  historyFrom: Day; // "2000-05-26"; a record is one only of the history that begins here
}

/**
 * The ledger of record highs of a series: each session whose value is strictly above every earlier one.
 *
 * The first value is record number one, with `previous` null. Missing values (NaN) are passed over and not counted as
 * sessions. Point in time: removing later sessions removes later records and changes no other.
 *
 * @example
 * import { toSeries } from "lockstep/market";
 * import { recordHighs } from "lockstep/records";
 * const series = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [0, 1, 2, 3], values: [100, 99, 100, 101] });
 * recordHighs(series)[1]; // => { session: "1970-01-04", level: 101, previous: { session: "1970-01-01", level: 100 }, sessionsBetween: 3, historyFrom: "1970-01-01" }
 */
export function recordHighs(series: Series): RecordHigh[] {
  const held = heldRanks(series.values);
  const indices = recordIndices(series.values);
  if (indices.length === 0) return [];
  const historyFrom = toDay(series.sessions[indices[0]!]!);
  const at = (i: number) => ({ session: toDay(series.sessions[i]!), level: series.values[i]! });
  return indices.map((index, k) => {
    const before = k === 0 ? null : indices[k - 1]!;
    return {
      ...at(index),
      previous: before === null ? null : at(before),
      sessionsBetween: before === null ? null : held[index]! - held[before]!,
      historyFrom,
    };
  });
}

/** For each position, how many values are held up to it: sessions are counted where a market traded. */
function heldRanks(values: Float64Array): Int32Array {
  const ranks = new Int32Array(values.length);
  let rank = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i])) rank++;
    ranks[i] = rank;
  }
  return ranks;
}
