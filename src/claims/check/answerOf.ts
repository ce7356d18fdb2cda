import type { Claim } from "../claim.ts";
import type { Answer } from "../verdict.ts";
import { cutsPricedCheck } from "./macro/cutsPricedCheck.ts";
import { earningsCheck } from "./macro/earningsCheck.ts";
import { policyMoveCheck } from "./macro/policyMoveCheck.ts";
import { programmeCheck } from "./macro/programmeCheck.ts";
import { purchaseCheck } from "./macro/purchaseCheck.ts";
import { distanceCheck } from "./records/distanceCheck.ts";
import { levelCheck } from "./records/levelCheck.ts";
import { nearRecordCheck } from "./records/nearRecordCheck.ts";
import { recordSetCheck } from "./records/recordSetCheck.ts";
import { turnCheck } from "./records/turnCheck.ts";
import { rankingCheck } from "./returns/rankingCheck.ts";
import { returnCheck } from "./returns/returnCheck.ts";
import { opinionCheck } from "./since/opinionCheck.ts";
import { coincidenceCheck } from "./together/coincidenceCheck.ts";
import { firstSinceCheck } from "./together/firstSinceCheck.ts";
import { outOfStepCheck } from "./together/outOfStepCheck.ts";
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
