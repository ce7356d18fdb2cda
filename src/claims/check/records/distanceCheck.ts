import type { ClaimOf } from "../../claim.ts";
import type { Answer } from "../../verdict.ts";
import { daysText } from "../figures/daysText.ts";
import { fits } from "../verdict/fits.ts";
import { forEachSubject, type OneAnswer } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { type DistanceFound, distancesOf } from "./distancesOf.ts";
import { distanceText } from "./distanceText.ts";
import { answered, type Found, needing, onPublication } from "./found.ts";
import { standsOn } from "./standsOn.ts";

type DistanceClaim = ClaimOf<"distance">;

/** Whether a market stood so far below its record: by close against the record close, and under every other definition held. */
export function distanceCheck(claim: DistanceClaim, world: World): Answer {
  return forEachSubject(claim.subjects, world, (id) => below(claim, world, id));
}

function below(claim: DistanceClaim, world: World, id: string): OneAnswer {
  const { asOf, also, absent } = standsOn(claim.on, world, id);
  if (absent !== undefined) return needing(absent);
  if (claim.size.unit !== "ratio") return needing(`the distance as a share of the record: it is said in ${claim.size.unit}`);
  const found = distancesOf(world, id, asOf).map((one) => judge(claim, one));
  if (found.length === 0) return needing(`closes of ${id} up to ${asOf}`);
  if (found[0]!.judged.verdict !== "supported" && also !== null) {
    found.push(
      ...distancesOf(world, id, also)
        .slice(0, 1)
        .map((one) => onPublication(judge(claim, one))),
    );
  }
  return answered(found);
}

function judge({ size, recordIn }: DistanceClaim, one: DistanceFound): Found {
  const { recordOn, distance } = one.stands;
  const inPeriod = recordIn === null || (recordOn >= recordIn.first && recordOn <= recordIn.last);
  const says = distanceText(one, size.step);
  return {
    judged: {
      label: one.label,
      verdict: inPeriod ? fits(size, -distance) : "contradicted",
      value: one.value,
      says: inPeriod ? says : `${says}, which was not set ${daysText(recordIn)}`,
    },
    rows: one.rows,
  };
}
