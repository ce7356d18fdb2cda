import { atLeastBelow } from "../num/atLeastBelow.ts";

/** Where a market stands against its record: setting it, within reach of it, or further away. */
export type State = "record" | "near" | "apart";

/**
 * The state that a distance below the record amounts to.
 *
 * @param options.atRecord whether this very session sets the record: an equal level does not
 * @param options.distance decimal, at most 0
 * @param options.near decimal above 0: less than this below is near, at least this is apart
 *
 * @example
 * import { stateOf } from "lockstep/market";
 * stateOf({ atRecord: false, distance: 90 / 100 - 1, near: 0.1 }); // => "apart"
 */
export function stateOf({ atRecord, distance, near }: { atRecord: boolean; distance: number; near: number }): State {
  if (atRecord) return "record";
  return atLeastBelow(distance, near) ? "apart" : "near";
}
