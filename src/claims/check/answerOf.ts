import type { Claim } from "../claim.ts";
import type { Answer } from "../verdict.ts";
import { coincidenceCheck } from "./coincidenceCheck.ts";
import { cutsPricedCheck } from "./cutsPricedCheck.ts";
import { distanceCheck } from "./distanceCheck.ts";
import { earningsCheck } from "./earningsCheck.ts";
import { firstSinceCheck } from "./firstSinceCheck.ts";
import { levelCheck } from "./levelCheck.ts";
import { nearRecordCheck } from "./nearRecordCheck.ts";
import { opinionCheck } from "./opinionCheck.ts";
import { outOfStepCheck } from "./outOfStepCheck.ts";
import { policyMoveCheck } from "./policyMoveCheck.ts";
import { programmeCheck } from "./programmeCheck.ts";
import { purchaseCheck } from "./purchaseCheck.ts";
import { rankingCheck } from "./rankingCheck.ts";
import { recordSetCheck } from "./recordSetCheck.ts";
import { returnCheck } from "./returnCheck.ts";
import { turnCheck } from "./turnCheck.ts";
import type { World } from "./world.ts";

/** What the figures answer to a claim, by the check of its kind. */
export function answerOf(claim: Claim, world: World): Answer {
  switch (claim.kind) {
    case "recordSet":
      return recordSetCheck(claim, world);
    case "nearRecord":
      return nearRecordCheck(claim, world);
    case "distance":
      return distanceCheck(claim, world);
    case "level":
      return levelCheck(claim, world);
    case "turn":
      return turnCheck(claim, world);
    case "coincidence":
      return coincidenceCheck(claim, world);
    case "firstSince":
      return firstSinceCheck(claim, world);
    case "outOfStep":
      return outOfStepCheck(claim, world);
    case "return":
      return returnCheck(claim, world);
    case "ranking":
      return rankingCheck(claim, world);
    case "policyMove":
      return policyMoveCheck(claim, world);
    case "cutsPriced":
      return cutsPricedCheck(claim, world);
    case "programme":
      return programmeCheck(claim, world);
    case "purchase":
      return purchaseCheck(claim, world);
    case "earnings":
      return earningsCheck(claim, world);
    case "opinion":
      return opinionCheck(claim, world);
    default:
      throw new RangeError(`invalid kind: ${(claim satisfies never as Claim).kind}`);
  }
}
