import type { Day } from "../market/index.ts";
import type { ImpliedMeeting, RatePath } from "./ratePath.ts";

/**
 * What a path prices up to a day: its last meeting on or before it, with the sum of changes and the probabilities from the first meeting on. Undefined
 * when no meeting of the path falls so early.
 *
 * @example
 * import { pricedBy, ratePath } from "lockstep/rates";
 * const prices = { ZQZ23: 94.67, ZQF24: 94.67, ZQG24: 94.73, ZQH24: 94.75, ZQJ24: 94.8 };
 * const meetings = ["2023-12-13", "2024-01-31", "2024-03-20"];
 * const path = ratePath({ prices, meetings, targetRange: { lower: 5.25, upper: 5.5 }, asOf: "2024-01-02" });
 * pricedBy(path, "2024-06-30")?.cumulativeBp.toFixed(0); // => "-13"
 */
export function pricedBy({ meetings }: RatePath, day: Day): ImpliedMeeting | undefined {
  return meetings.findLast(({ meeting }) => meeting <= day);
}
