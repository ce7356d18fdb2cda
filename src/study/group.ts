import { z } from "zod";
import { BASES, parseDay } from "../market/index.ts";
import { DEFAULTS, type DefinitionKey, EXPLANATIONS } from "./definitions.ts";

const day = z.string().refine((text) => parseDay(text) !== undefined, { error: "expected a day like 2025-12-11" });
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.^=_-]*$/, { error: "expected a market id as IWM" });
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
    members: z.array(id).min(2).max(40),
    question: z.strictObject({ day, text: z.string().min(1).max(300) }).optional(),
    definitions: definitionsSchema.prefault({}),
  })
  .superRefine(({ leader, laggard, members }, context) => {
    const wrong = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (new Set(members).size !== members.length) wrong(["members"], "expected each market once");
    if (!members.includes(leader)) wrong(["leader"], "expected one of the members");
    if (laggard !== undefined && !members.includes(laggard)) wrong(["laggard"], "expected one of the members");
    if (laggard === leader) wrong(["laggard"], "expected another market than the leader");
  });

/** A group with every definition filled in. */
export type Group = z.infer<typeof groupSchema>;

/** The definitions of a group. */
export type Definitions = Group["definitions"];
