import { type Day, dayNumber, type Measure, toDay } from "../../market/index.ts";
import {
  type FuturesCurve,
  type ImpliedMeeting,
  meetingDays,
  pathChange,
  pricedBy,
  type RatePath,
  RULES,
  type Rule,
  type RuleName,
  ratePath,
  realisedAverage,
} from "../../rates/index.ts";
import { chosen, type Description, provenance, unknown } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { orReason } from "./orReason.ts";
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
export function pathOf(macro: MacroFigures, policy: Policy, asOf: Day, named: RuleName = "tool"): Path {
  const say = (unit: string, definition: string): Description => ({ unit, asOf, method: "ratePath", definition });
  const rule = RULES[named];
  const none = (reason: string): Path => ({
    reason,
    curve: null,
    start: unknown(say("percent", "rate implied before the first meeting"), reason),
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
  if (!curve) {
    const before = macro.curves.findLast(({ day }) => day <= asOf);
    return none(before ? `the last prices of federal funds futures held are of ${before.day}` : "no prices of federal funds futures held");
  }
  const decided = policy.meetings.find(({ day, kind, status }) => day > curve.day && kind !== "notationVote" && (status === "decided" || status === "unknown"));
  if (decided) return none(`the prices held are of ${curve.day}, before the decision of ${decided.day}`);
  const path = pathFrom(macro, curve, policy, rule);
  if (typeof path === "string") return none(path);
  if (path.meetings.length === 0) return none(`no meeting to come lies within the months priced on ${curve.day}`);
  const { shown, left } = shownMeetings(path);
  const kept: RatePath = { ...path, meetings: shown };
  const from = (unit: string, definition: string, value: number | null, meeting?: ImpliedMeeting): Measure => {
    const about = say(unit, definition);
    if (value === null) return unknown(about, meeting?.reason ?? "an earlier meeting is not known");
    return { value, ...curveProvenance(about, curve, meeting?.contracts.length) };
  };
  return {
    curve: { day: curve.day, contracts: { value: Object.keys(curve.prices).length, ...curveProvenance(say("contracts", "months with a price"), curve) } },
    start: from("percent", "rate implied before the first meeting", path.meetings[0]?.start ?? null, path.meetings[0]),
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
    leftOut: left.map((one) => ({ day: one.meeting, reason: whyLeft(one) })),
    horizons: HORIZONS.map((days) => {
      const end = toDay(dayNumber(asOf) + days);
      const last = pricedBy(kept, end);
      // A sum that stops before the last meeting of the horizon is not that of the horizon.
      const unsaid = policy.meetings.find(({ day, status }) => status === "upcoming" && day <= end && (!last || day > last.meeting));
      const cumulativeBp = say("bp", "sum of the changes priced up to the last meeting within the horizon");
      return {
        days: chosen(days, "days", asOf, "a horizon from the day of the study", "fixed"),
        meeting: unsaid ? null : (last?.meeting ?? null),
        cumulativeBp: unsaid
          ? unknown(cumulativeBp, `the meeting of ${unsaid.day} is not said`)
          : from(cumulativeBp.unit, cumulativeBp.definition, last?.cumulativeBp ?? null, last),
      };
    }),
    before: BEFORE.map(({ ago, from: least, to: most }) => changeSince(macro, kept, curve, { ago, least, most }, say)),
  };
}

/**
 * The meetings of which the curve says enough, and those of which it does not. After one of these the odds of a target range are unknown: they are a chain of
 * all changes before. The rate and the sum of changes are not.
 */
function shownMeetings(path: RatePath): { shown: ImpliedMeeting[]; left: ImpliedMeeting[] } {
  const enough = ({ changeBp, leverage }: ImpliedMeeting) => changeBp !== null && leverage <= GREATEST_LEVERAGE;
  const broken = path.meetings.findIndex((one) => !enough(one));
  const shown = path.meetings.flatMap((one, k) => {
    if (!enough(one)) return [];
    if (broken < 0 || k < broken) return [one];
    const reason = `the odds hang on the meeting of ${path.meetings[broken]!.meeting}, which is left out`;
    return [{ ...one, ranges: [], cut: null, hold: null, hike: null, reason }];
  });
  return { shown, left: path.meetings.filter((one) => !enough(one)) };
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
  const before = pathFrom(macro, earlier, policyKnown(macro, earlier.day), now.rule);
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
function pathFrom(macro: MacroFigures, curve: FuturesCurve, { meetings, range, effective }: Policy, rule: Rule): RatePath | string {
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

/** The last curve that is between so many days older than a day. */
function curveWithin(curves: readonly FuturesCurve[], day: Day, least: number, most: number): FuturesCurve | undefined {
  return curves.findLast((curve) => {
    const age = dayNumber(day) - dayNumber(curve.day);
    return age >= least && age <= most && Object.keys(curve.prices).length > 0;
  });
}

function curveProvenance(about: Description, { day, prices, source }: FuturesCurve, contracts = Object.keys(prices).length): Omit<Measure, "value"> {
  return { ...provenance(about, []), n: contracts, from: day, to: day, sources: [source] };
}

function whyLeft({ reason, leverage, contracts }: ImpliedMeeting): string {
  if (reason !== undefined) return reason;
  return `no later month without a meeting is priced, so that the smallest step of a price would move the implied rate by ${Math.round(leverage)} steps (contracts ${contracts.join(", ")})`;
}
