import { type Day, dayNumber, toDay } from "../../market/index.ts";
import { type FuturesCurve, type ImpliedMeeting, pricedBy, type RatePath, RULES, type Rule, type RuleName } from "../../rates/index.ts";
import { isOver } from "../../rates/meetings.ts";
import { chosen, unknown } from "../measures.ts";
import { aboutPath, curveProvenance, curveWithin, impliedMeasure, pathFrom } from "./curvePath.ts";
import type { MacroFigures } from "./figures.ts";
import { pathBefore } from "./pathBefore.ts";
import type { Policy } from "./policyOf.ts";
import type { Macro } from "./schema.ts";
import { shownMeetings, whyLeft } from "./shownMeetings.ts";

type Path = Macro["path"];

// Settlements are made on every business day: an older curve is not the market's of that day.
const STALE = 4; // days
const HORIZONS = [90, 180, 365] as const; // days
const BEFORE = [
  { ago: "day", least: 1, most: STALE },
  { ago: "week", least: 7, most: 7 + STALE },
] as const;

/** What federal funds futures imply for the meetings to come, and how that has changed. */
export function pathOf(macro: MacroFigures, policy: Policy, asOf: Day, named: RuleName): Path {
  const rule = RULES[named];
  const priced = pricedPath(macro, policy, asOf, rule);
  if ("reason" in priced) return noPath(priced.reason, rule, asOf);
  const { curve, path } = priced;
  const { shown, left } = shownMeetings(path);
  const kept: RatePath = { ...path, meetings: shown };
  const [first] = path.meetings;
  return {
    curve: {
      day: curve.day,
      contracts: { value: Object.keys(curve.prices).length, ...curveProvenance(aboutPath("contracts", "months with a price", asOf), curve) },
    },
    start: impliedMeasure(aboutPath("percent", "rate implied before the first meeting", asOf), curve, first?.start ?? null, first),
    rule,
    meetings: shown.map((one) => meetingOf(one, curve, asOf)),
    leftOut: left.map((one) => ({ day: one.meeting, reason: whyLeft(one) })),
    horizons: HORIZONS.map((days) => horizonOf(days, kept, { curve, policy, asOf })),
    before: BEFORE.map((span) => pathBefore(macro, kept, curve, span, asOf)),
  };
}

/** The last curve before a day and the path it implies, or why there is none. */
function pricedPath(macro: MacroFigures, policy: Policy, asOf: Day, rule: Rule): { curve: FuturesCurve; path: RatePath } | { reason: string } {
  const curve = curveWithin(macro.curves, asOf, { least: 0, most: STALE });
  if (!curve) {
    const before = macro.curves.findLast(({ day }) => day <= asOf);
    return { reason: before ? `the last prices of federal funds futures held are of ${before.day}` : "no prices of federal funds futures held" };
  }
  const decided = policy.meetings.find((one) => one.day > curve.day && one.kind !== "notationVote" && isOver(one));
  if (decided) return { reason: `the prices held are of ${curve.day}, before the decision of ${decided.day}` };
  const path = pathFrom(macro, curve, policy, rule);
  if (typeof path === "string") return { reason: path };
  return path.meetings.length === 0 ? { reason: `no meeting to come lies within the months priced on ${curve.day}` } : { curve, path };
}

function noPath(reason: string, rule: Rule, asOf: Day): Path {
  return {
    reason,
    curve: null,
    start: unknown(aboutPath("percent", "rate implied before the first meeting", asOf), reason),
    rule,
    meetings: [],
    leftOut: [],
    horizons: HORIZONS.map((days) => ({
      days: horizonDays(days, asOf),
      meeting: null,
      cumulativeBp: unknown(aboutPath("bp", "sum of the changes priced", asOf), reason),
    })),
    before: [],
  };
}

function meetingOf(one: ImpliedMeeting, curve: FuturesCurve, asOf: Day): Path["meetings"][number] {
  const of = (unit: string, definition: string, value: number | null) => impliedMeasure(aboutPath(unit, definition, asOf), curve, value, one);
  return {
    day: one.meeting,
    rate: of("percent", "federal funds rate that the curve implies after the meeting", one.end),
    changeBp: of("bp", "change priced for the meeting", one.changeBp),
    cumulativeBp: of("bp", "sum of the changes priced from the first meeting on", one.cumulativeBp),
    cut: of("probability", "of a target range below that in force after the meeting, risk-neutral", one.cut),
    hold: of("probability", "of the target range in force after the meeting, risk-neutral", one.hold),
    hike: of("probability", "of a target range above that in force after the meeting, risk-neutral", one.hike),
    ranges: {
      lowerBp: one.ranges.map(({ lowerBp }) => lowerBp),
      probability: one.ranges.map(({ probability }) => probability),
      ...curveProvenance(aboutPath("probability", "of each target range after the meeting, risk-neutral", asOf), curve, one.contracts.length),
    },
    contracts: one.contracts,
  };
}

function horizonOf(days: number, shown: RatePath, { curve, policy, asOf }: { curve: FuturesCurve; policy: Policy; asOf: Day }): Path["horizons"][number] {
  const end = toDay(dayNumber(asOf) + days);
  const last = pricedBy(shown, end);
  const about = aboutPath("bp", "sum of the changes priced up to the last meeting within the horizon", asOf);
  // A sum that stops before the last meeting of the horizon is not that of the horizon.
  const unsaid = policy.meetings.find(({ day, status }) => status === "upcoming" && day <= end && (!last || day > last.meeting));
  if (unsaid) return { days: horizonDays(days, asOf), meeting: null, cumulativeBp: unknown(about, `the meeting of ${unsaid.day} is not said`) };
  return {
    days: horizonDays(days, asOf),
    meeting: last?.meeting ?? null,
    cumulativeBp: impliedMeasure(about, curve, last?.cumulativeBp ?? null, last ?? undefined),
  };
}

function horizonDays(days: number, asOf: Day) {
  return chosen(days, "days", asOf, "a horizon from the day of the study", "fixed");
}
