import type { Day } from "../market/index.ts";
import type { RatePath } from "./ratePath.ts";

/** How what is priced for a meeting has changed between two days; null where one of them does not say it. */
export interface MeetingChange {
  meeting: Day;
  endBp: number | null; // -4.2; of the rate after the meeting
  cut: number | null; // 0.08; of the probability of a range below that in force
  hold: number | null;
  hike: number | null;
}

/**
 * How a path has changed since an earlier one: for each meeting of the later the change of the rate after it and of the probabilities.
 *
 * The rates compare whatever happened between the two days; probabilities of a cut only while the range in force is the same, and are null otherwise.
 *
 * @example
 * import { pathChange, ratePath } from "lockstep/rates";
 * const curve = { ZQZ23: 94.67, ZQF24: 94.67, ZQG24: 94.73 };
 * const input = { meetings: ["2023-12-13", "2024-01-31"], targetRange: { lower: 5.25, upper: 5.5 } };
 * const before = ratePath({ ...input, prices: curve, asOf: "2024-01-02" });
 * const now = ratePath({ ...input, prices: { ...curve, ZQG24: 94.75 }, asOf: "2024-01-03" });
 * pathChange(now, before)[0].endBp.toFixed(1); // => "-2.0"
 */
export function pathChange(now: RatePath, before: RatePath): MeetingChange[] {
  const then = new Map(before.meetings.map((one) => [one.meeting, one]));
  const sameRange = Math.abs(now.targetRange.lower - before.targetRange.lower) < 1e-9;
  const less = (a: number | null, b: number | null | undefined) => (a === null || b === null || b === undefined ? null : a - b);
  return now.meetings.map(({ meeting, end, cut, hold, hike }) => {
    const old = then.get(meeting);
    const rate = less(end, old?.end);
    return {
      meeting,
      endBp: rate === null ? null : rate * 100,
      cut: sameRange ? less(cut, old?.cut) : null,
      hold: sameRange ? less(hold, old?.hold) : null,
      hike: sameRange ? less(hike, old?.hike) : null,
    };
  });
}
