import { z } from "zod";
import { BASES } from "../market/index.ts";
import { catchUpSchema } from "./catchUp/schema.ts";
import { macroSchema } from "./macro/schema.ts";
import { day, measure, orNull, provenanceShape } from "./measureSchema.ts";
import { togetherSchema } from "./together/schema.ts";

/** The version of the record that `study` returns; it changes when a reader of the old one would misread the new one. */
export const STUDY_SCHEMA = "lockstep.study/1";

const measureSeries = z.strictObject({
  market: z.string(),
  clock: z.string(),
  values: z.array(orNull(z.number())).describe("one for each of the sessions; null = none held"),
  ...provenanceShape,
  leftOut: measure,
});

const state = z.enum(["record", "near", "apart", "unknown"]);
const variant = z.strictObject({
  label: z.string(),
  clock: z.string(),
  session: orNull(day),
  distance: measure,
  record: measure,
});
const market = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  role: z.enum(["leader", "laggard", "member"]),
  kind: z.string(),
  calendar: z.string(),
  clock: z.string(),
  state,
  reason: z.string().optional(),
  historyFrom: orNull(day),
  last: measure,
  record: measure,
  distance: measure,
  sessionsSince: measure,
  deepest: measure,
  records: measure,
  variants: z.array(variant),
});
const episode = z.strictObject({
  from: day,
  to: day,
  leaderRecords: measure,
  laggardAtStart: measure,
  laggardNearest: measure,
  laggardRecords: measure,
});
const oneCase = z.strictObject({
  onset: day,
  laggardDistance: measure,
  scaled: measure,
  age: measure,
  resolution: z.enum(["catchUp", "rollOver", "open"]),
  resolvedOn: orNull(day),
  sessions: measure,
  tied: z.boolean().describe("both ends fell on one day: roll-over counts"),
});
const casePath = z.strictObject({
  onset: day,
  resolution: z.enum(["catchUp", "rollOver", "open"]),
  days: z.array(z.int()).describe("calendar days after the onset"),
  values: z.array(orNull(z.number())),
  ...provenanceShape,
});
const counts = { cases: measure, catchUp: measure, rollOver: measure, open: measure };

/** The study of one group as of one day. Every number in it is a measure. */
export const studySchema = z.strictObject({
  schema: z.literal(STUDY_SCHEMA),
  group: z.strictObject({
    name: z.string(),
    leader: z.string(),
    laggard: orNull(z.string()),
    members: z.array(z.string()),
    question: orNull(z.strictObject({ day, text: z.string() })),
  }),
  definitions: z.strictObject({
    basis: z.strictObject({ value: z.enum(BASES), definition: z.string() }),
    near: measure,
    laggardBelow: measure,
    laggardBelowAlso: z.array(measure),
    leaderFalls: measure,
    leaderHistory: measure,
    leaderWithin: measure,
    horizon: measure,
    likeBand: measure,
    pseudoCases: measure,
    highWindow: measure,
    correlationWindow: measure,
    maxLag: measure,
    stepEnter: measure,
    stepExit: measure,
    stepHistory: measure,
    seed: measure,
    episodeGap: measure,
    staleAfter: measure,
    showFrom: z.strictObject({ value: day, definition: z.string() }),
  }),
  asOf: day.describe("every session dated on or before this day and closed by its own clock"),
  figuresEnd: orNull(day).describe("the last session used of any member"),
  shownFrom: day.describe("first day of the chart and of the list of record episodes"),
  markets: z.array(market),
  outOfStep: z.strictObject({
    market: orNull(z.string()),
    known: z.boolean().describe("false when a state that decides it is unknown"),
    reason: z.string(),
    since: orNull(day).describe("onset of the open case, when its laggard is the market out of step"),
    alsoApart: z.array(z.string()),
  }),
  atLeaderRecords: z.strictObject({
    leader: z.string(),
    laggard: orNull(z.string()),
    leaderRecords: measure,
    record: measure,
    near: measure,
    apart: measure,
    episodes: z.array(episode),
  }),
  cases: z.strictObject({
    leader: z.string(),
    laggard: orNull(z.string()),
    ...counts,
    list: z.array(oneCase),
    ends: z.strictObject({ catchUpAbove: measure, rollOverAt: measure }).describe("the levels that would end an open case, as of the day"),
    paths: z.array(casePath).describe("one for each case of the list"),
    otherDistances: z.array(z.strictObject({ laggardBelow: measure, ...counts })),
  }),
  together: togetherSchema,
  catchUp: catchUpSchema,
  macro: macroSchema,
  since: orNull(
    z.strictObject({
      day,
      question: z.string(),
      markets: z.array(z.strictObject({ id: z.string(), change: measure, records: measure })),
    }),
  ),
  recordDays: z.strictObject({
    from: day.describe("the first session that both of the pair hold; shownFrom where there is no pair"),
    markets: z.array(z.strictObject({ market: z.string(), clock: z.string(), historyFrom: day, days: z.array(day), records: measure })),
  }),
  rebased: z.strictObject({
    base: z.number(),
    from: orNull(day).describe("the session at which both stand at the base"),
    sessions: z.array(day),
    columns: z.array(z.strictObject({ market: z.string(), clock: z.string(), values: z.array(orNull(z.number())), ...provenanceShape })),
  }),
  underwater: z.strictObject({ calendar: z.string(), sessions: z.array(day), columns: z.array(measureSeries) }),
  notKnown: z.array(
    z.strictObject({
      kind: z.enum(["member", "gaps", "heldBack", "field", "unconfirmedRecord", "chosenLaggard", "openCase", "missingDays", "fewCases", "chance", "macro"]),
      market: orNull(z.string()),
      day: orNull(day),
      reason: z.string(),
    }),
  ),
  inputs: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
});

/** The study of one group as of one day: a plain record that CLI, note and every other surface only render. */
export type Study = z.infer<typeof studySchema>;
export type StudyMarket = Study["markets"][number];
export type StudyCase = Study["cases"]["list"][number];
