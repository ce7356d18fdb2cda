import type { Answer, ClaimVerdict, Judged, Part } from "./verdict.ts";

/** Why a claim has its verdict, in one line: what was recomputed, under which definition. */
export function because(verdict: ClaimVerdict, { parts, forecast }: Answer): string {
  if (verdict === "opinion") return forecast ? `nobody could check it on the day; ${forecast.says}` : `nobody could check it on the day${needs(parts)}`;
  if (verdict === "not-checkable") return `what it would need: ${parts.flatMap(({ needed }) => needed ?? []).join("; ") || "figures that are not held"}`;
  const several = parts.length > 1;
  return parts
    .filter(({ judged }) => judged.length > 0)
    .map((part) => `${several ? `${part.about}: ` : ""}${ofPart(part, verdict)}`)
    .join("; ");
}

function ofPart({ judged }: Part, verdict: ClaimVerdict): string {
  const first = judged[0]!;
  const other = judged.find((one) => one.verdict !== first.verdict && one.verdict !== "not-checkable");
  if (verdict === "depends-on-definition" && other) return `${said(first)}; ${said(other)}`;
  // Where nothing supports it, the definition that comes nearest says how far off it is.
  const nearest = verdict === "imprecise" ? (judged.find((one) => one.verdict === "imprecise") ?? first) : first;
  return said(nearest);
}

function said({ label, says }: Judged): string {
  return `${says} (${label})`;
}

function needs(parts: readonly Part[]): string {
  const needed = parts.flatMap((part) => part.needed ?? []);
  return needed.length === 0 ? "" : `; what a base rate would need: ${needed.join("; ")}`;
}
