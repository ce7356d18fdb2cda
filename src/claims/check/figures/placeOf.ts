import type { Day } from "../../../market/index.ts";
import { endNamed, nearPeriod, type Stretch } from "./nearPeriod.ts";

/** Where a day lies: in a period, outside by at most the length of it, or far from it. */
export type Place = "in" | "near" | "far";

/** Where a day lies against a period. */
export function placeOf(period: Stretch, day: Day): Place {
  if (day >= period.first && day <= period.last) return "in";
  return nearPeriod(period).some(({ first, last }) => day >= first && day <= last) ? "near" : "far";
}

/** Where a day lies against the time from which something is said to go on: "from 12 December" names that day alone. */
export function placeOfBeginning(period: Stretch, day: Day): Place {
  return placeOf(period.relation === "since" ? { ...period, relation: "in", last: endNamed(period) } : period, day);
}
