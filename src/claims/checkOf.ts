import { lastSession } from "../study/index.ts";
import type { Article, Span, StatementList } from "./article.ts";
import { because } from "./because.ts";
import { answerOf } from "./check/answerOf.ts";
import { sinceOf } from "./check/since/since.ts";
import { gravest } from "./check/verdict/gravest.ts";
import { verdictOf } from "./check/verdict/verdictOf.ts";
import type { World } from "./check/world.ts";
import type { Claim, ReadArticle } from "./claim.ts";
import { readAs } from "./readAs.ts";
import { CHECK_SCHEMA, type Check, type CheckedClaim } from "./schema.ts";

/** What a check is made from. */
export interface CheckInput extends World {
  article: Article | StatementList;
  read: ReadArticle;
  publishedBy: "asked" | "article";
  /** The files that the figures came from, with their hashes; recorded, not read. */
  inputs?: Check["inputs"];
}

/**
 * What the figures say of each claim of an article, as of its publication; what came later stands apart and decides nothing.
 *
 * @throws Problem (data) when figures of the group contradict each other
 *
 * @example
 * import { checkOf, readClaims } from "lockstep/claims";
 * import { openCase } from "lockstep/sources";
 * const article = { title: null, text: "The Fed cut by 25 basis points on Wednesday.", published: null, source: "hand" };
 * const read = readClaims(article, "2025-12-12");
 * checkOf({ ...openCase(), article, read, published: read.published, publishedBy: "asked" }).claims[0].verdict; // => "supported"
 */
export function checkOf({ article, read, publishedBy, inputs = [], ...world }: CheckInput): Check {
  const { group, markets, published } = world;
  const { text } = article;
  const quote = ({ from, to }: Span) => text.slice(from, to);
  const claims = read.claims.map((claim, k) => checked(claim, `c${k + 1}`, quote(claim), world));
  return {
    schema: CHECK_SCHEMA,
    article: { title: article.title, source: article.source, published, publishedBy, characters: text.length, sentences: read.sentences.length },
    group: group.name,
    asOf: published,
    figuresEnd: lastSession(markets, group.members, group.definitions),
    claims,
    statements: "statements" in article ? article.statements.map((one) => statementOf(one, claims)) : null,
    notUnderstood: read.notUnderstood.map(({ from, to, why }) => ({ span: { from, to }, quote: shortened(quote({ from, to })), why })),
    inputs: inputs.map((one) => ({ ...one })),
  };
}

// A sentence of others is named by its beginning: only claims are quoted whole.
const SHORT = 90; // characters

function shortened(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT - 1).trimEnd()}\u2026`;
}

function checked(claim: Claim, id: string, quote: string, world: World): CheckedClaim {
  const answer = answerOf(claim, world);
  const verdict = claim.kind === "opinion" ? "opinion" : verdictOf(answer);
  return {
    id,
    kind: claim.kind,
    span: { from: claim.from, to: claim.to },
    quote,
    readAs: readAs(claim),
    about:
      "subjects" in claim
        ? [...new Set(claim.subjects.of.map(({ candidates, name }) => candidates.find((one) => Object.hasOwn(world.markets, one)) ?? candidates[0] ?? name))]
        : [],
    verdict,
    because: because(verdict, answer),
    parts: answer.parts.map((part) => ({ ...part, judged: part.judged.map((one) => ({ ...one })) })),
    rows: answer.rows.map((row) => ({ ...row })),
    forecast: answer.forecast ? { ...answer.forecast } : null,
    since: sinceOf(claim, world).map((one) => ({ ...one })),
  };
}

function statementOf({ id, span, expect }: StatementList["statements"][number], claims: readonly CheckedClaim[]): NonNullable<Check["statements"]>[number] {
  const own = claims.filter((one) => one.span.from >= span.from && one.span.to <= span.to);
  const verdicts = own.map(({ verdict }) => verdict);
  return {
    id,
    span: { from: span.from, to: span.to },
    claims: own.map((one) => one.id),
    verdict: gravest(verdicts),
    expect: expect as Check["claims"][number]["verdict"] | null,
  };
}
