import { bootstrapSlope, type Interval, leastSquares, neweyWest, robustSlope, seeded, studentQuantile, type Uniform } from "../src/num/index.ts";
import { moreSensitive } from "../src/rates/index.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { gaussian, pairOfReturns } from "./walks.ts";

const LEVEL = 0.95;
const REPS = 499;
// A year of weeks twice over, two years of days, and the longest era of all.
const LENGTHS = [100, 500, 900];
const MEETINGS = [8, 16, 32, 92];
const SLOPE = 0.12; // of y, in standard deviations for one of x: where there is something to find

type Pairs = (uniform: Uniform, n: number) => [Float64Array, Float64Array];

/** How yields and returns come about: what is left of the returns says nothing of the yield's direction. */
const LONG: Readonly<Record<string, Pairs>> = {
  Gaussian: (uniform, sessions) => pairOfReturns(uniform, { sessions, shocks: "gaussian", sigma: [1, 1] }),
  "Gaussian, autocorrelation 0.3": (uniform, n) => [lasting(uniform, n), lasting(uniform, n)],
  "GARCH, volatilities independent": (uniform, sessions) => pairOfReturns(uniform, { sessions, shocks: "garch", sigma: [1, 1] }),
  "GARCH, t shocks, one volatility for both": (uniform, sessions) =>
    pairOfReturns(uniform, { sessions, shocks: "garchT", commonVolatility: true, sigma: [1, 1] }),
};
const SHORT: Readonly<Record<string, Pairs>> = {
  Gaussian: LONG["Gaussian"]!,
  "t shocks": (uniform, sessions) => pairOfReturns(uniform, { sessions, shocks: "garchT", sigma: [1, 1] }),
  "t shocks, scatter grows with the yield's move": (uniform, sessions) => {
    const [x, y] = pairOfReturns(uniform, { sessions, shocks: "garchT", sigma: [1, 1] });
    return [x, y.map((value, k) => value * (0.5 + Math.abs(x[k]!)))];
  },
};

/** Slopes on a yield: over eras of days or weeks, and on the few days of decisions. */
export function rateSlopes({ replications, stream, progress }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const chance = seeded(SEED + 1, stream);
  const tally = new Tally("rate sensitivity");
  for (const [name, draw] of Object.entries(LONG)) {
    for (const n of LENGTHS) {
      for (const truth of n === 500 ? (["null", "relation"] as const) : (["null"] as const)) {
        const setting = `${n} changes, ${name}${truth === "relation" ? `, slope ${SLOPE}` : ""}`;
        for (let run = 0; run < replications; run++) oneEra(tally, { setting, truth }, draw(uniform, n), chance);
      }
    }
    progress(`rate sensitivity: ${name}`);
  }
  for (const [name, draw] of Object.entries(SHORT)) {
    for (const n of MEETINGS) {
      for (let run = 0; run < replications; run++) {
        const [x, y] = draw(uniform, n);
        const cell = { setting: `${n} days, ${name}`, truth: "null" } as const;
        tally.interval({ ...cell, statistic: "HC2, as printed", by: "product" }, robustSlope(x, y, { level: LEVEL }), 0);
        tally.interval({ ...cell, statistic: "HC3, n - 2", by: "comparison" }, hcThree(x, y), 0);
        tally.interval({ ...cell, statistic: "plain", by: "comparison" }, plain(x, y), 0);
      }
    }
    progress(`rate sensitivity: decision days, ${name}`);
  }
  return tally.rows;
}

function oneEra(tally: Tally, { setting, truth }: Pick<Row, "setting" | "truth">, [x, rest]: [Float64Array, Float64Array], uniform: Uniform): void {
  const slope = truth === "relation" ? SLOPE : 0;
  const y = rest.map((value, k) => value + slope * x[k]!);
  const hac = neweyWest(x, y, { level: LEVEL });
  const bootstrap = bootstrapSlope(x, y, { level: LEVEL, reps: REPS, uniform });
  const difference = { hac, bootstrap };
  const told = moreSensitive({ difference, average: difference }).behindAsYieldsRise !== "not told apart";
  tally.event({ setting, truth, statistic: "both leave out zero", by: "product" }, 1 - LEVEL, told);
  if (truth === "relation") return;
  tally.interval({ setting, truth, statistic: "Newey-West", by: "product" }, hac, slope);
  tally.interval({ setting, truth, statistic: "stationary bootstrap", by: "product" }, bootstrap, slope);
  tally.interval({ setting, truth, statistic: "plain", by: "comparison" }, plain(x, y), slope);
}

/** A first-order autoregression. */
function lasting(uniform: Uniform, n: number): Float64Array {
  let value = gaussian(uniform) / Math.sqrt(1 - 0.3 * 0.3);
  return Float64Array.from({ length: n }, () => {
    value = 0.3 * value + gaussian(uniform);
    return value;
  });
}

/** The textbook interval of a slope: every residual scatters alike. */
function plain(x: Float64Array, y: Float64Array): Interval {
  const { slope, residuals } = leastSquares(x, y);
  const squares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  return around(slope, Math.sqrt(squares / (x.length - 2) / spreadOf(x).squares), x.length);
}

/** The interval of a slope with the HC3 standard error. */
function hcThree(x: Float64Array, y: Float64Array): Interval {
  const { slope, residuals } = leastSquares(x, y);
  const { distances, squares } = spreadOf(x);
  const scores = residuals.map((residual, k) => (distances[k]! * residual) / (1 - 1 / x.length - distances[k]! ** 2 / squares));
  return around(slope, Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0)) / squares, x.length);
}

function spreadOf(x: Float64Array): { distances: Float64Array; squares: number } {
  const centre = x.reduce((sum, value) => sum + value, 0) / x.length;
  const distances = x.map((value) => value - centre);
  return { distances, squares: distances.reduce((sum, value) => sum + value * value, 0) };
}

function around(slope: number, standardError: number, n: number): Interval {
  const reach = studentQuantile((1 + LEVEL) / 2, { freedom: n - 2 }) * standardError;
  return { lower: slope - reach, upper: slope + reach, level: LEVEL };
}
