import type { Day } from "../../../market/index.ts";
import { FOMC_BEGINS, type Meeting } from "../../../rates/index.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Period } from "../../mention.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { placeOf } from "../figures/placeOf.ts";
import { forAll, notCheckable } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { type Decisions, decisionRows, decisionsKnown } from "./decisionsKnown.ts";
import { judgeDecision, judgeDecisions } from "./judgeDecision.ts";
import { changeSaid } from "./policyWords.ts";

/**
 * How a claim on a decision of the Federal Reserve fares: direction, size, target range and moves in a row, against the table of decisions as it was
 * known on the day of publication.
 *
 * Without a day the last decision is meant. Of a time with several decisions all moves of the kind are added up and counted (conventional), beside the
 * last of them by itself. A time without any is wrong, or imprecise where a fitting decision lies outside by at most its length.
 */
export function policyMoveCheck(claim: ClaimOf<"policyMove">, world: World): Answer {
  const decisions = decisionsKnown(world, world.published);
  const meant = decisionsMeant(claim.on, decisions);
  if ("needed" in meant) return notCheckable("", meant.needed);
  if (meant.found.length === 0) return absent(claim, claim.on!, decisions);
  const { found } = meant;
  const move = found.findLast(({ changeBp }) => changeBp !== null && Math.sign(changeBp) === SIGN[claim.direction]) ?? found.at(-1)!;
  const judged =
    found.length === 1 ? [judgeDecision(claim, move, decisions)] : [judgeDecisions(claim, found, decisions), judgeDecision(claim, move, decisions)];
  const unknown = judged.every(({ verdict }) => verdict === "not-checkable");
  // Of a longer time the moves are what its sum is made of.
  const rows = found.length === 1 ? found : found.filter(({ changeBp }) => claim.direction === "hold" || changeBp !== 0);
  return forAll("", { judged, conventional: true, rows: decisionRows(rows, decisions), needed: unknown ? neededOf(judged) : undefined });
}

const SIGN: Readonly<Record<ClaimOf<"policyMove">["direction"], number>> = { cut: -1, hold: 0, hike: 1 };

function neededOf([first]: readonly Judged[]): string {
  return first?.value?.value === null ? `the decision that is meant: ${first.says}` : "the decisions before, or the number in basis points or percent";
}

/** The decisions that a claim means, none where its time has none; or what would be needed to know. */
function decisionsMeant(on: Period | null, { made, ahead, beginOn, asOf }: Decisions): { found: Meeting[] } | { needed: string } {
  if (on === null) {
    const last = made.at(-1);
    return last ? { found: [last] } : { needed: `decisions of the Federal Reserve before ${beginOn}: none are held` };
  }
  if (on.first > asOf) return { needed: `${toCome(ahead, on) ?? `a decision from ${on.first} on`}: it lies after the publication` };
  // From its cut of 2008 to the first row of the table the range stood still.
  if (on.last < beginOn || on.first <= FOMC_BEGINS.cutOn) return { needed: `decisions of the Federal Reserve before ${beginOn}: none are held` };
  const found = made.filter(({ day }) => day >= on.first && day <= on.last);
  const open = found.length === 0 ? toCome(ahead, on) : undefined;
  return open === undefined ? { found } : { needed: `${open}: it lies after the publication` };
}

function toCome(ahead: readonly Meeting[], { first, last }: { first: Day; last: Day }): string | undefined {
  const next = ahead.find(({ day }) => day >= first && day <= last);
  return next && `the decision of ${next.day}`;
}

/** The answer where the time that is named has no decision. */
function absent(claim: ClaimOf<"policyMove">, on: Period, decisions: Decisions): Answer {
  const near = decisions.made.filter(({ day }) => placeOf(on, day) === "near");
  const tried = near.map((one) => ({ one, judged: judgeDecision(claim, one, decisions) }));
  const fit = tried.find(({ judged: { verdict } }) => verdict === "supported" || verdict === "imprecise");
  const label = on.first === on.last ? `a decision on ${on.first}` : `a decision from ${on.first} to ${on.last}`;
  const before = decisions.made.findLast(({ day }) => day < on.first);
  if (fit) {
    const judged: Judged = { ...fit.judged, label, verdict: "imprecise", says: `none in that time; ${fit.judged.says}` };
    return forAll("", { judged: [judged], conventional: true, rows: decisionRows([fit.one], decisions) });
  }
  const last = before && before.changeBp !== null ? `; the one before: ${changeSaid(before.changeBp)} on ${before.day}` : "";
  const judged: Judged = { label, verdict: "contradicted", value: null, says: `no decision in that time${last}` };
  return forAll("", { judged: [judged], conventional: true, rows: before ? decisionRows([before], decisions) : [] });
}
