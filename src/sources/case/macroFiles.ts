import { z } from "zod";
import { parseDay } from "../../market/index.ts";

/** The parts of the macro picture: each comes whole from one place. */
export const MACRO_PARTS = ["rates", "curve", "liquidity", "operations", "earnings"] as const;

/** One part of the macro picture. */
export type MacroPart = (typeof MACRO_PARTS)[number];

const day = z.string().refine((text) => parseDay(text) !== undefined, { error: "expected a day like 2025-12-11" });

/** Which files beside a catalogue hold the macro figures. */
export const macroFilesSchema = z.strictObject({
  rates: z.string().optional(),
  liquidity: z.string().optional(),
  operations: z.string().optional(),
  earnings: z.string().optional(),
  // A file of prices has no day of its own.
  futures: z
    .array(z.strictObject({ day, file: z.string() }))
    .refine((entries) => new Set(entries.map((entry) => entry.day)).size === entries.length, { error: "expected each day once" })
    .default([]),
});

/** The macro files of a catalogue, and the folder that they lie in. */
export interface MacroFiles extends z.infer<typeof macroFilesSchema> {
  folder: string;
}
