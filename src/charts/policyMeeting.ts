import type { Day } from "../market/index.ts";

/** How likely a target range is after a meeting. */
export interface RangeProbability {
  lowerBp: number; // 350; basis points
  upperBp: number; // 375
  probability: number; // 0.38
}

/** One meeting of the rate-setting committee, as the market sees it. */
export interface PolicyMeeting {
  day: Day; // 2026-01-28; the decision
  expected: number | null; // 3.56; percent, the rate expected after it; null = not known
  buckets: readonly RangeProbability[]; // none = not known
}
