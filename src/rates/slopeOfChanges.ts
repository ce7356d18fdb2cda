import { bootstrapSlope, type Interval, neweyWest, type Uniform } from "../num/index.ts";
import type { Changes } from "./changesTogether.ts";
import { SLOPE_STEP } from "./slopeStep.ts";

/** How much a market moves with a yield. */
export interface HacSlope {
  market: string; // "IWM"
  n: number; // 870; changes that both hold a value
  slope: number; // -0.0031; log return, decimal, for a yield that is 10 basis points higher; NaN = too few
  hac: Interval; // Newey-West
  lags: number; // 6; changes over which hac allows for dependence
}

/** The same with the interval of a bootstrap beside that of Newey and West. */
export interface RateSlope extends HacSlope {
  bootstrap: Interval; // stationary bootstrap, percentiles
  blockLength: number; // 2.4; changes
}

/** How intervals of a slope are made. */
export interface SlopeOptions {
  level: number; // 0.95
  reps: number; // 999; resamples
  uniform: Uniform; // chance, seeded by the caller
}

/** Slope of a market's returns on changes of a yield, for ten basis points, with its interval by Newey and West. */
export function slopeOfChanges({ market, returns, changesBp }: Changes, { level }: Pick<SlopeOptions, "level">): HacSlope {
  const { n, slope, lower, upper, lags } = neweyWest(inTens(changesBp), returns, { level });
  return { market, n, slope, hac: { lower, upper, level }, lags };
}

/** The same with the interval of the bootstrap beside it. */
export function resampledSlope(changes: Changes, { level, reps, uniform }: SlopeOptions): RateSlope {
  const resampled = bootstrapSlope(inTens(changes.changesBp), changes.returns, { level, reps, uniform });
  return {
    ...slopeOfChanges(changes, { level }),
    bootstrap: { lower: resampled.lower, upper: resampled.upper, level },
    blockLength: resampled.blockLength,
  };
}

function inTens(changesBp: Float64Array): Float64Array {
  return changesBp.map((change) => change / SLOPE_STEP);
}
