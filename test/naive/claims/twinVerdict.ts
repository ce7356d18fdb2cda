import type { Claim } from "../../../src/claims/claim.ts";
import { distanceTwin, nearTwin } from "./distanceTwin.ts";
import { levelTwin } from "./levelTwin.ts";
import { recordTwin } from "./recordTwin.ts";
import { rankingTwin, returnTwin } from "./returnTwin.ts";
import { turnTwin } from "./turnTwin.ts";

const GROUP = ["IWM", "SPY", "DIA", "QQQ", "GLD", "SLV", "BTC"];
const GRAVEST = ["contradicted", "not-checkable", "depends-on-definition", "imprecise", "supported"];

/** The verdict that docs/claims.md gives a claim on markets of the founding case, worked out slowly. */
export function twinVerdict(claim: Claim, published: string): string {
  if (!("subjects" in claim)) throw new Error(`no twin of ${claim.kind}`);
  const markets = claim.subjects.of.map(({ candidates }) => candidates[0]!);
  if (claim.kind === "ranking") return rankingTwin(claim, markets.length > 1 ? markets : [...new Set([...markets, ...GROUP])], published);
  const verdicts = markets.map((market) => oneTwin(claim, market, published));
  if (!claim.subjects.kind) return GRAVEST.find((verdict) => verdicts.includes(verdict))!;
  const judged = [...new Set(verdicts.filter((verdict) => verdict !== "not-checkable"))];
  if (judged.length <= 1) return judged[0] ?? "not-checkable";
  return judged.includes("supported") || judged.includes("depends-on-definition") ? "depends-on-definition" : "contradicted";
}

function oneTwin(claim: Claim, market: string, published: string): string {
  switch (claim.kind) {
    case "recordSet":
      return recordTwin(claim, market, published);
    case "nearRecord":
      return nearTwin(claim, market, published);
    case "distance":
      return distanceTwin(claim, market, published);
    case "level":
      return levelTwin(claim, market, published);
    case "turn":
      return turnTwin(claim, market, published);
    case "return":
      return returnTwin(claim, market, published);
    case "ranking":
    case "coincidence":
    case "firstSince":
    case "outOfStep":
    case "policyMove":
    case "cutsPriced":
    case "programme":
    case "purchase":
    case "earnings":
    case "opinion":
    default:
      throw new Error(`no twin of ${claim.kind}`);
  }
}
