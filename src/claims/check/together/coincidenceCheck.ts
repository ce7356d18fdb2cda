import type { ClaimOf } from "../../claim.ts";
import type { Answer } from "../../verdict.ts";
import { allHeld } from "../figures/allHeld.ts";
import { forAll, notCheckable } from "../verdict/forEachSubject.ts";
import { withPublication } from "../verdict/withPublication.ts";
import type { World } from "../world.ts";
import { coincidedOften } from "./coincidedOften.ts";
import { coincidedOnce } from "./coincidedOnce.ts";

/**
 * Whether highs or lows of several markets come together as a statement says: once, in a time that it names, or as a habit.
 *
 * One answer for all subjects. Once: each has a record (lows: its turning point) in the period, by close (conventional) and within the session. As a habit: the share
 * of each one's record closes (lows: of its 52-week lows) with one of each other market at most 0, 5 and 20 sessions away, by every clock, no convention.
 * A market without figures makes it not checkable.
 */
export function coincidenceCheck(claim: ClaimOf<"coincidence">, world: World): Answer {
  const { ids, needed } = allHeld(claim.subjects.of, world);
  const names = claim.subjects.of.map(({ name }) => name).join(", ");
  if (!ids) return notCheckable(names, needed);
  if (ids.length < 2) return notCheckable(names, "a second market: highs or lows of one coincide with nothing");
  const { on, what, often } = claim;
  const answer = withPublication(on, world, (until) =>
    often === "once" ? coincidedOnce({ ids, on, what }, world, until) : coincidedOften({ ids, on, what, often }, world, until),
  );
  return forAll(ids.join(", "), answer);
}
