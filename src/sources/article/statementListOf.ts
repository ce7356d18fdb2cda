import { basename } from "node:path";
import { z } from "zod";
import type { ListedStatement, StatementList } from "../../claims/article.ts";
import { VERDICTS } from "../../claims/verdict.ts";
import { Problem } from "../../market/index.ts";
import { readYaml } from "../text/readYaml.ts";
import { sessionIn } from "../text/sessionIn.ts";
import { LARGEST_TEXT } from "./bounds.ts";
import { folded, plainText } from "./plainText.ts";

const MOST = 500;

const words = z
  .string()
  .transform((text) => folded(plainText(text)))
  .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: "expected a statement in words" });

const listSchema = z
  .strictObject({
    title: z.string().min(1).max(300).optional(),
    published: z
      .string()
      .refine((text) => sessionIn(text) !== undefined, { error: "expected a day like 2025-12-12" })
      .optional(),
    claims: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, { error: "expected an id as fed-cut" }),
          says: words,
          expect: z.enum(VERDICTS, { error: `expected ${VERDICTS.slice(0, -1).join(", ")} or ${VERDICTS.at(-1)}` }).optional(),
        }),
      )
      .min(1, { error: "expected one claim or more" })
      .max(MOST, { error: `expected at most ${MOST} claims` }),
  })
  .superRefine(({ claims }, context) => {
    const seen = new Set<string>();
    for (const [k, { id }] of claims.entries()) {
      if (seen.has(id)) context.addIssue({ code: "custom", path: ["claims", k, "id"], message: "expected each id once" });
      seen.add(id);
    }
  });

/**
 * A list of claims (YAML) as an article, each claim one block; undefined when the text is no such list: its file ends otherwise, and it
 * has no line `claims:` before a line with a dash.
 *
 * @throws Problem "usage", naming file, line and key, when it is a list with a fault
 *
 * @example
 * import { statementListOf } from "lockstep/sources";
 * const list = statementListOf("published: 2025-12-12\nclaims:\n  - { id: fed-cut, says: the Fed cut on Wednesday, expect: supported }\n", "claims.yaml");
 * list?.statements; // => [{ id: "fed-cut", span: { from: 0, to: 24 }, expect: "supported" }]
 * statementListOf("The Fed cut on Wednesday.", "article.txt"); // => undefined
 */
export function statementListOf(text: string, path: string): StatementList | undefined {
  if (!/\.ya?ml$/i.test(path) && !looksLikeList(text)) return undefined;
  const { title = null, published = null, claims } = readYaml({ path, name: basename(path), text, sha256: "" }, listSchema, "usage").data;
  const statements: ListedStatement[] = [];
  let from = 0;
  for (const { id, says, expect = null } of claims) {
    statements.push({ id, span: { from, to: from + says.length }, expect });
    from += says.length + 2;
  }
  const whole = claims.map(({ says }) => says).join("\n\n");
  if (whole.length > LARGEST_TEXT) throw new Problem("usage", `expected at most ${LARGEST_TEXT} characters of claims; received ${whole.length}`, path);
  return { title, text: whole, published, source: path, statements };
}

function looksLikeList(text: string): boolean {
  const lines = text.split(/\r?\n/);
  const head = lines.findIndex((line) => /^claims:\s*(?:#|$)/.test(line));
  const next = head < 0 ? undefined : lines.slice(head + 1).find((line) => !/^\s*(?:#|$)/.test(line));
  return next !== undefined && /^\s*- /.test(next);
}
