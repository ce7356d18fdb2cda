import { z } from "zod";
import { day, measure, orNull, provenanceShape } from "../measureSchema.ts";

const trial = z.strictObject({
  onset: day,
  regained: measure.describe("1 where the laggard set a record within the horizon, 0 where not; unknown while it has not passed"),
  counted: z.boolean(),
  why: z.enum(["counted", "overlaps", "notPassed", "noBase"]).describe("overlaps: opened within the horizon of the case counted before"),
  randomWalk: measure,
  randomWalkDrift: measure,
  matched: measure,
  windows: measure,
  base: measure,
  baseFrom: z.enum(["matched", "randomWalk", "none"]),
});
const rungs = z.strictObject({ horizon: measure, randomWalk: measure, randomWalkDrift: measure, matched: measure, peers: measure });
const ending = z.strictObject({
  horizon: measure,
  atRisk: measure,
  censored: measure,
  catchUp: measure,
  rollOver: measure,
  open: measure,
  resampled: z
    .strictObject({ catchUp: measure, rollOver: measure })
    .describe("the same with intervals by resampling cases: unstable with few, but there where a case is censored"),
  base: measure.describe("mean of the cases' own base rates of a record within the horizon, whatever the leader does"),
  randomWalk: measure,
});
const endingSteps = z.strictObject({
  days: z.array(z.int()).describe("calendar days after the onset, ascending; each share holds from that day on"),
  catchUp: z.array(z.number()),
  rollOver: z.array(z.number()),
  ...provenanceShape,
});
const poissonBinomial = z.strictObject({ expected: measure, pValue: measure, twoSided: measure, attainable: measure });
const scores = z.strictObject({
  n: measure,
  forecast: z.strictObject({ brier: measure, logScore: measure }),
  base: z.strictObject({ brier: measure, logScore: measure }),
  randomWalk: z.strictObject({ brier: measure, logScore: measure }),
  skill: measure,
});
const support = z.strictObject({
  conclusion: z.enum(["moreThanBase", "beyondBase", "openNow", "firstInYears"]),
  main: orNull(z.boolean()).describe("under the definitions in force; null where it cannot be said"),
  support: measure,
  decided: measure,
  share: measure,
  flips: z.array(z.strictObject({ dimension: z.string(), to: z.string() })).describe("single changes of the definitions in force that turn it around"),
  shares: z.array(z.strictObject({ dimension: z.string(), value: z.string(), share: measure.describe("n = the definitions under which it can be said") })),
});

/** Whether the laggard catches up more often than it would anyway. */
export const catchUpSchema = z.strictObject({
  leader: z.string(),
  laggard: orNull(z.string()),
  reason: z.string().optional().describe("why nothing is known"),
  horizon: measure,
  trials: z.array(trial),
  now: orNull(
    z.strictObject({
      distance: measure,
      volatility: measure,
      scaled: measure,
      rungs: z.array(rungs).describe("base rates from the state as of the day, by horizon"),
    }),
  ),
  forecast: orNull(
    z.strictObject({
      from: day,
      due: day,
      probability: measure,
      base: measure,
      baseFrom: z.enum(["matched", "randomWalk"]),
    }),
  ).describe("while a case is open: a record of the laggard after from and not after due"),
  endings: z.strictObject({ at: z.array(ending), steps: endingSteps, median: measure }),
  posterior: z.strictObject({
    n: measure,
    successes: measure,
    base: measure,
    mean: measure.describe("with its 90 % interval"),
    mean80: measure.describe("the same with its 80 % interval"),
    leaveOneOut: z.strictObject({ lower: measure, upper: measure }),
  }),
  tests: z.strictObject({
    matched: poissonBinomial,
    randomWalk: poissonBinomial,
    leaderShift: z.strictObject({ horizon: measure, days: measure, share: measure, expected: measure, pValue: measure, independent: measure }),
  }),
  forwardReturns: z.array(
    z.strictObject({ market: z.string(), horizon: measure, n: measure, mean: measure, median: measure, matched: measure, excess: measure }),
  ),
  score: z.strictObject({
    pair: scores,
    allPairs: scores,
    forecasts: z
      .array(z.strictObject({ onset: day, forecast: measure, base: measure, randomWalk: measure, regained: measure }))
      .describe("of the pair's cases, each made from what was known on its onset"),
    pairs: measure,
    calibration: z.array(z.strictObject({ from: measure, to: measure, n: measure, forecast: measure, happened: measure })),
  }),
  verdict: z.strictObject({
    evidence: z.enum(["tooFew", "none", "weak", "moderate", "strong"]),
    direction: orNull(z.enum(["more", "less"])),
    canBeSignificant: z.boolean(),
  }),
  specification: z.strictObject({
    dimensions: z.array(z.strictObject({ name: z.string(), values: z.array(z.strictObject({ label: z.string(), number: orNull(measure) })) })),
    tried: measure,
    computable: measure,
    lowest: measure,
    median: measure,
    highest: measure,
    main: measure,
    yearsSinceLast: measure.describe("years from the onset of the case before to that of the open one"),
    wholeYears: measure.describe('the same in whole years gone by: what "the first in years" means'),
    yearsRange: z.strictObject({ lowest: measure, highest: measure }),
    conclusions: z.array(support),
    curve: z.strictObject({
      definitions: z.array(z.string()).describe("ascending by effect"),
      main: orNull(z.int()).describe("position of the definitions in force; null where they give no effect"),
      effects: z.strictObject({
        values: z.array(z.number()),
        unit: z.string(),
        n: z.int(),
        from: orNull(day),
        to: orNull(day),
        asOf: day,
        method: z.string(),
        definition: z.string(),
        sources: z.array(z.string()),
        dropped: z.array(z.strictObject({ market: z.string(), count: z.int().min(1), why: z.string() })),
      }),
    }),
  }),
});

export type CatchUp = z.infer<typeof catchUpSchema>;
