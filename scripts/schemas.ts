import { z } from "zod";
import { checkSchema } from "../src/claims/index.ts";
import { manifestSchema } from "../src/press/manifest.ts";
import {
  earningsPartSchema,
  groupSchema,
  lagSchema,
  ledgerSchema,
  liquidityPartSchema,
  ratesSchema,
  studySchema,
  togetherPartSchema,
} from "../src/study/index.ts";

const schemas = {
  "study.schema.json": { schema: studySchema, title: "The study of one group as of one day", io: "output" },
  "lag.schema.json": { schema: lagSchema, title: "Whether the laggard of a group catches up", io: "output" },
  "together.schema.json": { schema: togetherPartSchema, title: "Whether leader and laggard of a group are in lockstep", io: "output" },
  "rates.schema.json": { schema: ratesSchema, title: "Policy, the path that futures imply, and sensitivity to the two-year yield", io: "output" },
  "liquidity.schema.json": { schema: liquidityPartSchema, title: "Liquidity of the Federal Reserve and purchases of Treasury bills", io: "output" },
  "earnings.schema.json": { schema: earningsPartSchema, title: "Quoted growth of earnings", io: "output" },
  "check.schema.json": { schema: checkSchema, title: "What the figures say of an article's claims", io: "output" },
  "note.schema.json": { schema: manifestSchema, title: "The manifest of a note", io: "output" },
  "records.schema.json": { schema: ledgerSchema, title: "The ledger of record highs of one market", io: "output" },
  "group.schema.json": { schema: groupSchema, title: "A group file", io: "input" },
} as const;

/** The JSON Schemas of what the program prints and reads, by file name. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { schema, title, io }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
      return [name, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
