import { lowerBound } from "../num/lowerBound.ts";
import { type Day, toDay } from "./day.ts";
import type { Field } from "./field.ts";
import { Problem } from "./problem.ts";

/** One field of one market: a value for each session, ascending. */
export interface Series {
  market: string; // "IWM"
  field: Field; // "close"
  unit: string; // "USD"; "index" when rebased
  sessions: Int32Array; // days since 1970-01-01, strictly ascending
  values: Float64Array; // as long as sessions; NaN = none
  source: string; // "small-caps-and-bitcoin/IWM.csv"
  digits?: number; // 6; significant digits that the source carries, where fewer than a double
}

/** What {@link toSeries} takes. */
export interface SeriesInput {
  market: string;
  field: Field;
  unit: string;
  source: string;
  digits?: number;
  sessions: ArrayLike<number>;
  values: ArrayLike<number>;
}

/**
 * A series from sessions and values, checked: equal lengths, whole ascending days, positive values; NaN = none.
 *
 * @throws Problem (data) naming the market, the session and what came
 *
 * @example
 * import { toSeries } from "lockstep/market";
 * const series = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [1, 2], values: [100, 101] });
 * series.values.length; // => 2
 */
export function toSeries(input: SeriesInput): Series {
  const { market, field, unit, source } = input;
  const place = `${market} ${field}, ${source}`;
  if (input.sessions.length !== input.values.length) {
    throw new Problem("data", `expected as many values as sessions; received ${input.values.length} and ${input.sessions.length}`, place);
  }
  for (let i = 0; i < input.sessions.length; i++) {
    const session = input.sessions[i]!;
    const value = input.values[i]!;
    if (!Number.isInteger(session)) throw new Problem("data", `a session must be a whole day number; received ${session}`, place);
    if (i > 0 && session <= input.sessions[i - 1]!) {
      throw new Problem("data", `days must ascend; received ${toDay(session)} after ${toDay(input.sessions[i - 1]!)}`, place);
    }
    if (!Number.isNaN(value) && !(value > 0 && Number.isFinite(value))) {
      throw new Problem("data", `${field} must be a positive number or none; received ${value} on ${toDay(session)}`, place);
    }
  }
  const digits = input.digits === undefined ? {} : { digits: input.digits };
  return { market, field, unit, source, ...digits, sessions: Int32Array.from(input.sessions), values: Float64Array.from(input.values) };
}

/**
 * A level of a series with no more digits than its source carries.
 *
 * For showing and storing only: computing goes on with the level itself, so that rounding makes no two levels equal.
 *
 * @example
 * import { quoted } from "lockstep/market";
 * quoted({ digits: 6 }, 257.79988); // => 257.8
 */
export function quoted({ digits }: Pick<Series, "digits">, level: number): number {
  return digits === undefined ? level : Number(level.toPrecision(digits));
}

/**
 * The part of a series up to and including a session, and from its first value to its last: what was known then.
 *
 * A view, no copy. Empty where no value is held so early.
 *
 * @example
 * import { through, toSeries } from "lockstep/market";
 * const series = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [1, 2, 3], values: [100, NaN, 99] });
 * [...through(series, 2).sessions]; // => [1]
 */
export function through(series: Series, lastSession: number): Series {
  let from = 0;
  let to = lowerBound(series.sessions, lastSession + 1);
  while (to > 0 && Number.isNaN(series.values[to - 1])) to--;
  while (from < to && Number.isNaN(series.values[from])) from++;
  return { ...series, sessions: series.sessions.subarray(from, to), values: series.values.subarray(from, to) };
}

/**
 * The part of a series from a session on. A view, no copy.
 *
 * @example
 * import { sinceSession, toSeries } from "lockstep/market";
 * const series = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [1, 2, 3], values: [100, 98, 99] });
 * [...sinceSession(series, 2).values]; // => [98, 99]
 */
export function sinceSession(series: Series, firstSession: number): Series {
  const from = lowerBound(series.sessions, firstSession);
  return { ...series, sessions: series.sessions.subarray(from), values: series.values.subarray(from) };
}

/**
 * How many sessions of a series hold a value.
 *
 * @example
 * import { countHeld } from "lockstep/market";
 * countHeld([100, NaN, 99]); // => 2
 */
export function countHeld(values: ArrayLike<number>): number {
  let held = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) held++;
  return held;
}

/**
 * First and last session of a series as days; undefined when it is empty.
 *
 * @example
 * import { span } from "lockstep/market";
 * span({ sessions: Int32Array.of(0, 1, 4) }); // => { from: "1970-01-01", to: "1970-01-05" }
 */
export function span(series: Pick<Series, "sessions">): { from: Day; to: Day } | undefined {
  const { sessions } = series;
  if (sessions.length === 0) return undefined;
  return { from: toDay(sessions[0]!), to: toDay(sessions[sessions.length - 1]!) };
}
