import type { Interval } from "../num/interval.ts";
import type { Day } from "./day.ts";

/** The unit of a measure; a ratio is a decimal (-0.258 is 25.8 % below). Currencies by ISO code. */
export type Unit =
  | "ratio"
  | "probability"
  | "correlation"
  | "deviations"
  | "sessions"
  | "records"
  | "cases"
  | "episodes"
  | "definitions"
  | "days"
  | "index"
  | "USD"
  | (string & {});

/** Observations that a computation left out, and why. */
export interface Dropped {
  market: string; // "BTC"
  count: number; // 1735
  why: string; // "not a session of XNYS"
}

/**
 * A number that never travels alone.
 *
 * `value` is null when it is unknown, and `reason` then says why: unknown is not zero.
 */
export interface Measure {
  value: number | null; // -0.2579
  unit: Unit; // "ratio"
  n: number; // 5595; observations the value was computed from
  from: Day | null; // "2010-08-18"; first session used
  to: Day | null; // "2025-12-11"; last session used
  asOf: Day; // "2025-12-11"; nothing dated later was used
  on?: Day | undefined; // "2025-10-06"; the session that the value belongs to
  method: string; // "drawdown"
  definition: string; // "close over the highest close so far, minus one"
  sources: string[]; // ["small-caps-and-bitcoin/BTC.csv"]
  dropped: Dropped[];
  interval?: Interval | undefined; // { lower: 0.2, upper: 0.6, level: 0.9 }
  reason?: string | undefined; // "no figures held of BTC"
}
