import { catchUpPosterior } from "../src/lag/index.ts";
import { betaQuantile, bootstrapInterval, bpcp, clopperPearson, type Interval, mean, seeded, type Uniform } from "../src/num/index.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { gaussian } from "./walks.ts";

const REPS = 999;
// Times to an event and to the end of sight are exponential; at this ratio of their rates 30 % are censored.
const CENSORING_RATE = 3 / 7;
const CASES = 8;

/** How often the intervals that are printed miss the truth. */
export function intervals({ replications, stream, progress }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const tally = new Tally("intervals");
  posteriors(tally, uniform, 10 * replications);
  progress("intervals: posterior");
  shares(tally, uniform, 10 * replications);
  progress("intervals: shares");
  survivals(tally, uniform, replications);
  progress("intervals: survival");
  means(tally, uniform, replications);
  progress("intervals: means");
  return tally.rows;
}

function posteriors(tally: Tally, uniform: Uniform, replications: number): void {
  for (const base of [0.3, 0.45, 0.6]) {
    for (const [truth, p] of [["null", base] as const, ["relation", base + 0.2] as const]) {
      const cell = { statistic: "posterior share, 90 %", setting: `${CASES} cases, base ${base}, true share ${p.toFixed(2)}`, truth, by: "product" } as const;
      const of = remembered((successes) => catchUpPosterior(Array.from({ length: CASES }, (_, k) => ({ outcome: k < successes ? 1 : 0, base })))!.interval90);
      for (let run = 0; run < replications; run++) tally.interval(cell, of(binomial(uniform, CASES, p)), p);
    }
  }
}

function shares(tally: Tally, uniform: Uniform, replications: number): void {
  for (const level of [0.9, 0.95]) {
    for (const p of [0.1, 0.3, 0.5]) {
      const cell = { statistic: `Clopper-Pearson, ${100 * level} %`, setting: `${CASES} cases, true share ${p}`, truth: "null", by: "product" } as const;
      const of = remembered((successes) => clopperPearson({ successes, n: CASES, level }));
      for (let run = 0; run < replications; run++) tally.interval(cell, of(binomial(uniform, CASES, p)), p);
    }
  }
}

function survivals(tally: Tally, uniform: Uniform, replications: number): void {
  const exponential = () => -Math.log(1 - uniform());
  for (let run = 0; run < replications; run++) {
    const events = Array.from({ length: CASES }, exponential);
    const ends = Array.from({ length: CASES }, () => exponential() / CENSORING_RATE);
    const time = events.map((one, i) => Math.min(one, ends[i]!));
    const event = events.map((one, i) => (one <= ends[i]! ? 1 : 0));
    for (const level of [0.9, 0.95]) {
      for (const survival of [0.75, 0.5, 0.25]) {
        const setting = `${CASES} cases, 30 % censored, true share ${survival}`;
        tally.interval(
          { statistic: `beta product, ${100 * level} %`, setting, truth: "null", by: "product" },
          bpcp({ time, event, at: -Math.log(survival), level }),
          survival,
        );
      }
    }
  }
}

function means(tally: Tally, uniform: Uniform, replications: number): void {
  const values = {
    "Gaussian values": () => gaussian(uniform),
    "skewed values": () => -Math.log(1 - uniform()) - 1,
  };
  for (const [what, draw] of Object.entries(values)) {
    for (const n of [6, 8, 12]) {
      const cell = { statistic: "bootstrap of a mean, 90 %", setting: `${n} ${what}`, truth: "null", by: "product" } as const;
      const student = { ...cell, statistic: "Student's t, 90 %", by: "comparison" } as const;
      for (let run = 0; run < replications; run++) {
        const sample = Array.from({ length: n }, draw);
        tally.interval(cell, bootstrapInterval(sample, { level: 0.9, reps: REPS, uniform }), 0);
        tally.interval(student, studentInterval(sample, 0.9), 0);
      }
    }
  }
}

/** The textbook interval of a mean, exact for Gaussian values. */
function studentInterval(values: readonly number[], level: number): Interval {
  const n = values.length;
  const centre = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (n - 1);
  // The square of Student's t with n - 1 degrees of freedom is a ratio of the two parts of a beta.
  const x = betaQuantile(1 - level, { a: (n - 1) / 2, b: 0.5 });
  const reach = Math.sqrt((((n - 1) * (1 - x)) / x) * (variance / n));
  return { lower: centre - reach, upper: centre + reach, level };
}

function binomial(uniform: Uniform, n: number, p: number): number {
  let successes = 0;
  for (let k = 0; k < n; k++) if (uniform() < p) successes++;
  return successes;
}

/** Few counts occur, and each has one interval. */
function remembered(of: (successes: number) => Interval): (successes: number) => Interval {
  const known = new Map<number, Interval>();
  return (successes) => {
    const held = known.get(successes) ?? of(successes);
    known.set(successes, held);
    return held;
  };
}
