import type { ClaimVerdict } from "../../verdict.ts";

// What speaks against the whole of a statement comes first.
const GRAVEST_FIRST: readonly ClaimVerdict[] = ["contradicted", "not-checkable", "depends-on-definition", "imprecise", "supported", "opinion"];

/**
 * The gravest of some verdicts: what is left of a statement that means all of its parts; null where there is none.
 *
 * @example
 * import { gravest } from "lockstep/claims";
 * gravest(["supported", "imprecise"]); // => "imprecise"
 */
export function gravest<V extends ClaimVerdict>(verdicts: readonly V[]): V | null {
  return GRAVEST_FIRST.flatMap((one) => verdicts.find((verdict) => verdict === one) ?? [])[0] ?? null;
}
