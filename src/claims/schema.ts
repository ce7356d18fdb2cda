import { z } from "zod";
// A file, not the room: what a day and a measure look like in print is said once.
import { day, measure, orNull } from "../study/measureSchema.ts";
import { VERDICTS } from "./verdict.ts";

/** The version of the record that `checkOf` returns. */
export const CHECK_SCHEMA = "lockstep.check/1";

export const KINDS = [
  "recordSet",
  "nearRecord",
  "distance",
  "level",
  "turn",
  "coincidence",
  "firstSince",
  "outOfStep",
  "return",
  "ranking",
  "policyMove",
  "cutsPriced",
  "programme",
  "purchase",
  "earnings",
  "opinion",
] as const;

const span = z.strictObject({ from: z.int().min(0), to: z.int().min(0) }).describe("UTF-16 units of the article's text; to is not included");
const verdict = z.enum(VERDICTS);

const judged = z.strictObject({
  label: z.string().describe("the definition"),
  verdict: z.enum(["supported", "imprecise", "contradicted", "not-checkable"]),
  value: orNull(measure).describe("recomputed; null where the answer is no number"),
  says: z.string(),
});
const part = z.strictObject({
  about: z.string().describe("the market; empty where a claim is about none"),
  conventional: z.boolean().describe("the first definition is the field's convention, and can support the claim alone"),
  judged: z.array(judged),
  needed: orNull(z.string()).describe("what would be needed where nothing could be judged"),
});
const row = z.strictObject({ market: z.string(), on: day, field: z.string(), value: z.number(), unit: z.string(), source: z.string() });
const claim = z.strictObject({
  id: z.string(),
  kind: z.enum(KINDS),
  span,
  quote: z.string().describe("the claim's own span of the article, no more"),
  readAs: z.string().describe("how it was understood"),
  about: z.array(z.string()).describe("markets, or names of what no figures are known of"),
  verdict,
  because: z.string(),
  parts: z.array(part),
  rows: z.array(row).describe("the figures that the verdict rests on"),
  forecast: orNull(z.strictObject({ baseRate: measure, outcome: measure, says: z.string() })),
  since: z.array(z.strictObject({ market: z.string(), change: measure, records: measure })).describe("after the publication: decides nothing"),
});

/** What the figures say of an article's claims, as of its publication. */
export const checkSchema = z.strictObject({
  schema: z.literal(CHECK_SCHEMA),
  article: z.strictObject({
    title: orNull(z.string()),
    source: z.string(),
    published: day,
    publishedBy: z.enum(["asked", "article"]).describe("who says so: --published, or the article or list itself"),
    characters: z.int().min(0),
    sentences: z.int().min(0),
  }),
  group: z.string(),
  asOf: day.describe("nothing dated later decided a verdict"),
  figuresEnd: orNull(day).describe("the last session held of any member: how far `since` reaches"),
  claims: z.array(claim).describe("in the order of the text"),
  statements: orNull(
    z.array(
      z.strictObject({
        id: z.string(),
        span,
        claims: z.array(z.string()),
        verdict: orNull(verdict).describe("the gravest of its claims; null where none was understood"),
        expect: orNull(verdict),
      }),
    ),
  ).describe("where a list of statements was given in place of an article"),
  notUnderstood: z
    .array(z.strictObject({ span, quote: z.string(), why: z.string() }))
    .describe("sentences with a number that no rule took: silence is not support"),
  inputs: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
});

/** What the figures say of an article's claims, as data. */
export type Check = z.infer<typeof checkSchema>;

/** One claim with its verdict. */
export type CheckedClaim = Check["claims"][number];
