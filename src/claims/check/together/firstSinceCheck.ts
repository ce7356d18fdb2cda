import type { ClaimOf } from "../../claim.ts";
import type { Answer } from "../../verdict.ts";
import { allHeld } from "../figures/allHeld.ts";
import { forAll, forEachSubject, notCheckable } from "../verdict/forEachSubject.ts";
import { withPublication } from "../verdict/withPublication.ts";
import type { World } from "../world.ts";
import { longestWithout } from "./longestWithout.ts";
import { recordSince } from "./recordSince.ts";
import { recordWithoutSince } from "./recordWithoutSince.ts";

/**
 * Whether something happens for the first time since the time that a statement says: a record, a record of one market without the others, or so long a time
 * without a record.
 *
 * A record without the others is judged by how far below their records they stand (10, 15, 20, 25, 30 %), no convention, and is one answer for all; the rest
 * is judged for each subject, by close (conventional), within the session and at other clocks. A market without figures makes it not checkable.
 */
export function firstSinceCheck(claim: ClaimOf<"firstSince">, world: World): Answer {
  const { subjects, event } = claim;
  switch (event) {
    case "record":
      return forEachSubject(subjects, world, (id) => withPublication(null, world, (until) => recordSince(id, claim, world, until)));
    case "longestWithout":
      return forEachSubject(subjects, world, (id) => withPublication(null, world, (until) => longestWithout(id, claim, world, until)));
    case "recordWithout": {
      const { ids, needed } = allHeld(subjects.of, world);
      const names = subjects.of.map(({ name }) => name).join(", ");
      if (!ids) return notCheckable(names, needed);
      if (ids.length < 2) return notCheckable(names, "the market that sets no record: the text names none");
      return forAll(
        ids.join(", "),
        withPublication(null, world, (until) => recordWithoutSince(ids, claim, world, until)),
      );
    }
    default:
      throw new RangeError(`invalid event: ${String(event satisfies never)}`);
  }
}
