import { z } from "zod";
import { BASES, parseDay } from "../market/index.ts";
import { DEFAULTS, type DefinitionKey, EXPLANATIONS } from "./definitions.ts";

const day = z.string().refine((text) => parseDay(text) !== undefined, { error: "expected a day like 2025-12-11" });
const id = z.string().regex(/^[A-Za-z0-9^][A-Za-z0-9.^=_:-]*$/, { error: "expected a market id as IWM" });
const between = { error: "expected a decimal between 0 and 1, as 0.2" };
const share = z.number().gt(0, between).lt(1, between);

const explained = <T extends z.ZodType>(key: DefinitionKey, type: T): T => type.describe(EXPLANATIONS[key].text);

const definitionsSchema = z.strictObject({
  basis: explained("basis", z.enum(BASES).default(DEFAULTS.basis)),
  near: explained("near", share.default(DEFAULTS.near)),
  laggardBelow: explained("laggardBelow", share.default(DEFAULTS.laggardBelow)),
  laggardBelowAlso: explained(
    "laggardBelowAlso",
    z
      .array(share)
      .max(12)
      .default(() => [...DEFAULTS.laggardBelowAlso]),
  ),
  leaderFalls: explained("leaderFalls", share.default(DEFAULTS.leaderFalls)),
  leaderHistory: explained("leaderHistory", z.int().min(0).max(2520).default(DEFAULTS.leaderHistory)),
  leaderWithin: explained("leaderWithin", z.int().min(0).max(63).default(DEFAULTS.leaderWithin)),
  horizon: explained("horizon", z.int().min(5).max(3650).default(DEFAULTS.horizon)),
  likeBand: explained("likeBand", z.number().gt(0).max(2).default(DEFAULTS.likeBand)),
  pseudoCases: explained("pseudoCases", z.number().gt(0).max(1000).default(DEFAULTS.pseudoCases)),
  highWindow: explained("highWindow", z.int().min(20).max(2520).default(DEFAULTS.highWindow)),
  correlationWindow: explained("correlationWindow", z.int().min(20).max(2520).default(DEFAULTS.correlationWindow)),
  maxLag: explained("maxLag", z.int().min(0).max(60).default(DEFAULTS.maxLag)),
  stepEnter: explained("stepEnter", z.number().gt(0).max(100).default(DEFAULTS.stepEnter)),
  stepExit: explained("stepExit", z.number().min(0).max(100).default(DEFAULTS.stepExit)),
  stepHistory: explained("stepHistory", z.int().min(60).max(5040).default(DEFAULTS.stepHistory)),
  seed: explained("seed", z.int().min(0).max(2147483647).default(DEFAULTS.seed)),
  episodeGap: explained("episodeGap", z.int().min(1).max(252).default(DEFAULTS.episodeGap)),
  staleAfter: explained("staleAfter", z.int().min(0).max(366).default(DEFAULTS.staleAfter)),
  showFrom: explained("showFrom", day.default(DEFAULTS.showFrom)),
});

/** Which markets are looked at together, who leads, whom the question is about, and under which definitions: the shape of a group file. */
export const groupSchema = z
  .strictObject({
    name: z.string().min(1).max(80),
    leader: id,
    laggard: id.optional(),
    members: z.array(id).min(2, { error: "expected two markets or more" }).max(40, { error: "expected 40 markets or fewer" }),
    question: z.strictObject({ day, text: z.string().min(1).max(300) }).optional(),
    sizes: z
      .strictObject({ small: id, large: id })
      .optional()
      .describe("which members are small and large caps: whether one responds more to interest rates than the other is asked only then"),
    definitions: definitionsSchema.prefault({}),
  })
  .superRefine(({ leader, laggard, members, sizes, definitions }, context) => {
    const wrong = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (new Set(members).size !== members.length) wrong(["members"], "expected each market once");
    if (!members.includes(leader)) wrong(["leader"], "expected one of the members");
    if (laggard !== undefined && !members.includes(laggard)) wrong(["laggard"], "expected one of the members");
    for (const size of ["small", "large"] as const) if (sizes && !members.includes(sizes[size])) wrong(["sizes", size], "expected one of the members");
    if (sizes && sizes.small === sizes.large) wrong(["sizes", "large"], "expected another market than the small caps");
    if (definitions.stepExit >= definitions.stepEnter) wrong(["definitions", "stepExit"], "expected less than stepEnter");
    if (laggard === leader) wrong(["laggard"], "expected another market than the leader");
  });

/** A group with every definition filled in. */
export type Group = z.infer<typeof groupSchema>;

/** The definitions of a group. */
export type Definitions = Group["definitions"];
