import type { Day } from "../../../market/index.ts";
import type { Period } from "../../mention.ts";
import { daysText } from "../figures/daysText.ts";
import { heldIn, isClosed } from "../figures/heldIn.ts";
import { dayBefore, type World } from "../world.ts";

/** The day by whose last session a state is judged, and the one by which it is tried where that does not support it; or what is missing. */
type StandsOn = { asOf: Day; also: Day | null; absent?: never } | { absent: string; asOf?: never; also?: never };

/**
 * The day by which a claim on a state, as a distance from a record, is judged.
 *
 * Without a period, or in one that goes on ("this week"), the day before the publication, and the publication's own where the market had a session on it.
 * In a period that is over, its last day: what a market did in between is no state. On a day without a session a market stands where its last one left it.
 */
export function standsOn(on: Period | null, world: World, id: string): StandsOn {
  const { published } = world;
  if (on && on.first > published) return { absent: `figures ${daysText(on)}: that is after the publication` };
  if (!on || (on.last >= published && on.precision !== "day")) {
    const today = heldIn(world, { id, field: "close" }, { first: published, last: published });
    return { asOf: dayBefore(world), also: today.held ? published : null };
  }
  const asOf = on.last < published ? on.last : published;
  const days = { first: on.first, last: asOf };
  if (isClosed(world, id, days)) return { asOf, also: null };
  const { absent } = heldIn(world, { id, field: "close" }, days);
  return absent === undefined ? { asOf, also: null } : { absent };
}
