import { verdictOf } from "../../claims/check/verdict/verdictOf.ts";
import type { CheckedClaim } from "../../claims/schema.ts";

/** One of a claim's parts. */
type CheckedPart = CheckedClaim["parts"][number];

/** What a claim is for one subject under one definition. */
export type CheckedDefinition = CheckedPart["judged"][number];

/** The subject and the definition that a claim's verdict is told by. */
export interface Deciding {
  part: CheckedPart;
  judged: CheckedDefinition;
}

/**
 * The definition that a claim's verdict is told by: of the first subject with the verdict of the whole, the first definition with it; where only some
 * definitions support the claim, the first one that could be computed. Undefined where none could.
 */
export function decidingOf({ parts, verdict }: Pick<CheckedClaim, "parts" | "verdict">): Deciding | undefined {
  const known = parts.filter(({ judged }) => judged.some(isJudged));
  const part = known.find((one) => verdictOf({ parts: [one], kind: false, rows: [] }) === verdict) ?? known[0];
  const judged = part?.judged.find((one) => one.verdict === verdict && isJudged(one)) ?? part?.judged.find(isJudged);
  return part && judged ? { part, judged } : undefined;
}

function isJudged({ verdict }: CheckedDefinition): boolean {
  return verdict !== "not-checkable";
}
