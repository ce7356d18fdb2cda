import type { Gauge } from "../market/gauge.ts";
import { drawdowns } from "../num/drawdowns.ts";
import { logReturns } from "../num/logReturns.ts";
import { lowerBound } from "../num/lowerBound.ts";
import { recordIndices } from "../num/recordIndices.ts";
import { trailingVolatility } from "./trailingVolatility.ts";

/** A laggard's history as base rates need it: where it stood, how volatile it was, and when it regained its record. */
export interface LaggardPath {
  sessions: Int32Array; // days since 1970-01-01, its own sessions
  below: Float64Array; // 0.3147; log distance below its record, at least 0; NaN = none
  volatility: Float64Array; // 0.6 a year, from the returns up to that session; NaN until a year of them is held, and after a gap
  scaled: Float64Array; // 0.52; distance over the volatility of a year; NaN unknown
  drift: Float64Array; // 0.3; mean log return a year, from the start up to that session
  regained: Float64Array; // day number of its next record after that session; Infinity when none is held
  logLevel: Float64Array; // natural logarithm of the last level held up to that session
  sessionsPerYear: number; // 365
}

/** Where a laggard stands on one day, from what was known then. */
export interface LaggardState {
  below: number; // 0.3147; log distance
  distance: number; // -0.27; the same as a decimal
  volatility: number; // 0.6 a year
  drift: number; // 0.3 a year
  age: number; // 66; sessions of its own since its record
}

/**
 * The path of a laggard: built once, then asked for many days.
 *
 * `regained` looks ahead; everything else at a position is known there. A function that judges a day must use `regained` only up to the day
 * from which it looks.
 *
 * @param options.sessionsPerYear 252 on an exchange, 365 around the clock
 * @param options.window returns that make up the volatility; default 252
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath } from "lockstep/lag";
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [1, 2, 3], values: [10, 5, 11] });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252 });
 * [...path.regained]; // => [3, 3, Infinity]
 */
export function laggardPath({ level, record }: Gauge, { sessionsPerYear, window = 252 }: { sessionsPerYear: number; window?: number }): LaggardPath {
  const { sessions, values } = level;
  const returns = logReturns(values);
  const regained = new Float64Array(sessions.length).fill(Number.POSITIVE_INFINITY);
  let from = 0;
  for (const index of recordIndices(record.values)) {
    regained.fill(sessions[index]!, from, index);
    from = index;
  }
  const drift = new Float64Array(sessions.length).fill(Number.NaN);
  let sum = 0;
  let held = 0;
  for (let i = 0; i < returns.length; i++) {
    if (Number.isNaN(returns[i])) continue;
    sum += returns[i]!;
    held++;
    drift[i] = (sum / held) * sessionsPerYear;
  }
  // Against an intraday record a close may be the record's session and below it; rounding may lift it above by a hair.
  const below = drawdowns(values, record.values).map((distance) => Math.max(0, -Math.log1p(distance)));
  const volatility = trailingVolatility(returns, { window, sessionsPerYear });
  return {
    sessions,
    below,
    volatility,
    scaled: below.map((distance, i) => (volatility[i]! > 0 ? distance / volatility[i]! : Number.NaN)),
    drift,
    regained,
    logLevel: lastHeld(values.map(Math.log)),
    sessionsPerYear,
  };
}

function lastHeld(values: Float64Array): Float64Array {
  let last = Number.NaN;
  return values.map((value) => {
    if (!Number.isNaN(value)) last = value;
    return last;
  });
}

/**
 * The state of a laggard on a day, or on its last session before.
 *
 * @param day days since 1970-01-01
 * @returns undefined before its history, and where that session holds no value
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath, laggardState } from "lockstep/lag";
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [1, 2, 3], values: [10, 5, 4] });
 * laggardState(laggardPath(gaugeOf(close), { sessionsPerYear: 252 }), 2).distance; // => -0.5
 */
export function laggardState(path: LaggardPath, day: number): LaggardState | undefined {
  const at = lowerBound(path.sessions, day + 1) - 1;
  const below = path.below[at];
  if (below === undefined || Number.isNaN(below)) return undefined;
  // The record so far is the last session whose next record is another one than the session before had.
  let record = at;
  while (record > 0 && path.regained[record - 1]! > path.sessions[record]!) record--;
  return { below, distance: Math.expm1(-below), volatility: path.volatility[at]!, drift: path.drift[at]!, age: at - record };
}

/**
 * How far a laggard is below its record, in standard deviations of its own move over the horizon: b / (sigma sqrt H).
 *
 * @param days the horizon, in calendar days
 * @returns NaN where the volatility is not known, or zero
 *
 * @example
 * import { scaledDistance } from "lockstep/lag";
 * scaledDistance({ below: 0.3, volatility: 0.6 }, 365); // => 0.5
 */
export function scaledDistance({ below, volatility }: Pick<LaggardState, "below" | "volatility">, days: number): number {
  return volatility > 0 ? below / (volatility * Math.sqrt(days / 365)) : Number.NaN;
}

/**
 * Whether a laggard set a record within `days` days after a day: 1 or 0; NaN while that span has not passed by `until`.
 *
 * A record set early in a span that is not over does not count yet: else successes would be seen before failures.
 *
 * @param at position in the path: the last session on or before that day
 * @param options.days calendar days
 * @param options.from the day from which they count; default the session itself
 * @param options.until day from which one looks; nothing after it is used
 *
 * @example
 * import { gaugeOf, toSeries } from "lockstep/market";
 * import { laggardPath, regainedWithin } from "lockstep/lag";
 * const close = toSeries({ market: "A", field: "close", unit: "index", source: "hand", sessions: [1, 2, 3], values: [10, 5, 11] });
 * const path = laggardPath(gaugeOf(close), { sessionsPerYear: 252 });
 * regainedWithin(path, 1, { days: 1, until: 3 }); // => 1
 * regainedWithin(path, 1, { days: 2, until: 3 }); // => NaN
 */
export function regainedWithin(path: LaggardPath, at: number, { days, until, from }: { days: number; until: number; from?: number }): number {
  const end = (from ?? path.sessions[at]!) + days;
  if (end > until) return Number.NaN;
  return path.regained[at]! <= end ? 1 : 0;
}
