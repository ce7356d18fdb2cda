import { z } from "zod";
import { day, measure, orNull, provenanceShape } from "../measureSchema.ts";

const columns = (what: string) => z.array(orNull(z.number())).describe(`${what}; null = none`);
const reason = z.string().optional().describe("why a part is unknown");

const meeting = z.strictObject({
  day,
  kind: z.enum(["scheduled", "unscheduled", "notationVote"]),
  status: z.enum(["decided", "unknown", "upcoming", "cancelled"]),
  changeBp: measure,
  upper: measure.describe("the upper limit of the target range after it"),
  projections: z.boolean().describe("with a Summary of Economic Projections"),
  decidedBy: orNull(z.enum(["table", "targetRange"])),
  note: orNull(z.string()),
});

/** What the Federal Reserve has decided, and when it meets. */
export const policySchema = z.strictObject({
  reason,
  lower: measure,
  upper: measure,
  effective: measure.describe("the effective federal funds rate"),
  meetings: z.array(meeting).describe("of the year before and all to come"),
  sources: z.array(z.string()).describe("where the table of decisions comes from"),
  history: z
    .strictObject({ days: z.array(day), rate: columns("the effective rate"), ...provenanceShape })
    .describe("two years of the effective rate, every fifth day"),
});

const implied = z.strictObject({
  day,
  rate: measure.describe("the rate after it"),
  changeBp: measure,
  cumulativeBp: measure,
  cut: measure.describe("probability of a range below that in force"),
  hold: measure,
  hike: measure,
  ranges: z.strictObject({
    lowerBp: z.array(z.int()).describe("the lower limits of the target ranges after it, in basis points, ascending"),
    probability: z.array(z.number()),
    ...provenanceShape,
  }),
  contracts: z.array(z.string()),
});

/** What federal funds futures imply for the meetings to come. */
export const pathSchema = z.strictObject({
  reason,
  curve: orNull(z.strictObject({ day, contracts: measure })),
  start: measure.describe("the rate implied before the first meeting, from which sums of changes are counted"),
  rule: z.strictObject({ anchors: z.enum(["both", "end"]), daycount: z.enum(["incl", "excl"]) }),
  meetings: z.array(implied),
  leftOut: z.array(z.strictObject({ day, reason: z.string() })).describe("meetings of which the curve does not say enough"),
  horizons: z.array(z.strictObject({ days: measure, meeting: orNull(day), cumulativeBp: measure })),
  before: z
    .array(
      z.strictObject({
        ago: z.enum(["day", "week"]),
        day: orNull(day),
        reason,
        meetings: z.array(z.strictObject({ day, rateBp: measure, cut: measure, hold: measure, hike: measure })),
      }),
    )
    .describe("how it has changed"),
});

/** The balance sheet of the Federal Reserve, what stands against it, and the net of them. */
export const liquiditySchema = z.strictObject({
  reason,
  assets: measure,
  treasuryAccount: measure,
  accountValue: orNull(z.string()).describe("what the values of the Treasury's account are: an average of the week, a Wednesday level or a closing level"),
  reverseRepo: measure,
  net: measure.describe("total assets less the Treasury's account and the reverse repo"),
  changes: z.array(z.strictObject({ weeks: measure, change: measure })).describe("of the net"),
  closingAccount: measure.describe("the Treasury's account at the close of the last business day that was public"),
  weeks: z.strictObject({
    days: z.array(day),
    assets: columns("total assets"),
    treasuryAccount: columns("the Treasury's account"),
    reverseRepo: columns("reverse repo"),
    net: columns("the net"),
    ...provenanceShape,
  }),
});

