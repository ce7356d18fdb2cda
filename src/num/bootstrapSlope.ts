import { type Interval, requireLevel } from "./interval.ts";
import { fittedLine } from "./leastSquares.ts";
import { optimalBlockLength } from "./optimalBlockLength.ts";
import { quantile } from "./quantile.ts";
import type { Uniform } from "./seeded.ts";
import { blocksOf } from "./stationaryBootstrap.ts";

/** A slope with the interval of its resamples. */
export interface BootstrapSlope extends Interval {
  n: number; // 251; pairs that both hold a value
  slope: number; // -0.00031; units of y for one of x
  blockLength: number; // 2.4; mean length of a block, in pairs
}

/**
 * Slope of the least-squares regression of y on x with a percentile interval from the stationary bootstrap of the pairs.
 *
 * Blocks of neighbouring pairs are drawn together, so that volatility that comes in spells and serial dependence stay in the resamples. Without a block
 * length it is Politis and White's choice for the scores of the slope (x from its mean times residual), on which its error depends. Pairs of which one side is NaN are left
 * out. NaN with fewer than three pairs, or where x does not vary; resamples in which it does not are left out.
 * Cost: n, plus n / blockLength for each resample.
 *
 * Source: Politis and Romano 1994 (JASA 89:1303-1313).
 *
 * @param options.blockLength mean length of a block, at least 1
 * @param options.reps how many resamples
 * @param options.uniform chance, seeded by the caller
 * @param options.level of the interval
 * @throws RangeError when the lengths differ, or level, reps or block length is out of range
 *
 * @example
 * import { bootstrapSlope, seeded } from "lockstep/num";
 * const x = Array.from({ length: 60 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => 2 * value + Math.cos(i * i * i));
 * const { lower, upper } = bootstrapSlope(x, y, { reps: 499, uniform: seeded(1), level: 0.95 });
 * lower > 1 && lower < 2 && upper > 2 && upper < 3; // => true
 */
export function bootstrapSlope(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { blockLength, reps, uniform, level }: { blockLength?: number; reps: number; uniform: Uniform; level: number },
): BootstrapSlope {
  requireLevel(level);
  if (!Number.isInteger(reps) || reps < 1) throw new RangeError(`invalid reps: ${reps}`);
  const line = fittedLine(x, y);
  const { n, slope, dx, residuals } = line;
  if (Number.isNaN(slope)) return { n, slope, blockLength: blockLength ?? Number.NaN, lower: Number.NaN, upper: Number.NaN, level };
  const length = blockLength ?? optimalBlockLength(dx.map((value, k) => value * residuals[k]!));
  const draw = blocksOf(n, { blockLength: length, uniform });
  const sums = runningSums(dx, residuals);
  const slopes = Float64Array.from({ length: reps }, () => {
    let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
    for (let filled = 0; filled < n; ) {
      const block = draw(n - filled);
      const from = SUMS * block.start;
      const to = from + SUMS * block.length;
      sumX += sums[to]! - sums[from]!;
      sumY += sums[to + 1]! - sums[from + 1]!;
      sumXX += sums[to + 2]! - sums[from + 2]!;
      sumXY += sums[to + 3]! - sums[from + 3]!;
      filled += block.length;
    }
    const variation = sumXX - (sumX * sumX) / n;
    // A resample of one pair repeated has no slope; what rounding leaves of its variation is nothing.
    return variation <= 1e-12 * line.xx ? Number.NaN : line.slope + (sumXY - (sumX * sumY) / n) / variation;
  });
  const tail = (1 - level) / 2;
  return { n, slope, blockLength: length, lower: quantile(slopes, tail), upper: quantile(slopes, 1 - tail), level };
}

const SUMS = 4; // of x, y, x squared and x times y

/** Sums from the first pair on, twice around the circle, side by side for each place: those of a block are a difference of two. */
function runningSums(x: Float64Array, y: Float64Array): Float64Array {
  const n = x.length;
  const sums = new Float64Array(SUMS * (2 * n + 1));
  for (let k = 0; k < 2 * n; k++) {
    const [ofX, ofY] = [x[k % n]!, y[k % n]!];
    const at = SUMS * k;
    sums[at + 4] = sums[at]! + ofX;
    sums[at + 5] = sums[at + 1]! + ofY;
    sums[at + 6] = sums[at + 2]! + ofX * ofX;
    sums[at + 7] = sums[at + 3]! + ofX * ofY;
  }
  return sums;
}
