import { z } from "zod";
import { day, measure, orNull, provenanceShape } from "../measureSchema.ts";

const window = z.strictObject({
  window: measure,
  hits: measure,
  leaderRate: measure,
  laggardRate: measure,
  expected: measure,
  lift: measure,
  pValue: measure,
  independent: measure,
});
const block = z.strictObject({
  leader: measure,
  laggard: measure,
  windows: z.array(window),
  beyond: measure.describe("windows in which p is at most 0.05; n = windows"),
  episodes: z.strictObject({ leader: measure, leaderShared: measure, laggard: measure, laggardShared: measure }),
});
const phases = z.strictObject({
  dating: z.enum(["months", "filter"]).describe("months: rules of Pagan and Sossounov on month-end levels; filter: of Lunde and Timmermann on sessions"),
  index: measure,
  expected: measure,
  correlation: measure,
  pValue: measure,
  independent: measure,
  lastTurns: z.array(
    z.strictObject({
      market: z.string(),
      kind: z.enum(["peak", "trough"]),
      on: day,
      knownOn: day.describe("the first day on which the levels up to then showed the turn"),
    }),
  ),
});
const rolling = z.strictObject({
  days: z.array(day).describe("the last session of each month, and the last of all"),
  values: z.array(z.number()),
  lower: z.array(orNull(z.number())),
  upper: z.array(orNull(z.number())),
  level: z.number().describe("of the interval between lower and upper"),
  ...provenanceShape,
});
const clock = z.strictObject({
  clocks: z.string(),
  laggardClock: z.string(),
  sessions: measure,
  highs: block,
  lows: block,
  phases: z.array(phases),
  correlation: z.strictObject({ pearson: measure, spearman: measure, adjusted: measure, median: measure }),
  rolling,
  leadLag: z.strictObject({ same: measure, strongest: measure, lag: measure, pValue: measure }),
});

/** Whether two markets are in lockstep, under each clock; and who of the group is out of step. */
export const togetherSchema = z.strictObject({
  leader: z.string(),
  laggard: orNull(z.string()),
  reason: z.string().optional().describe("why nothing is known"),
  allTime: orNull(block).describe("all-time records: shown, not tested"),
  clocks: z.array(clock),
  unknownClocks: z.array(z.strictObject({ clocks: z.string(), reason: z.string() })),
  steps: z.array(
    z.strictObject({
      market: z.string(),
      state: z.enum(["inStep", "behind", "ahead", "unknown"]),
      since: orNull(day).describe("first session of the state it is in"),
      distance: measure,
    }),
  ),
});

export type Together = z.infer<typeof togetherSchema>;