/** What was bought of Treasury bills, and what of it was planned: by month, never as one total against another. */
export const billsSchema = z.strictObject({
  reason,
  plan: orNull(
    z.strictObject({
      name: z.string(),
      announced: day,
      start: day,
      sources: z.array(z.strictObject({ what: z.string(), url: z.string() })),
      notes: z.array(z.string()),
    }),
  ).describe("null before it was announced"),
  planMonths: z.array(
    z.strictObject({
      from: day,
      to: day,
      state: z.enum(["to come", "running", "over"]),
      planned: measure.describe("of this month alone"),
      operations: measure,
      done: measure,
      remaining: measure,
      beyond: measure,
    }),
  ),
  months: z.array(z.strictObject({ month: z.string(), operations: measure, accepted: measure })).describe("calendar months"),
  total: measure,
  count: measure.describe("of the operations in the total"),
  operations: z.strictObject({
    ids: z.array(z.string()),
    days: z.array(day),
    accepted: columns("US dollars accepted"),
    ...provenanceShape,
  }),
  excluded: z.array(z.strictObject({ id: z.string(), day, accepted: measure, why: z.string() })),
});

/** What was said of the earnings of indices: quotations, and the growth that their own figures give. */
export const earningsSchema = z.strictObject({
  reason,
  rows: z.array(
    z.strictObject({
      index: z.string(),
      year: z.int(),
      basis: z.enum(["consensus", "strategist", "actual"]),
      source: z.string().describe("who said so"),
      quotedOn: day,
      published: orNull(z.string()),
      earnings: measure.describe("per share, in points of the index"),
      growth: measure.describe("as quoted"),
      recomputed: measure,
      supersededOn: orNull(day),
      note: orNull(z.string()),
      sourceUrl: orNull(z.string()),
    }),
  ),
  leftOut: z.array(z.strictObject({ index: z.string(), year: z.int(), source: z.string(), why: z.string() })),
  absent: z.array(z.strictObject({ index: z.string(), reason: z.string() })),
});

const hacSlope = measure.describe("log return for a yield that is ten basis points higher; interval by Newey-West");
const slope = z.strictObject({
  slope: hacSlope,
  bootstrap: measure.describe("the same with the interval of the stationary bootstrap"),
});
const apart = z.enum(["small caps more", "large caps more", "not told apart"]);

/** How the members move with the two-year yield, and whether small caps do so more than large ones. */
export const sensitivitySchema = z.strictObject({
  reason,
  yield: z.string().describe("the reading whose changes are meant"),
  step: measure.describe("the step of the yield that slopes are scaled to"),
  pair: orNull(z.strictObject({ small: z.string(), large: z.string() })),
  spans: z
    .array(
      z.strictObject({
        direction: z.enum(["hikes", "cuts", "unknown", "all"]).describe("of the policy rate; all = the whole time"),
        begunBefore: z.boolean().describe("whether its first move lies before the figures begin"),
        from: day,
        to: day,
        markets: z.array(z.strictObject({ market: z.string(), clock: z.string(), slope: hacSlope })),
        pair: orNull(
          z.strictObject({
            difference: slope.describe("of the returns of small less large caps"),
            average: slope.describe("of the average of both returns"),
            behindAsYieldsRise: z.enum(["small caps", "large caps", "not told apart"]),
            answer: apart.describe("who moves more with the yield: said only where both intervals of difference and average leave out zero"),
            weekly: z.strictObject({ difference: slope, answer: apart }),
          }),
        ),
      }),
    )
    .describe("eras from one change of direction of the policy rate to the next, then the whole time"),
  meetingDays: z.strictObject({
    markets: z.array(
      z.strictObject({
        market: z.string(),
        slope: measure,
        moveOnDays: measure,
        moveOnOthers: measure,
        without: z.array(day).describe("decision days on which it has no change"),
      }),
    ),
    difference: orNull(measure),
  }),
  unknownMarkets: z.array(z.strictObject({ market: z.string(), reason: z.string() })),
  rolling: orNull(
    z.strictObject({ window: measure, last: measure, days: z.array(day), values: columns("slope of the difference over the window"), ...provenanceShape }),
  ),
});

/** The macro picture beside the markets, never as their cause. */
export const macroSchema = z.strictObject({
  policy: policySchema,
  path: pathSchema,
  sensitivity: sensitivitySchema,
  liquidity: liquiditySchema,
  bills: billsSchema,
  earnings: earningsSchema,
});

export type Macro = z.infer<typeof macroSchema>;
