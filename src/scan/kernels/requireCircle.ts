import { LONGEST_CIRCLE } from "./kernels.ts";

/** Refuses a number of sessions for which the kernels have no room, or no shift. */
export function requireCircle(sessions: number): void {
  if (!Number.isInteger(sessions) || sessions < 1 || sessions > LONGEST_CIRCLE) throw new RangeError(`invalid sessions: ${sessions}`);
}
