import { normalQuantile, type Uniform } from "../src/num/index.ts";

/** How the returns of a simulated market come about. */
export type Shocks = "gaussian" | "garch" | "garchT";

/** A pair of simulated markets: the first is the leader. */
export interface PairOptions {
  sessions: number;
  shocks: Shocks;
  correlation?: number; // of the returns of one session; default 0
  lag?: number; // sessions by which the correlated part of the laggard comes later; default 0
  sigma?: readonly [number, number]; // of a session; default a small-cap index and bitcoin
  drift?: readonly [number, number]; // of the log, a session; default none
  commonVolatility?: boolean; // one volatility path for both; the signs stay independent
}

/** Kinds of walks without any relation between the two, by what they are called in the report. */
export const WALKS: Readonly<Record<string, Pick<PairOptions, "shocks" | "commonVolatility">>> = {
  Gaussian: { shocks: "gaussian" },
  GARCH: { shocks: "garch" },
  "GARCH, t shocks": { shocks: "garchT" },
  "GARCH, one volatility for both": { shocks: "garch", commonVolatility: true },
};

const ALPHA = 0.08;
const BETA = 0.91;
const SETTLE = 500; // sessions until a volatility has forgotten its start

/** Log returns of a pair. */
export function pairOfReturns(uniform: Uniform, options: PairOptions): [Float64Array, Float64Array] {
  const { sessions, shocks, correlation = 0, lag = 0, sigma = [0.012, 0.035], drift = [0, 0], commonVolatility = false } = options;
  const draw = shocks === "garchT" ? studentFour : gaussian;
  const one = new Float64Array(sessions);
  const other = new Float64Array(sessions);
  const settle = shocks === "gaussian" ? lag : SETTLE;
  const rest = Math.sqrt(1 - correlation * correlation);
  const earlier: number[] = [];
  let [h, g] = [1, 1];
  for (let t = -settle; t < sessions; t++) {
    const x = draw(uniform);
    earlier.push(x);
    const led = earlier.length > lag ? earlier[earlier.length - 1 - lag]! : 0;
    const y = correlation * led + rest * draw(uniform);
    if (t >= 0) {
      one[t] = drift[0] + sigma[0] * Math.sqrt(h) * x;
      other[t] = drift[1] + sigma[1] * Math.sqrt(g) * y;
    }
    if (shocks === "gaussian") continue;
    const [squareX, squareY] = commonVolatility ? [(x * x + y * y) / 2, (x * x + y * y) / 2] : [x * x, y * y];
    h = 1 - ALPHA - BETA + h * (ALPHA * squareX + BETA);
    g = 1 - ALPHA - BETA + g * (ALPHA * squareY + BETA);
  }
  return [one, other];
}

/** Levels from log returns: 100 before the first. */
export function levelsOf(returns: ArrayLike<number>): Float64Array {
  const levels = new Float64Array(returns.length);
  let log = Math.log(100);
  for (let i = 0; i < returns.length; i++) {
    log += returns[i]!;
    levels[i] = Math.exp(log);
  }
  return levels;
}

/** Values moved around the circle: the one at `by` comes first. */
export function rotated(values: Float64Array, by: number): Float64Array {
  const turned = new Float64Array(values.length);
  turned.set(values.subarray(by));
  turned.set(values.subarray(0, by), values.length - by);
  return turned;
}

/** A standard normal number. */
export function gaussian(uniform: Uniform): number {
  return normalQuantile(Math.max(uniform(), 2 ** -54));
}

/** Student's t with four degrees of freedom, scaled to variance one: its quantile has a closed form. */
function studentFour(uniform: Uniform): number {
  const p = Math.max(uniform(), 2 ** -54);
  const root = Math.sqrt(4 * p * (1 - p));
  if (root >= 1) return 0;
  return (Math.sign(p - 0.5) * 2 * Math.sqrt(Math.cos(Math.acos(root) / 3) / root - 1)) / Math.SQRT2;
}
