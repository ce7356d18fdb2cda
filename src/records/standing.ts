import { type Day, toDay } from "../market/day.ts";
import { type Series, through } from "../market/series.ts";
import { type State, stateOf } from "../market/state.ts";
import { recordIndices } from "../num/recordIndices.ts";

/** A market's last value against its record. */
export interface Standing {
  state: State;
  session: Day; // "2025-12-11"; the last session with a value
  level: number; // 92,513
  recordOn: Day; // "2025-10-06"
  recordLevel: number; // 124,659
  distance: number; // -0.2579; level over record, minus one
  sessionsSince: number; // 66; sessions of `level` after the record's
  historyFrom: Day; // "2010-08-18"; of the series that the record was taken from
}

/**
 * The last value of a series against its record: distance, sessions since, and the state that follows.
 *
 * `record` on the session of the record itself; otherwise `near` when less than `near` below it and `apart` when at least so far.
 * The record may be of another series than the value (the last close against the highest intraday price). Undefined when either
 * series holds no value: an unknown market is not at its record.
 *
 * @param level the series whose last value is judged
 * @param options.near decimal; 0.1 = ten percent
 * @param options.record the series on which the record is kept; default `level`
 * @throws RangeError when near is not between 0 and 1
 *
 * @example
 * import { toSeries } from "lockstep/market";
 * import { standing } from "lockstep/records";
 * const series = toSeries({ market: "A", field: "close", unit: "USD", source: "hand", sessions: [0, 1, 2], values: [90, 100, 75] });
 * standing(series, { near: 0.1 }); // => { state: "apart", session: "1970-01-03", level: 75, recordOn: "1970-01-02", recordLevel: 100, distance: -0.25, sessionsSince: 1, historyFrom: "1970-01-01" }
 */
export function standing(level: Series, { near, record = level }: { near: number; record?: Series }): Standing | undefined {
  if (!(near > 0 && near < 1)) throw new RangeError(`invalid near: ${near}`);
  const last = level.values.findLastIndex((value) => !Number.isNaN(value));
  if (last < 0) return undefined;
  const known = through(record, level.sessions[last]!);
  const records = recordIndices(known.values);
  const recordIndex = records.at(-1);
  if (recordIndex === undefined) return undefined;
  const recordSession = known.sessions[recordIndex]!;
  const recordLevel = known.values[recordIndex]!;
  const distance = level.values[last]! / recordLevel - 1;
  let sessionsSince = 0;
  for (let i = last; i >= 0 && level.sessions[i]! > recordSession; i--) if (!Number.isNaN(level.values[i])) sessionsSince++;
  return {
    state: stateOf({ atRecord: sessionsSince === 0, distance, near }),
    session: toDay(level.sessions[last]!),
    level: level.values[last]!,
    recordOn: toDay(recordSession),
    recordLevel,
    distance,
    sessionsSince,
    historyFrom: toDay(known.sessions[records[0]!]!),
  };
}
