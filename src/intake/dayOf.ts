import { type Day, toDay } from "../market/index.ts";

/** The day of an instant, in UTC: what lies ahead of a market's own day is cut by the gate. */
export function dayOf(now: number): Day {
  return toDay(Math.floor(now / 86_400_000));
}
