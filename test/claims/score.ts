import type { Claim } from "../../src/claims/claim.ts";
import { type Check, checkOf, readClaims } from "../../src/claims/index.ts";
import { founding } from "../case.ts";
import type { CorpusArticle, ExpectedClaim } from "./corpus.ts";

/** What the reader made of one claim, beside what is expected. */
export interface Compared {
  article: string;
  says: string;
  expected: ExpectedClaim | null; // null: read, and not expected
  found: { kind: string; markets: string[]; verdict: string; because: string } | null; // null: expected, and not read
}

/** How well claims of some articles are read and judged. */
export interface ClaimScore {
  articles: number;
  sentences: number;
  expected: number;
  found: number;
  matched: number; // same sentence, same kind, same markets
  rightVerdicts: number; // of those matched
  numeric: number; // sentences with a number of no kind
  listed: number; // of these, told as not understood and claimed by no rule
  compared: readonly Compared[];
}

/** Holds what is read of each article, and its verdicts, against what is expected, sentence by sentence. */
export function scoreOf(articles: readonly CorpusArticle[]): ClaimScore {
  const each = articles.map(scoreOne);
  const sum = (pick: (one: ClaimScore) => number) => each.reduce((total, one) => total + pick(one), 0);
  return {
    articles: articles.length,
    sentences: sum((one) => one.sentences),
    expected: sum((one) => one.expected),
    found: sum((one) => one.found),
    matched: sum((one) => one.matched),
    rightVerdicts: sum((one) => one.rightVerdicts),
    numeric: sum((one) => one.numeric),
    listed: sum((one) => one.listed),
    compared: each.flatMap((one) => one.compared),
  };
}

function scoreOne({ name, text, published, sentences }: CorpusArticle): ClaimScore {
  const article = { title: null, text, published, source: name };
  const read = readClaims(article, published);
  const check = checkOf({ ...founding, article, read, published, publishedBy: "article" });
  const compared: Compared[] = [];
  let [from, matched, rightVerdicts, numeric, listed, expectedCount] = [0, 0, 0, 0, 0, 0];
  for (const { says, claims, numeric: isNumeric } of sentences) {
    const at = text.indexOf(says, from);
    from = at + says.length;
    const inSentence = ({ from: begin }: { from: number }) => begin >= at && begin < at + says.length;
    const own = read.claims.flatMap((claim, k) => (inSentence(claim) ? [{ claim, checked: check.claims[k]! }] : []));
    expectedCount += claims.length;
    if (isNumeric) {
      numeric++;
      if (own.length === 0 && check.notUnderstood.some(({ span }) => inSentence(span))) listed++;
    }
    const left = new Set(own);
    for (const expected of claims) {
      const hits = [...left].filter(({ claim }) => claim.kind === expected.kind && sameMarkets(claim, expected));
      const hit = hits.find(({ checked }) => checked.verdict === expected.verdict) ?? hits[0];
      if (hit) {
        left.delete(hit);
        matched++;
        if (hit.checked.verdict === expected.verdict) rightVerdicts++;
      }
      compared.push({ article: name, says, expected, found: hit ? foundOf(hit.claim, hit.checked) : null });
    }
    for (const { claim, checked } of left) compared.push({ article: name, says, expected: null, found: foundOf(claim, checked) });
  }
  return { articles: 1, sentences: sentences.length, expected: expectedCount, found: read.claims.length, matched, rightVerdicts, numeric, listed, compared };
}

function foundOf(claim: Claim, { verdict, because }: Check["claims"][number]): NonNullable<Compared["found"]> {
  return { kind: claim.kind, markets: namesOf(claim).map((names) => names[0]!), verdict, because };
}

/** Every name by which each market of a claim may be expected. */
function namesOf(claim: Claim): string[][] {
  if (!("subjects" in claim)) return [];
  return claim.subjects.of.map(({ candidates, name }) => [...candidates, plain(name)]);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the /, "");
}

function sameMarkets(claim: Claim, { kind, markets }: ExpectedClaim): boolean {
  // Whom a forecast is about decides no verdict.
  if (kind === "opinion") return true;
  const named = namesOf(claim);
  return named.length === markets.length && markets.every((market) => named.some((names) => names.includes(market) || names.includes(plain(market))));
}
