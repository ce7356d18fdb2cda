import { type Day, dayNumber, quoted, type Series } from "../../../market/index.ts";
import { lowerBound } from "../../../num/lowerBound.ts";
import type { Row } from "../../verdict.ts";

/**
 * The figure of one session as a row, with no more digits than its source carries.
 *
 * @throws RangeError when the series holds no value on the day: a verdict cannot rest on it
 */
export function rowOf(series: Series, on: Day): Row {
  const at = lowerBound(series.sessions, dayNumber(on));
  const value = series.sessions[at] === dayNumber(on) ? series.values[at]! : Number.NaN;
  if (Number.isNaN(value)) throw new RangeError(`invalid session: ${on} holds no ${series.field} of ${series.market}`);
  return { market: series.market, on, field: series.field, value: quoted(series, value), unit: series.unit, source: series.source };
}

/** Rows without repetition: several definitions rest on the same figure. */
export function distinctRows(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [`${row.market} ${row.on} ${row.field}`, row])).values()];
}
