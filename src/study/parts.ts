import { z } from "zod";
import { macroSchema } from "./macro/schema.ts";
import { type Study, studySchema } from "./schema.ts";

const viewSchema = studySchema.pick({ group: true, asOf: true, figuresEnd: true, inputs: true });
const shared = { group: true, definitions: true, asOf: true, figuresEnd: true, inputs: true } as const;

/** What `lockstep lag --json` prints: the part of a study that asks whether the laggard catches up. */
export const lagSchema = studySchema.pick({ ...shared, cases: true, catchUp: true }).extend({ schema: z.literal("lockstep.lag/1") });

/** What `lockstep together --json` prints: the part of a study that asks whether leader and laggard are in lockstep. */
export const togetherPartSchema = studySchema.pick({ ...shared, together: true }).extend({ schema: z.literal("lockstep.together/1") });

/** What `lockstep rates --json` prints: policy, the path that futures imply, sensitivity to the two-year yield. */
export const ratesSchema = viewSchema.extend({
  schema: z.literal("lockstep.rates/1"),
  ...macroSchema.pick({ policy: true, path: true, sensitivity: true }).shape,
});

/** What `lockstep liquidity --json` prints: the balance sheet with what stands against it, and purchases of Treasury bills. */
export const liquidityPartSchema = viewSchema.extend({
  schema: z.literal("lockstep.liquidity/1"),
  ...macroSchema.pick({ liquidity: true, bills: true }).shape,
});

/** What `lockstep earnings --json` prints: quoted growth of earnings. */
export const earningsPartSchema = viewSchema.extend({ schema: z.literal("lockstep.earnings/1"), ...macroSchema.pick({ earnings: true }).shape });

/** The macro picture with what it was asked for. */
type MacroStudy = Pick<Study, "group" | "asOf" | "figuresEnd" | "macro" | "inputs">;

/**
 * The part of a study on rates.
 *
 * @example
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * import { ratesOf } from "lockstep/study";
 * ratesOf(study(openCase())).schema; // => "lockstep.rates/1"
 */
export function ratesOf({ group, asOf, figuresEnd, macro: { policy, path, sensitivity }, inputs }: MacroStudy): z.infer<typeof ratesSchema> {
  return { schema: "lockstep.rates/1", group, asOf, figuresEnd, policy, path, sensitivity, inputs };
}

/**
 * The part of a study on liquidity.
 *
 * @example
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * import { liquidityPartOf } from "lockstep/study";
 * liquidityPartOf(study(openCase())).schema; // => "lockstep.liquidity/1"
 */
export function liquidityPartOf({ group, asOf, figuresEnd, macro: { liquidity, bills }, inputs }: MacroStudy): z.infer<typeof liquidityPartSchema> {
  return { schema: "lockstep.liquidity/1", group, asOf, figuresEnd, liquidity, bills, inputs };
}

/**
 * The part of a study on earnings.
 *
 * @example
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * import { earningsPartOf } from "lockstep/study";
 * earningsPartOf(study(openCase())).schema; // => "lockstep.earnings/1"
 */
export function earningsPartOf({ group, asOf, figuresEnd, macro: { earnings }, inputs }: MacroStudy): z.infer<typeof earningsPartSchema> {
  return { schema: "lockstep.earnings/1", group, asOf, figuresEnd, earnings, inputs };
}

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
