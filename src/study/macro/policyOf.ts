import { type Day, dayNumber, type Measure, type Reading, toDay } from "../../market/index.ts";
import { FOMC_BEGINS, FOMC_SOURCES, type Meeting, meetingsAsOf, type RangeReadings, rangeAfter, type TargetRange } from "../../rates/index.ts";
import { isOver } from "../../rates/meetings.ts";
import type { Known } from "../known.ts";
import { type Description, measured, provenance, unknown } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { knownReading, PERCENT } from "./knownReading.ts";
import { orReason } from "./orReason.ts";
import type { Macro } from "./schema.ts";

// The range is said every day and the rate every business day: a longer silence is a gap.
const WITHIN = 7;
const A_YEAR = 366;
// Where the decisions of the table come from.
const TABLE = "Federal Reserve Board, FOMC calendars";
const EVERY = 5; // days between two values shown
const SHOWN = 731; // days

/** What was decided up to a day, the meetings known then, and the rate. */
export interface Policy {
  meetings: readonly Meeting[];
  range: TargetRange | null;
  effective: Known<Reading>;
  reason?: string; // why the readings of the target range cannot be used
}

/** Decisions and the rate as they were known; the target range of the readings stands for what the table lacks. */
export function policyKnown(macro: MacroFigures, asOf: Day): Policy {
  const [lower, upper] = [macro.readings.DFEDTARL, macro.readings.DFEDTARU];
  const range: RangeReadings | undefined = lower && upper && { lower, upper };
  const effective = knownReading(macro, ["EFFR", "DFF"], { asOf, within: WITHIN, possible: PERCENT });
  const found = orReason(() => meetingsAsOf(asOf, range));
  // Where table and readings contradict each other nobody knows which of them holds: the range is unknown.
  if ("reason" in found) return { meetings: meetingsAsOf(asOf), range: null, effective, reason: found.reason };
  return { meetings: found, range: rangeAfter(found) ?? beforeTable(found, asOf), effective };
}

/** The range that was in force before the first meeting of the table. */
function beforeTable(meetings: readonly Meeting[], asOf: Day): TargetRange | null {
  const begun = meetings.some(isOver);
  return begun || asOf < FOMC_BEGINS.cutOn ? null : { lower: FOMC_BEGINS.lower, upper: FOMC_BEGINS.upper };
}

/** The last meeting at which the rate was decided on; a vote on something else is none. */
function lastDecision(meetings: readonly Meeting[]): Meeting | undefined {
  return meetings.findLast((meeting) => isOver(meeting) && (meeting.kind === "scheduled" || meeting.changeBp !== 0));
}

/** Policy as measures. */
export function policyOf({ meetings, range, effective, reason }: Policy, macro: MacroFigures, asOf: Day): Macro["policy"] {
  const from = [macro.readings.DFEDTARL, macro.readings.DFEDTARU].flatMap((one) => one ?? []);
  const last = lastDecision(meetings);
  const end = (which: "lower" | "upper"): Measure => {
    const about = description("percent", `${which} limit of the target range of the federal funds rate after the last decision`, asOf);
    if (range) return decided(about, range[which], last?.decidedBy ?? "table", from, last?.day ?? FOMC_BEGINS.cutOn);
    return unknown(about, reason ?? (last ? `the decision of ${last.day} is not held` : "no decision is held of so early a day"));
  };
  const rate = description("percent", "effective federal funds rate, the last that was public at the close in New York", asOf);
  return {
    ...(reason === undefined ? {} : { reason }),
    lower: end("lower"),
    upper: end("upper"),
    effective: effective.held
      ? measured(rate, effective.held.values.at(-1)!, [effective.held], { on: toDay(effective.held.sessions.at(-1)!), n: 1 })
      : unknown(rate, effective.reason),
    meetings: meetings.filter(({ day }) => dayNumber(asOf) - dayNumber(day) <= A_YEAR).map((meeting) => meetingOf(meeting, from, asOf)),
    sources: [...FOMC_SOURCES],
    history: historyOf(effective, asOf),
  };
}

function historyOf({ held, reason }: Known<Reading>, asOf: Day): Macro["policy"]["history"] {
  const about = description("percent", "effective federal funds rate, two years back, every fifth day", asOf);
  if (!held) return { days: [], rate: [], ...provenance(about, []), reason };
  const last = held.sessions.length - 1;
  const shown = [...held.sessions.keys()].filter((i) => (last - i) % EVERY === 0 && held.sessions[last]! - held.sessions[i]! <= SHOWN);
  const rate = shown.map((i) => (Number.isNaN(held.values[i]) ? null : held.values[i]!));
  return { days: shown.map((i) => toDay(held.sessions[i]!)), rate, ...provenance(about, [held]), n: shown.length };
}

function meetingOf(
  { day, kind, status, changeBp, after, projections, decidedBy, note }: Meeting,
  from: readonly Reading[],
  asOf: Day,
): Macro["policy"]["meetings"][number] {
  const change = description("bp", "change of the target range decided", asOf);
  const upper = description("percent", "upper limit of the target range after the decision", asOf);
  const why = status === "upcoming" ? "it is still to come" : status === "cancelled" ? "it was cancelled" : "the decision is not held";
  return {
    day,
    kind,
    status,
    changeBp: changeBp === null ? unknown(change, why) : decided(change, changeBp, decidedBy, from, day),
    upper: after === null ? unknown(upper, why) : decided(upper, after.upper, decidedBy, from, day),
    projections,
    decidedBy,
    note,
  };
}

function description(unit: string, definition: string, asOf: Day): Description {
  return { unit, asOf, method: "meetingsAsOf", definition };
}

/** A number that comes from the table of decisions, or from the target range where the table lacks it. */
function decided(about: Description, value: number, by: Meeting["decidedBy"], from: readonly Reading[], on: Day | undefined): Measure {
  if (by === "targetRange") return measured(about, value, from, { on, n: 2 });
  return { value, ...(on === undefined ? {} : { on }), ...provenance(about, []), n: 1, from: on ?? null, to: on ?? null, sources: [TABLE] };
}
