import { pearsonOfHeld, spearman } from "../num/correlation.ts";

/** Which coefficient. */
export type CorrelationMethod = "pearson" | "spearman";

/**
 * Correlation of two columns of returns over a trailing window, position by position.
 *
 * Only positions at which both hold a value count, and the window is the last `window` of these: NaN until it is full, and at a position at which
 * one is missing. NaN also where one of the two does not vary. Point in time.
 *
 * @param options.a returns, NaN = none
 * @param options.b returns on the same sessions and clock
 * @param options.window how many shared returns, at least 3
 * @throws RangeError when lengths differ or the window is too short
 *
 * @example
 * import { rollingCorrelation } from "lockstep/lockstep";
 * rollingCorrelation({ a: [1, 2, 3, 4], b: [1, 2, 3, -9], window: 3, method: "spearman" }); // => Float64Array.of(NaN, NaN, 1, -0.5)
 */
export function rollingCorrelation({
  a,
  b,
  window,
  method = "pearson",
}: {
  a: ArrayLike<number>;
  b: ArrayLike<number>;
  window: number;
  method?: CorrelationMethod;
}): Float64Array {
  if (a.length !== b.length) throw new RangeError(`invalid lengths: ${a.length} and ${b.length}`);
  if (!Number.isInteger(window) || window < 3) throw new RangeError(`invalid window: ${window}`);
  const correlations = new Float64Array(a.length).fill(Number.NaN);
  const x = new Float64Array(a.length);
  const y = new Float64Array(a.length);
  let held = 0;
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) continue;
    x[held] = a[i]!;
    y[held] = b[i]!;
    held++;
    if (held < window) continue;
    const [ofA, ofB] = [x.subarray(held - window, held), y.subarray(held - window, held)];
    correlations[i] = method === "pearson" ? pearsonOfHeld(ofA, ofB) : spearman(ofA, ofB);
  }
  return correlations;
}

/**
 * A correlation as it would be at ordinary volatility: rho / sqrt(1 + delta (1 - rho^2)).
 *
 * Correlation rises with volatility by itself; delta is the variance of the window over the ordinary variance, minus one. Source: Forbes and
 * Rigobon 2002 (J. Finance 57:2223-2261). The adjustment is disputed where the shock comes from both sides: shown beside, never instead.
 *
 * @param options.rho in -1..1; NaN stays NaN
 * @param options.delta above -1
 * @throws RangeError when either is out of range
 *
 * @example
 * import { forbesRigobon } from "lockstep/lockstep";
 * forbesRigobon({ rho: 0.8, delta: 3 }).toFixed(6); // => "0.554700"
 */
export function forbesRigobon({ rho, delta }: { rho: number; delta: number }): number {
  if (rho < -1 || rho > 1) throw new RangeError(`invalid rho: ${rho}`);
  if (!(delta > -1)) throw new RangeError(`invalid delta: ${delta}`);
  return rho / Math.sqrt(1 + delta * (1 - rho * rho));
}
