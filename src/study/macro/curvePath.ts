import { type Day, dayNumber, type Measure, toDay, type Unit } from "../../market/index.ts";
import { type FuturesCurve, type ImpliedMeeting, meetingDays, type RatePath, type Rule, ratePath, realisedAverage } from "../../rates/index.ts";
import { type Description, provenance, unknown } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { orReason } from "./orReason.ts";
import type { Policy } from "./policyOf.ts";

/** The last curve that is between so many days older than a day. */
export function curveWithin(curves: readonly FuturesCurve[], day: Day, { least, most }: { least: number; most: number }): FuturesCurve | undefined {
  return curves.findLast((curve) => {
    const age = dayNumber(day) - dayNumber(curve.day);
    return age >= least && age <= most && Object.keys(curve.prices).length > 0;
  });
}

/** The path of a curve, or why there is none. */
export function pathFrom(macro: MacroFigures, curve: FuturesCurve, { meetings, range, effective }: Policy, rule: Rule): RatePath | string {
  if (!range) return "the target range in force is not known";
  const month = curve.day.slice(0, 7);
  const before = toDay(dayNumber(`${month}-01`) - 1).slice(0, 7);
  // An expired contract is no longer priced: what it settled to is the average of its month.
  const priced = Object.keys(curve.prices).some((one) => one === before);
  const settled = priced || !effective.held ? undefined : realisedAverage(effective.held, before);
  const prices = settled === undefined ? curve.prices : { ...curve.prices, [before]: 100 - settled };
  const path = orReason(() => ratePath({ prices, meetings: meetingDays(meetings), targetRange: range, asOf: curve.day, rule }));
  return "reason" in path ? `${curve.source}: ${path.reason}` : path;
}

/** What is said of a number of the path before it is computed. */
export function aboutPath(unit: Unit, definition: string, asOf: Day): Description {
  return { unit, asOf, method: "ratePath", definition };
}

/** A number that a curve implies of a meeting; without one unknown, for the meeting's reason. */
export function impliedMeasure(about: Description, curve: FuturesCurve, value: number | null, meeting?: ImpliedMeeting): Measure {
  if (value === null) return unknown(about, meeting?.reason ?? "an earlier meeting is not known");
  return { value, ...curveProvenance(about, curve, meeting?.contracts.length) };
}

/** What a measure says of itself that was read off a curve, or off some contracts of it. */
export function curveProvenance(about: Description, { day, prices, source }: FuturesCurve, contracts = Object.keys(prices).length): Omit<Measure, "value"> {
  return { ...provenance(about, []), n: contracts, from: day, to: day, sources: [source] };
}
