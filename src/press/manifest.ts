import { z } from "zod";
import { Problem } from "../market/index.ts";
import { toJson } from "../study/index.ts";
import { day, measure, orNull } from "../study/measureSchema.ts";

/** The version of the manifest; it changes when a reader of the old one would misread the new one. */
export const MANIFEST_SCHEMA = "lockstep.note/1";

export const FORMATS = ["html", "md", "pdf", "png"] as const;

export type Format = (typeof FORMATS)[number];

const hashed = z.strictObject({ file: z.string(), sha256: z.string() });
// A manifest may come from anyone: what it names must lie in its own folder.
const own = z.string().refine((file) => !/^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(file), { error: "expected a file of the folder" });
const forecast = z.strictObject({ from: day, due: day, probability: measure, base: measure, baseFrom: z.enum(["matched", "randomWalk"]) });
const earlier = z.strictObject({
  asOf: day,
  replayed: z.boolean(),
  markets: z.array(z.strictObject({ id: z.string(), state: z.enum(["record", "near", "apart", "unknown"]), distance: measure })),
  cases: z.strictObject({ asOf: day, open: orNull(day) }),
  posterior: z.strictObject({ n: measure, mean: measure }),
  laggard: orNull(z.string()),
  forecast: orNull(forecast),
});

/** From what a note was made, and what was made: enough to make it again and to hold it against its files. */
export const manifestSchema = z.strictObject({
  schema: z.literal(MANIFEST_SCHEMA),
  lockstep: z.string().describe("version of the program"),
  title: z.string(),
  summary: z.string(),
  group: z.string().describe("its name"),
  asOf: day,
  replayed: z.boolean().describe("made when later figures were held already: not a forecast made on its day"),
  asked: z.strictObject({
    group: orNull(z.string()).describe("as it was named, a file from this folder on; null = the founding case"),
    asOf: day,
    figures: z.enum(["fresher", "store", "case"]),
    knownAt: orNull(z.string()).describe("only what the store knew then, as it was asked for; null = not asked for"),
    readAt: orNull(z.string()).describe("when the store was read; null = nothing of it is used"),
    locale: z.string(),
    formats: z.array(z.enum(FORMATS)),
    page: orNull(z.strictObject({ url: z.url(), image: z.url(), site: z.string() })),
    // Manifests of before name none.
    article: orNull(z.strictObject({ file: z.string().describe("from this folder on"), sha256: z.string(), published: day }))
      .default(null)
      .describe("the article whose claims were checked; its text is not kept here"),
  }),
  definitions: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.number()), z.null()])),
  seed: orNull(z.number()),
  inputs: z.array(hashed),
  inputsHash: z.string().describe("SHA-256 over the lines 'hash two spaces file' of the inputs"),
  says: earlier.describe("what a later note on the group needs of this one"),
  earlier: z
    .array(earlier.extend({ from: z.strictObject({ folder: own.describe("beside this note's folder"), sha256: z.string().describe("of its manifest.json") }) }))
    .describe("what this note says of earlier ones is made from this"),
  renderers: z.record(z.string(), z.string()),
  files: z.array(hashed.extend({ file: own, bytes: z.int() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/**
 * A manifest read from its text.
 *
 * @throws Problem (data) when it is none, naming the place and what was expected there
 */
export function readManifest(text: string, place: string): Manifest {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Problem("data", `expected JSON; received ${(error as Error).message}`, place);
  }
  const { success, error, data: manifest } = manifestSchema.safeParse(data);
  if (success) return manifest;
  const [issue] = error.issues;
  throw new Problem("data", `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "no manifest"}`, place);
}

/** A manifest as it is written. */
export function manifestText(manifest: Manifest): string {
  return toJson(manifest);
}
