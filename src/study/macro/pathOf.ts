import { type Day, dayNumber, type Measure, Problem, toDay } from "../../market/index.ts";
import {
  type FuturesCurve,
  type ImpliedMeeting,
  meetingDays,
  pathChange,
  pricedBy,
  type RatePath,
  RULES,
  ratePath,
  realisedAverage,
} from "../../rates/index.ts";
import { chosen, type Description, provenance, unknown } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { type Policy, policyKnown } from "./policyOf.ts";
import type { Macro } from "./schema.ts";

type Path = Macro["path"];

// Settlements are made on every business day: an older curve is not the market's of that day.
const STALE = 4; // days
const HORIZONS = [90, 180, 365] as const; // days
/** A meeting is shown only where a tick in a price moves the implied rate by no more than so many ticks. */
const GREATEST_LEVERAGE = 3;
const BEFORE = [
  { ago: "day", from: 1, to: STALE },
  { ago: "week", from: 7, to: 7 + STALE },
] as const;

/** What federal funds futures imply for the meetings to come, and how that has changed. */
export function pathOf(macro: MacroFigures, policy: Policy, asOf: Day): Path {
  const say = (unit: string, definition: string): Description => ({ unit, asOf, method: "ratePath", definition });
  const rule = RULES.tool;
  const none = (reason: string): Path => ({
    reason,
    curve: null,
    rule,
    meetings: [],
    leftOut: [],
    horizons: HORIZONS.map((days) => ({
      days: chosen(days, "days", asOf, "a horizon from the day of the study", "fixed"),
      meeting: null,
      cumulativeBp: unknown(say("bp", "sum of the changes priced"), reason),
    })),
    before: [],
  });
  const curve = curveWithin(macro.curves, asOf, 0, STALE);
  if (!curve) return none(macro.curves.length === 0 ? "no prices of federal funds futures held" : `no prices of federal funds futures held for ${asOf}`);
  const path = pathFrom(macro, curve, policy);
  if (typeof path === "string") return none(path);
  const shown = path.meetings.filter(({ changeBp, leverage }) => changeBp !== null && leverage <= GREATEST_LEVERAGE);
  const kept: RatePath = { ...path, meetings: shown };
  const from = (unit: string, definition: string, value: number | null, meeting?: ImpliedMeeting): Measure => {
    const about = say(unit, definition);
    if (value === null) return unknown(about, meeting?.reason ?? "an earlier meeting is not known");
    return { value, ...curveProvenance(about, curve, meeting?.contracts.length) };
  };
  return {
    curve: { day: curve.day, contracts: { value: Object.keys(curve.prices).length, ...curveProvenance(say("contracts", "months with a price"), curve) } },
    rule,
    meetings: shown.map((one) => ({
      day: one.meeting,
      rate: from("percent", "federal funds rate that the curve implies after the meeting", one.end, one),
      changeBp: from("bp", "change priced for the meeting", one.changeBp, one),
      cumulativeBp: from("bp", "sum of the changes priced from the first meeting on", one.cumulativeBp, one),
      cut: from("probability", "of a target range below that in force after the meeting, risk-neutral", one.cut, one),
      hold: from("probability", "of the target range in force after the meeting, risk-neutral", one.hold, one),
      hike: from("probability", "of a target range above that in force after the meeting, risk-neutral", one.hike, one),
      ranges: {
        lowerBp: one.ranges.map(({ lowerBp }) => lowerBp),
        probability: one.ranges.map(({ probability }) => probability),
        ...curveProvenance(say("probability", "of each target range after the meeting, risk-neutral"), curve, one.contracts.length),
      },
      contracts: one.contracts,
    })),
    leftOut: path.meetings.flatMap((one) => (shown.includes(one) ? [] : [{ day: one.meeting, reason: whyLeft(one) }])),
    horizons: HORIZONS.map((days) => {
      const last = pricedBy(kept, toDay(dayNumber(asOf) + days));
      return {
        days: chosen(days, "days", asOf, "a horizon from the day of the study", "fixed"),
        meeting: last?.meeting ?? null,
        cumulativeBp: from("bp", "sum of the changes priced up to the last meeting within the horizon", last?.cumulativeBp ?? null, last),
      };
    }),
    before: BEFORE.map(({ ago, from: least, to: most }) => changeSince(macro, kept, curve, { ago, least, most }, say)),
  };
}

