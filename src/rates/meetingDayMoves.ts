import { type Day, dayNumber, toDay } from "../market/index.ts";
import { type Interval, robustSlope } from "../num/index.ts";
import type { Changes } from "./changesTogether.ts";
import { SLOPE_STEP } from "./slopeStep.ts";

/** How large moves are on some days, whichever way they go. */
export interface AbsoluteMoves {
  n: number; // 80
  returns: number; // 0.0112; mean absolute log return, decimal; NaN without a day
  changesBp: number; // 5.2; mean absolute change of the yield
}

/** How a market moves with a yield on the days of decisions. */
export interface MeetingDayMoves {
  market: string; // "IWM"
  n: number; // 80; decision days with a change
  slope: number; // -0.0046; log return, decimal, for a yield that is 10 basis points higher; NaN = too few
  interval: Interval; // of the slope, for few days
  freedom: number; // 11.2; degrees of freedom of the interval
  onDays: AbsoluteMoves;
  otherDays: AbsoluteMoves;
  without: Day[]; // ["2025-01-09"]; decision days between the first and the last change on which none ends
}

/**
 * Slope of a market on a yield on the days of monetary-policy decisions only, and how large moves are on those days and on the others.
 *
 * On these days much of what moves the yield is the decision itself, and less of it news that moves both. About eight days a year are few: the interval is that
 * of `robustSlope`. A change that ends on a decision day counts, from the close before; of several decisions over a closed market none does.
 *
 * @param options.changes of one market, or of a difference from `pairedChanges`
 * @param options.days of the decisions, in any order; scheduled ones, as those that come by surprise answer to the market
 * @param options.level of the interval
 * @throws RangeError when the level is no probability or a day is none
 *
 * @example
 * import { meetingDayMoves } from "lockstep/rates";
 * const sessions = Int32Array.of(1, 2, 3, 4, 5);
 * const [returns, changesBp] = [Float64Array.of(0.5, 0.25, -0.5, 0, 0.25), Float64Array.of(-10, 2, 10, 0, -2)];
 * const changes = { market: "A", since: sessions.map((day) => day - 1), sessions, returns, changesBp, leftOut: 0 };
 * const { n, slope, onDays, otherDays } = meetingDayMoves({ changes, days: ["1970-01-02", "1970-01-04", "1970-01-05"], level: 0.95 });
 * [n, slope]; // => [3, -0.5]
 * onDays.changesBp.toFixed(2); // => "6.67"
 * otherDays; // => { n: 2, returns: 0.25, changesBp: 2 }
 */
export function meetingDayMoves({ changes, days, level }: { changes: Changes; days: readonly Day[]; level: number }): MeetingDayMoves {
  const { market, sessions, returns, changesBp } = changes;
  const decisions = new Set(days.map(dayNumber));
  const places = [...sessions.keys()];
  const on = places.filter((k) => decisions.has(sessions[k]!));
  const tens = Float64Array.from(on, (k) => changesBp[k]! / SLOPE_STEP);
  const own = Float64Array.from(on, (k) => returns[k]!);
  const { n, slope, freedom, lower, upper } = robustSlope(tens, own, { level });
  const sized = (some: readonly number[]): AbsoluteMoves => ({
    n: some.length,
    returns: some.reduce((sum, k) => sum + Math.abs(returns[k]!), 0) / some.length,
    changesBp: some.reduce((sum, k) => sum + Math.abs(changesBp[k]!), 0) / some.length,
  });
  const ended = new Set(sessions);
  const within = (day: number) => sessions.length > 0 && day >= sessions[0]! && day <= sessions.at(-1)!;
  return {
    market,
    n,
    slope,
    interval: { lower, upper, level },
    freedom,
    onDays: sized(on),
    otherDays: sized(places.filter((k) => !decisions.has(sessions[k]!))),
    without: [...decisions]
      .filter((day) => within(day) && !ended.has(day))
      .sort((a, b) => a - b)
      .map(toDay),
  };
}
