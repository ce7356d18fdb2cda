import type { ScanDefinition } from "./definition.ts";
import type { Skipped } from "./universe.ts";

/**
 * All that the blocks of a scan need of a universe, in flat arrays that threads share: what happened to each market on each session.
 *
 * The sessions are those of the axis: days on which at least half of the markets then listed have a close.
 */
export interface ScanEvents {
  name: string; // of the universe
  definition: ScanDefinition;
  ids: readonly string[]; // of the N markets that take part, in the order of their code units
  skipped: readonly Skipped[];
  days: Int32Array; // the T sessions of the axis, as day numbers
  offAxis: number; // closes that fall on no session of the axis
  words: number; // 32-bit words of a row of bits, a multiple of four
  spans: Int32Array; // two for each market: the first session of the axis at which its window is full, and the one after its last close
  events: Uint32Array; // N rows: the market's highs (or lows)
  marks: Uint32Array; // N rows: what a high of another may fall on, before it is dilated: highs again, or the sessions far below the record
  under: Uint32Array; // N rows: the sessions on which the market stands at least `below` under its record
  standing: Standing;
}

/** Where each market stands on the last session of the axis; one entry each. */
export interface Standing {
  distance: Float64Array; // from the highest close so far, <= 0; NaN where there is no close of the last session
  since: Int32Array; // sessions of the axis since the highest close; -1 where there is no close
}
