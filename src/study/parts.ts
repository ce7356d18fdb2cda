import { z } from "zod";
import { type Study, studySchema } from "./schema.ts";

const shared = { group: true, definitions: true, asOf: true, figuresEnd: true, inputs: true } as const;

/** What `lockstep lag --json` prints: the part of a study that asks whether the laggard catches up. */
export const lagSchema = studySchema.pick({ ...shared, cases: true, catchUp: true }).extend({ schema: z.literal("lockstep.lag/1") });

/** What `lockstep together --json` prints: the part of a study that asks whether leader and laggard are in lockstep. */
export const togetherPartSchema = studySchema.pick({ ...shared, together: true }).extend({ schema: z.literal("lockstep.together/1") });

/**
 * The part of a study that asks whether the laggard catches up.
 *
 * @example
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * import { lagOf } from "lockstep/study";
 * lagOf(study(openCase())).schema; // => "lockstep.lag/1"
 */
export function lagOf({ group, definitions, asOf, figuresEnd, cases, catchUp, inputs }: Study): z.infer<typeof lagSchema> {
  return { schema: "lockstep.lag/1", group, definitions, asOf, figuresEnd, cases, catchUp, inputs };
}

/**
 * The part of a study that asks whether leader and laggard are in lockstep.
 *
 * @example
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * import { togetherPartOf } from "lockstep/study";
 * togetherPartOf(study(openCase())).schema; // => "lockstep.together/1"
 */
export function togetherPartOf({ group, definitions, asOf, figuresEnd, together, inputs }: Study): z.infer<typeof togetherPartSchema> {
  return { schema: "lockstep.together/1", group, definitions, asOf, figuresEnd, together, inputs };
}
