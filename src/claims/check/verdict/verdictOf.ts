import type { Answer, ClaimVerdict, Part } from "../../verdict.ts";
import { gravest } from "./gravest.ts";

/**
 * The verdict that follows from how a claim fares under each definition and for each subject.
 *
 * One subject: supported where the conventional definition supports it, or, where the field has none, where all definitions do; depends on
 * definition where only some support it; imprecise where none does and some come close; else contradicted. Several subjects: the gravest verdict, since
 * all of them are meant; of a kind, where those that can be judged disagree, it depends.
 *
 * @example
 * import { verdictOf } from "lockstep/claims";
 * const judged = (verdict) => ({ label: "close", verdict, value: null, says: "" });
 * const part = { about: "A", conventional: true, needed: null, judged: [judged("contradicted"), judged("supported")] };
 * verdictOf({ parts: [part], kind: false, rows: [] }); // => "depends-on-definition"
 */
export function verdictOf({ parts, kind }: Answer): ClaimVerdict {
  const verdicts = parts.map(verdictOfPart);
  if (!kind) return gravest(verdicts) ?? "not-checkable";
  const judged = new Set(verdicts.filter((one) => one !== "not-checkable"));
  if (judged.size === 0) return "not-checkable";
  if (judged.size === 1) return [...judged][0]!;
  return judged.has("supported") || judged.has("depends-on-definition") ? "depends-on-definition" : "contradicted";
}

function verdictOfPart({ judged, conventional }: Part): ClaimVerdict {
  const verdicts = judged.map(({ verdict }) => verdict).filter((one) => one !== "not-checkable");
  if (verdicts.length === 0) return "not-checkable";
  const supported = verdicts.filter((one) => one === "supported").length;
  // A conventional definition that could not be computed decides nothing.
  if (conventional ? judged[0]!.verdict === "supported" : supported === verdicts.length) return "supported";
  if (supported > 0) return "depends-on-definition";
  return verdicts.includes("imprecise") ? "imprecise" : "contradicted";
}