function changeSince(
  macro: MacroFigures,
  now: RatePath,
  curve: FuturesCurve,
  { ago, least, most }: { ago: "day" | "week"; least: number; most: number },
  say: (unit: string, definition: string) => Description,
): Path["before"][number] {
  const earlier = curveWithin(macro.curves, curve.day, least, most);
  if (!earlier) return { ago, day: null, reason: `no prices held of a ${ago} before ${curve.day}`, meetings: [] };
  const before = pathFrom(macro, earlier, policyKnown(macro, earlier.day));
  if (typeof before === "string") return { ago, day: earlier.day, reason: before, meetings: [] };
  const measure = (unit: string, definition: string, value: number | null): Measure =>
    value === null
      ? unknown(say(unit, definition), `the curve of ${earlier.day} does not say it of the same range`)
      : {
          value,
          ...provenance(say(unit, definition), []),
          n: Object.keys(earlier.prices).length,
          from: earlier.day,
          to: curve.day,
          sources: [...new Set([earlier.source, curve.source])],
        };
  const since = `since ${earlier.day}`;
  return {
    ago,
    day: earlier.day,
    meetings: pathChange(now, before).map(({ meeting, endBp, cut, hold, hike }) => ({
      day: meeting,
      rateBp: measure("bp", `change of the rate implied after the meeting ${since}`, endBp),
      cut: measure("ratio", `change of the probability of a lower range ${since}`, cut),
      hold: measure("ratio", `change of the probability of the same range ${since}`, hold),
      hike: measure("ratio", `change of the probability of a higher range ${since}`, hike),
    })),
  };
}

/** The path of a curve, or why there is none. */
function pathFrom(macro: MacroFigures, curve: FuturesCurve, { meetings, range, effective }: Policy): RatePath | string {
  if (!range) return "the target range in force is not known";
  const month = curve.day.slice(0, 7);
  const before = toDay(dayNumber(`${month}-01`) - 1).slice(0, 7);
  // An expired contract is no longer priced: what it settled to is the average of its month.
  const priced = Object.keys(curve.prices).some((one) => one === before);
  const settled = priced || !effective.held ? undefined : realisedAverage(effective.held, before);
  const prices = settled === undefined ? curve.prices : { ...curve.prices, [before]: 100 - settled };
  try {
    return ratePath({ prices, meetings: meetingDays(meetings), targetRange: range, asOf: curve.day });
  } catch (error) {
    if (error instanceof Problem) return `${curve.source}: ${error.message}`;
    throw error;
  }
}

/** The last curve that is between so many days older than a day. */
function curveWithin(curves: readonly FuturesCurve[], day: Day, least: number, most: number): FuturesCurve | undefined {
  return curves.findLast((curve) => {
    const age = dayNumber(day) - dayNumber(curve.day);
    return age >= least && age <= most;
  });
}

function curveProvenance(about: Description, { day, prices, source }: FuturesCurve, contracts = Object.keys(prices).length): Omit<Measure, "value"> {
  return { ...provenance(about, []), n: contracts, from: day, to: day, sources: [source] };
}

function whyLeft({ reason, leverage, contracts }: ImpliedMeeting): string {
  if (reason !== undefined) return reason;
  return `no month after it pins the rate: a tick in a price moves it by ${Math.round(leverage)}${contracts.length > 0 ? ` (${contracts.join(", ")})` : ""}`;
}
