import { type Day, dayNumber, toDay } from "../../../market/index.ts";
import type { Judged } from "../../verdict.ts";
import type { Stretch } from "./nearPeriod.ts";
import { placeOf } from "./placeOf.ts";

/**
 * Whether one of some days lies in a stretch: supported when it does, imprecise when the nearest lies outside by at most the length of the stretch.
 *
 * @param days ascending day numbers
 * @returns with the last day inside, or else the nearest outside; null without any
 */
export function inDays(days: readonly number[], stretch: Stretch): { verdict: Exclude<Judged["verdict"], "not-checkable">; on: Day | null; within: number } {
  const [first, last] = [dayNumber(stretch.first), dayNumber(stretch.last)];
  const inside = days.filter((day) => day >= first && day <= last);
  if (inside.length > 0) return { verdict: "supported", on: toDay(inside.at(-1)!), within: inside.length };
  const outside = (day: number) => (day < first ? first - day : day - last);
  const nearest = days.reduce<number | null>((best, day) => (best === null || outside(day) < outside(best) ? day : best), null);
  if (nearest === null) return { verdict: "contradicted", on: null, within: 0 };
  const on = toDay(nearest);
  return { verdict: placeOf(stretch, on) === "near" ? "imprecise" : "contradicted", on, within: 0 };
}
