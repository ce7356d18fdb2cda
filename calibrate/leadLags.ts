import { leadLag } from "../src/lockstep/index.ts";
import { mean, seeded } from "../src/num/index.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { type PairOptions, pairOfReturns } from "./walks.ts";

const SESSIONS = 2500;
const MAX_LAG = 10;
const SETTINGS: readonly { setting: string; truth: Row["truth"]; options: Omit<PairOptions, "sessions"> }[] = [
  { setting: "Gaussian, no relation", truth: "null", options: { shocks: "gaussian" } },
  { setting: "GARCH, volatilities independent", truth: "null", options: { shocks: "garch" } },
  { setting: "GARCH, t shocks, volatilities independent", truth: "null", options: { shocks: "garchT" } },
  { setting: "GARCH, one volatility for both", truth: "null", options: { shocks: "garch", commonVolatility: true } },
  { setting: "GARCH, t shocks, one volatility for both", truth: "null", options: { shocks: "garchT", commonVolatility: true } },
  { setting: "Gaussian, correlation 0.1 at lag 1", truth: "relation", options: { shocks: "gaussian", correlation: 0.1, lag: 1 } },
  { setting: "GARCH, correlation 0.1 at lag 1", truth: "relation", options: { shocks: "garch", correlation: 0.1, lag: 1 } },
];

/** Lead and lag up to ten sessions: as printed, each lag over its own standard error, and plain. */
export function leadLags({ replications, stream, progress, sessions = SESSIONS }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const tally = new Tally("lead and lag");
  for (const { setting, truth, options } of SETTINGS) {
    for (let run = 0; run < replications; run++) {
      const [a, b] = pairOfReturns(uniform, { sessions, ...options });
      tally.test({ setting, statistic: "as printed", truth, by: "product" }, leadLag({ a, b, maxLag: MAX_LAG })?.pValue);
      tally.test({ setting, statistic: "plain correlation", truth, by: "comparison" }, plainLeadLag(a, b));
    }
    progress(`lead and lag: ${setting}`);
  }
  return tally.rows;
}

/** The same test with the plain correlation at each lag: what the strength against its own scatter is printed instead of. */
export function plainLeadLag(a: Float64Array, b: Float64Array): number {
  const length = a.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const x = a.map((value) => value - meanA);
  const twice = new Float64Array(2 * length);
  for (let t = 0; t < 2 * length; t++) twice[t] = b[t % length]! - meanB;
  const at = new Float64Array(length);
  for (let lag = 0; lag < length; lag++) {
    let sum = 0;
    for (let t = 0; t < length; t++) sum += x[t]! * twice[t + lag]!;
    at[lag] = Math.abs(sum);
  }
  const largest = (shift: number): number => {
    let best = 0;
    for (let lag = -MAX_LAG; lag <= MAX_LAG; lag++) best = Math.max(best, at[(shift + lag + length) % length]!);
    return best;
  };
  const observed = largest(0);
  let exceed = 0;
  for (let shift = 0; shift < length; shift++) if (largest(shift) >= observed) exceed++;
  return exceed / length;
}
