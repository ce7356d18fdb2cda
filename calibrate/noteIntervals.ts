import { endingIntervals } from "../src/lag/index.ts";
import { correlationInterval, type Interval, normalQuantile, pearson, seeded, type Uniform } from "../src/num/index.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { pairOfReturns } from "./walks.ts";

const LEVEL = 0.9;
const CORRELATION = 0.45;
const REPS = 299;
const HORIZON = 180; // days
// Mean days to each of the two ends, and to the end of sight.
const DAYS = { catchUp: 220, rollOver: 300, censored: 500 };

const PAIRS = {
  Gaussian: { shocks: "gaussian" },
  "GARCH, one volatility for both": { shocks: "garch", commonVolatility: true },
  "GARCH, t shocks, one volatility for both": { shocks: "garchT", commonVolatility: true },
} as const;

/** Intervals that charts of the note draw: of a correlation of returns, and of the incidence of an ending where cases are censored. */
export function noteIntervals({ replications, stream, progress }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const tally = new Tally("intervals of charts");
  for (const [name, options] of Object.entries(PAIRS)) {
    for (const n of [60, 252]) {
      const cell = { setting: `${n} returns, ${name}`, truth: "null" } as const;
      for (let run = 0; run < replications; run++) {
        const [a, b] = pairOfReturns(uniform, { sessions: n, sigma: [1, 1], correlation: CORRELATION, ...options });
        tally.interval({ ...cell, statistic: "correlation, jackknife", by: "product" }, correlationInterval(a, b, { level: LEVEL }), CORRELATION);
        tally.interval({ ...cell, statistic: "correlation, Fisher", by: "comparison" }, fisher(a, b), CORRELATION);
      }
    }
    progress(`intervals of charts: ${name}`);
  }
  for (const cases of [8, 12, 24]) incidences(tally, uniform, { cases, replications });
  progress("intervals of charts: incidence");
  return tally.rows;
}

/** The textbook interval, for independent normal pairs. */
function fisher(a: Float64Array, b: Float64Array): Interval {
  const z = Math.atanh(pearson(a, b));
  const reach = normalQuantile((1 + LEVEL) / 2) / Math.sqrt(a.length - 3);
  return { lower: Math.tanh(z - reach), upper: Math.tanh(z + reach), level: LEVEL };
}

function incidences(tally: Tally, uniform: Uniform, { cases, replications }: { cases: number; replications: number }): void {
  const wait = (mean: number) => -Math.log(1 - uniform()) * mean;
  const rate = 1 / DAYS.catchUp + 1 / DAYS.rollOver;
  // Of exponential ends the one with the greater rate comes first so much more often, and both by then in this share.
  const truth = ((1 / DAYS.catchUp) * (1 - Math.exp(-rate * HORIZON))) / rate;
  const cell = { setting: `${cases} cases, some censored`, statistic: "incidence by resampling, drawn as unstable", truth: "null", by: "product" } as const;
  for (let run = 0; run < replications; run++) {
    const list = Array.from({ length: cases }, () => {
      const [one, other, end] = [wait(DAYS.catchUp), wait(DAYS.rollOver), wait(DAYS.censored)];
      const first = Math.ceil(Math.min(one, other, end));
      // Every case begins so that sight ends on one day: whoever is followed for less began later.
      const resolution = end < Math.min(one, other) ? ("open" as const) : one < other ? ("catchUp" as const) : ("rollOver" as const);
      return { onset: dayOf(UNTIL - first), resolution, resolvedOn: resolution === "open" ? null : dayOf(UNTIL) };
    });
    const [found] = endingIntervals(list, { horizons: [HORIZON], until: UNTIL, level: LEVEL, reps: REPS, uniform });
    tally.interval(cell, found!.catchUp, truth);
  }
}

const UNTIL = 20_000; // day number

function dayOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
