import type { Series } from "../market/series.ts";
import { drawdowns } from "../num/drawdowns.ts";

/**
 * The distance below the running maximum at each session, as a series of decimals (-0.258 is 25.8 % below).
 *
 * Zero at the running maximum, never above zero; NaN where the series has none. Point in time.
 *
 * @example
 * import { toSeries } from "lockstep/market";
 * import { drawdown } from "lockstep/records";
 * const series = toSeries({ market: "A", field: "close", unit: "USD", source: "hand", sessions: [0, 1, 2], values: [100, 75, 120] });
 * [...drawdown(series).values]; // => [0, -0.25, 0]
 */
export function drawdown(series: Series): Series {
  return { ...series, unit: "ratio", values: drawdowns(series.values) };
}
