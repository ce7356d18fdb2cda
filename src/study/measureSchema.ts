import { z } from "zod";

/** A day in a record that is printed. */
export const day = z.iso.date().meta({ id: "Day", description: "a day, ISO 8601" });
/** A value, or null where there is none. */
export const orNull = <T extends z.ZodType>(type: T) => z.union([type, z.null()]);

/** What a number says of itself beside its value. */
export const provenanceShape = {
  unit: z.string().describe("ratio = decimal (-0.258 is 25.8 % below); currencies by ISO code"),
  n: z.int().min(0).describe("observations that the value was computed from"),
  from: orNull(day).describe("first session used"),
  to: orNull(day).describe("last session used"),
  asOf: day.describe("nothing dated later was used"),
  method: z.string().describe("the function that computed it; chosen = a definition, not a result"),
  definition: z.string().describe("what exactly was computed, in words"),
  sources: z.array(z.string()),
  dropped: z.array(z.strictObject({ market: z.string(), count: z.int().min(1), why: z.string() })),
  reason: z.string().optional().describe("why a value is unknown"),
};

const interval = z.strictObject({ lower: z.number(), upper: z.number(), level: z.number().describe("0.9 = 90 %") });

/** A number that never travels alone. */
export const measure = z
  .strictObject({ value: orNull(z.number()).describe("null = unknown, see reason"), on: day.optional(), interval: interval.optional(), ...provenanceShape })
  .meta({ id: "Measure" });
