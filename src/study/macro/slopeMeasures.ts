import type { Day, Measure } from "../../market/index.ts";
import type { Interval } from "../../num/index.ts";
import type { HacSlope, RateSlope } from "../../rates/index.ts";
import { measured, unknown } from "../measures.ts";

/** What a slope is of. */
export interface SlopeAbout {
  what: string; // "IWM"
  from: Day;
  to: Day;
  asOf: Day;
  series: Parameters<typeof measured>[2];
  leftOut?: number; // changes that span too many days
}

/** Below so many changes neither interval holds its level. */
export const LEAST_CHANGES = 60;

/** A slope with the interval of Newey and West. */
export function hacMeasure({ slope, hac, n, lags }: HacSlope, about: SlopeAbout): Measure {
  return slopeMeasure({ slope, n, interval: hac }, { method: "neweyWest", how: `by Newey and West over ${lags} lags` }, about);
}

/** A slope twice: with the interval of Newey and West, and with that of the bootstrap. */
export function bothMeasures(slope: RateSlope, reps: number, about: SlopeAbout): { slope: Measure; bootstrap: Measure } {
  const how = `by the stationary bootstrap, ${reps} times, blocks of ${slope.blockLength.toFixed(1)} on average`;
  return {
    slope: hacMeasure(slope, about),
    bootstrap: slopeMeasure({ slope: slope.slope, n: slope.n, interval: slope.bootstrap }, { method: "bootstrapSlope", how }, about),
  };
}

function slopeMeasure(
  { slope, n, interval }: { slope: number; n: number; interval: Interval },
  { method, how }: { method: string; how: string },
  { what, from, to, asOf, series, leftOut = 0 }: SlopeAbout,
): Measure {
  const definition = `log return of ${what} for a two-year yield that is 10 basis points higher, ${from} to ${to}; interval ${how}`;
  const about = { unit: "ratio", asOf, method, definition };
  if (Number.isNaN(slope)) return unknown(about, "too few changes, or a yield that stood still");
  if (n < LEAST_CHANGES) return unknown(about, `fewer than ${LEAST_CHANGES} changes`);
  const dropped = leftOut > 0 ? [{ market: what, count: leftOut, why: "changes over more than five days" }] : [];
  return { ...measured(about, slope, series, { n, interval, dropped }), from, to };
}
