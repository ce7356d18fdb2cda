import type { Dropped } from "./measure.ts";

/** A value per session of one market, with the clock of its close: what {@link align} takes. */
export interface Column {
  market: string; // "BTC"
  clock: string; // "24:00 UTC"
  sessions: Int32Array; // ascending
  values: Float64Array; // NaN = none
}

/** Columns on the same sessions; each says at which instant its values stand. */
export interface Frame {
  calendar: string; // "XNYS"
  sessions: Int32Array;
  columns: { market: string; clock: string; values: Float64Array }[];
}

/** The sessions that a frame stands on. */
export interface Reference {
  calendar: string; // "XNYS"
  sessions: Int32Array; // ascending
}

/**
 * Columns taken at the sessions of a reference calendar, with what was left out.
 *
 * A value enters only on its own day: nothing is carried forward, and a reference session at which a column holds nothing
 * is NaN (counted as dropped between the column's first value and its last). A session of a column between the reference's first and last that is none of the reference's (a weekend of a
 * 24/7 market) is dropped and counted. Point in time: the frame up to a session does not depend on later values.
 *
 * @example
 * import { align } from "lockstep/market";
 * const friday = { market: "B", clock: "24:00 UTC", sessions: Int32Array.of(1, 2, 3, 4), values: Float64Array.of(10, 11, 12, 13) };
 * const { frame, dropped } = align({ calendar: "XNYS", sessions: Int32Array.of(1, 4) }, [friday]);
 * [...frame.columns[0].values]; // => [10, 13]
 * dropped; // => [{ market: "B", count: 2, why: "not a session of XNYS" }]
 */
export function align(reference: Reference, columns: readonly Column[]): { frame: Frame; dropped: Dropped[] } {
  const { calendar, sessions } = reference;
  const dropped: Dropped[] = [];
  const aligned = columns.map((column) => {
    const values = new Float64Array(sessions.length).fill(Number.NaN);
    let outside = 0;
    let at = 0;
    for (let i = 0; i < column.sessions.length; i++) {
      if (Number.isNaN(column.values[i])) continue;
      const session = column.sessions[i]!;
      while (at < sessions.length && sessions[at]! < session) at++;
      if (at < sessions.length && sessions[at] === session) {
        values[at] = column.values[i]!;
      } else if (at > 0 && at < sessions.length) {
        outside++;
      }
    }
    if (outside > 0) dropped.push({ market: column.market, count: outside, why: `not a session of ${calendar}` });
    const absent = gaps(values);
    if (absent > 0) dropped.push({ market: column.market, count: absent, why: `no value at a session of ${calendar}` });
    return { market: column.market, clock: column.clock, values };
  });
  return { frame: { calendar, sessions, columns: aligned }, dropped };
}

function gaps(values: Float64Array): number {
  const held: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) held.push(i);
  return held.length === 0 ? 0 : held[held.length - 1]! - held[0]! + 1 - held.length;
}
