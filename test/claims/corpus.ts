import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { KINDS } from "../../src/claims/schema.ts";
import { VERDICTS } from "../../src/claims/verdict.ts";

const STYLES = ["newswire", "blog", "social", "broker", "column", "newsletter"] as const;

const claimSchema = z.strictObject({
  kind: z.enum(KINDS),
  markets: z.array(z.string().min(1)),
  verdict: z.enum(VERDICTS),
  why: z.string().min(1),
});

/** A sentence as it stands in the text; `numeric` where it has a number that no kind of claim takes. */
const sentenceSchema = z.strictObject({
  says: z.string().regex(/^\S.*\S$/u, { error: "expected one line without spaces around it" }),
  claims: z.array(claimSchema),
  numeric: z.literal(true).optional(),
});

const articleSchema = z.strictObject({
  style: z.enum(STYLES),
  published: z.iso.date(),
  text: z.string().min(1),
  sentences: z.array(sentenceSchema).min(1),
});

/** A claim that a careful reader would check, and what the figures say of it. */
export type ExpectedClaim = z.infer<typeof claimSchema>;

/** An article of the corpus with what is expected of every sentence, by the name of its file. */
export type CorpusArticle = z.infer<typeof articleSchema> & { name: string }; // "founding"

/**
 * The articles of a folder, by name.
 *
 * @throws Error when a file is no article of the corpus, with the file and what was expected
 */
export function articlesIn(folder: string): CorpusArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => articleOf(readFileSync(join(folder, file), "utf8"), basename(file, ".yaml")));
}

/** An article from the text of its file. */
export function articleOf(yaml: string, name: string): CorpusArticle {
  const { success, data, error } = articleSchema.safeParse(parse(yaml));
  if (success) return { name, ...data };
  throw new Error(`${name}: ${z.prettifyError(error)}`);
}

/**
 * What of an article's text its sentences leave out, in order; spaces between them are nothing. None where they stand in the text in order and cover it.
 *
 * A sentence that is not found is told with its words.
 */
export function uncovered({ text, sentences }: Pick<CorpusArticle, "text" | "sentences">): string[] {
  const left: string[] = [];
  let from = 0;
  for (const { says } of sentences) {
    const at = text.indexOf(says, from);
    if (at < 0) {
      left.push(`not found after position ${from}: ${says}`);
      continue;
    }
    left.push(text.slice(from, at));
    from = at + says.length;
  }
  left.push(text.slice(from));
  return left.filter((part) => part.trim() !== "");
}
