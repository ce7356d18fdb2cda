import { atLeastBelow } from "../../../num/atLeastBelow.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Quantity } from "../../mention.ts";
import type { Answer } from "../../verdict.ts";
import { fits } from "../verdict/fits.ts";
import { forEachSubject, type OneAnswer } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { type DistanceFound, distancesOf } from "./distancesOf.ts";
import { distanceText } from "./distanceText.ts";
import { answered, type Found, needing, onPublication } from "./found.ts";
import { standsOn } from "./standsOn.ts";

type NearClaim = ClaimOf<"nearRecord">;

// Nobody has fixed how near "just below" is: what one, another and a third writer would call so.
const JUST_BELOW = [0.02, 0.05, 0.1];

/** Whether a market stood just below its record, or as near to it as a claim says, under every definition held. */
export function nearRecordCheck(claim: NearClaim, world: World): Answer {
  return forEachSubject(claim.subjects, world, (id) => near(claim, world, id));
}

function near({ on, within }: NearClaim, world: World, id: string): OneAnswer {
  const { asOf, also, absent } = standsOn(on, world, id);
  if (absent !== undefined) return needing(absent);
  if (within && within.unit !== "ratio") return needing(`the distance as a share of the record: it is said in ${within.unit}`);
  const judge = (day: string) => (within ? withinOf(within, distancesOf(world, id, day)) : justBelow(distancesOf(world, id, day)));
  const found = judge(asOf);
  if (found.length === 0) return needing(`closes of ${id} up to ${asOf}`);
  // By the convention where there is one; else all must support it.
  const supported = (within ? found.slice(0, 1) : found).every(({ judged }) => judged.verdict === "supported");
  if (!supported && also !== null)
    found.push(
      ...judge(also)
        .slice(0, within ? 1 : JUST_BELOW.length)
        .map(onPublication),
    );
  return answered(found, { conventional: within !== null });
}

function justBelow(distances: readonly DistanceFound[]): Found[] {
  return distances.slice(0, 1).flatMap((one) =>
    JUST_BELOW.map((by) => ({
      judged: {
        label: `less than ${by * 100} % below the ${one.against}`,
        verdict: atLeastBelow(one.stands.distance, by) ? ("contradicted" as const) : ("supported" as const),
        value: one.value,
        says: distanceText(one),
      },
      rows: one.rows,
    })),
  );
}

function withinOf(within: Quantity, distances: readonly DistanceFound[]): Found[] {
  // A share of what was reinvested is not what "within 3 % of its record" is said of.
  return distances
    .filter(({ level }) => level.field === "close")
    .map((one) => ({
      judged: {
        label: one.label,
        verdict: fits({ ...within, bound: "below" }, Math.max(0, -one.stands.distance)),
        value: one.value,
        says: distanceText(one, within.step),
      },
      rows: one.rows,
    }));
}
