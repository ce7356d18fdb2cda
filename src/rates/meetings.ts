import { type Day, dayNumber, Problem, type Reading, readingKnown, requireDay, toDay } from "../market/index.ts";
import { FOMC, FOMC_BEGINS, type FomcRow } from "./fomc.ts";

/** A range for the federal funds rate. */
export interface TargetRange {
  lower: number; // 3.5; percent
  upper: number; // 3.75; percent
}

/** A meeting of the Federal Open Market Committee, or a vote between two of them. */
export interface Meeting {
  day: Day; // "2025-12-10"; of the decision, at 14:00 New York as a rule
  kind: FomcRow["kind"]; // "scheduled"
  status: "decided" | "unknown" | "upcoming" | "cancelled"; // unknown = decided, and what is not held
  changeBp: number | null; // -25; null where it is not known
  after: TargetRange | null; // { lower: 3.5, upper: 3.75 }; null where it is not known
  effective: Day | null; // "2025-12-11"; of a change, the day after the decision
  projections: boolean; // whether a Summary of Economic Projections comes with it
  decidedBy: "table" | "targetRange" | null; // where the decision was taken from
  note: string | null;
}

/** The two ends of the target range, day by day (FRED: DFEDTARL and DFEDTARU). */
export interface RangeReadings {
  lower: Reading;
  upper: Reading;
}

/**
 * The meetings of the Federal Open Market Committee from 2015 to 2027 as they were known at the close of a day: decisions up to then, and
 * scheduled meetings of the two years to come. Of a meeting to come nothing is said; unscheduled ones and votes appear on their day.
 *
 * A decision that the table lacks is read from the target range where that is held beyond the meeting (`decidedBy` says so), and so is a
 * move at no meeting of the table. Where neither has it the status is `unknown`, and the range after it and all later ones null until
 * the target range says more. Schedules are taken as known two years ahead: when each was published is not recorded. A decision after the close of
 * New York, as that of Sunday 2020-03-15, is known from the next day on.
 *
 * @throws Problem (usage) when `asOf` is no day; Problem (data) when the two ends of the range are no range, or contradict the table
 *
 * @example
 * import { meetingsAsOf } from "lockstep/rates";
 * const meetings = meetingsAsOf("2025-12-11");
 * meetings.find(({ day }) => day === "2025-12-10")?.after; // => { lower: 3.5, upper: 3.75 }
 * meetings.find(({ day }) => day === "2026-01-28")?.status; // => "upcoming"
 */
export function meetingsAsOf(asOf: Day, range?: RangeReadings): Meeting[] {
  requireDay(asOf, "as of");
  const held = range && heldRange(range, asOf);
  const horizon = toDay(dayNumber(asOf) + LISTED);
  const rows = FOMC.filter(({ day, kind, publicOn = day }) => publicOn <= asOf || (kind === "scheduled" && day <= horizon)).concat(held ? unlisted(held) : []);
  rows.sort((a, b) => (a.day < b.day ? -1 : 1));
  let now: TargetRange | null = { lower: FOMC_BEGINS.lower, upper: FOMC_BEGINS.upper };
  return rows.map((row): Meeting => {
    const { day, changeBp } = row;
    if (row.cancelledOn !== undefined && row.cancelledOn <= asOf) return meetingOf(row, "cancelled", null, null, null);
    if (day > asOf) return meetingOf(row, "upcoming", null, null, null);
    const before: TargetRange | null = now ?? held?.(dayNumber(day)) ?? null;
    const seen = held?.(dayNumber(day) + 1) ?? null;
    const listed = typeof changeBp === "number";
    now = listed && before ? moved(before, changeBp) : seen;
    if (listed && now && seen && !sameRange(now, seen)) throw contradiction(day, now, seen, range!);
    const change = listed ? changeBp : before && now ? toBp(now.lower - before.lower) : null;
    return meetingOf(row, change === null ? "unknown" : "decided", change, now, listed ? "table" : "targetRange");
  });
}

/** Whether a meeting has been held, whether or not its decision is known. */
export function isOver({ status }: Pick<Meeting, "status">): boolean {
  return status === "decided" || status === "unknown";
}

function meetingOf(row: FomcRow, status: Meeting["status"], changeBp: number | null, after: TargetRange | null, by: Meeting["decidedBy"]): Meeting {
  const { day, kind } = row;
  return {
    day,
    kind,
    status,
    changeBp,
    after,
    effective: changeBp === null || changeBp === 0 ? null : toDay(dayNumber(day) + 1),
    projections: row.projections ?? false,
    decidedBy: changeBp === null ? null : by,
    // What is remarked of a meeting was decided there.
    note: status === "upcoming" ? null : (row.note ?? null),
  };
}

/**
 * The target range in force at the close of a day: that of the last decision. Null where a decision is not held.
 *
 * On the day of a decision it is the new one, though it takes effect on the day after.
 *
 * @param meetings as {@link meetingsAsOf} gives them for that day
 *
 * @example
 * import { meetingsAsOf, rangeAfter } from "lockstep/rates";
 * rangeAfter(meetingsAsOf("2025-12-10")); // => { lower: 3.5, upper: 3.75 }
 */
export function rangeAfter(meetings: readonly Meeting[]): TargetRange | null {
  return meetings.findLast(isOver)?.after ?? null;
}

/**
 * The days that a curve of futures is read by: every meeting that can move or has moved the rate, past ones too.
 *
 * @example
 * import { meetingDays, meetingsAsOf } from "lockstep/rates";
 * meetingDays(meetingsAsOf("2020-03-20")).filter((day) => day.startsWith("2020-03")); // => ["2020-03-03", "2020-03-15"]
 */
export function meetingDays(meetings: readonly Meeting[]): Day[] {
  return meetings.filter(({ kind, status, changeBp }) => status !== "cancelled" && (kind === "scheduled" || (changeBp ?? 0) !== 0)).map(({ day }) => day);
}

// Days for which a schedule is known ahead, about: when each was published is not recorded.
const LISTED = 730;

type HeldRange = ((day: number) => TargetRange | undefined) & { steps: readonly number[] };

/** The target range by day as it was public; undefined on a day that is not held. */
function heldRange({ lower, upper }: RangeReadings, asOf: Day): HeldRange {
  for (const { unit, id, source } of [lower, upper]) {
    if (unit !== "percent") throw new Problem("data", `expected ${id} in percent; received ${unit}`, source);
  }
  const [low, high] = [readingKnown(lower, asOf), readingKnown(upper, asOf)];
  const ends = new Map<number, TargetRange>();
  const tops = new Map([...high.sessions].map((day, i) => [day, high.values[i]!]));
  const steps: number[] = [];
  let before: TargetRange | undefined;
  for (const [i, day] of low.sessions.entries()) {
    const range = { lower: low.values[i]!, upper: tops.get(day) ?? Number.NaN };
    if (Number.isNaN(range.lower) || Number.isNaN(range.upper)) continue;
    if (range.lower >= range.upper) {
      throw new Problem("data", `expected ${lower.id} below ${upper.id}; received ${range.lower} and ${range.upper} on ${toDay(day)}`, lower.source);
    }
    // Over days that are not held a step tells no day.
    if (before && ends.has(day - 1) && !sameRange(before, range)) steps.push(day);
    before = range;
    ends.set(day, range);
  }
  return Object.assign((day: number) => ends.get(day), { steps });
}

/** Moves of the target range at no meeting of the table: taken as decided on the day before. */
function unlisted({ steps }: HeldRange): FomcRow[] {
  const explained = new Set(FOMC.flatMap(({ day, cancelledOn }) => (cancelledOn === undefined ? [dayNumber(day), dayNumber(day) + 1] : [])));
  const first = dayNumber(FOMC[0]!.day);
  return steps
    .filter((day) => day > first && !explained.has(day))
    .map((day) => ({ day: toDay(day - 1), kind: "unscheduled", note: "read from the target range; at no meeting of the table" }));
}

function moved({ lower, upper }: TargetRange, changeBp: number): TargetRange {
  return { lower: lower + changeBp / 100, upper: upper + changeBp / 100 };
}

function toBp(percentagePoints: number): number {
  return Math.round(percentagePoints * 100);
}

function sameRange(a: TargetRange, b: TargetRange): boolean {
  return toBp(a.lower - b.lower) === 0 && toBp(a.upper - b.upper) === 0;
}

function contradiction(day: Day, listed: TargetRange, seen: TargetRange, { lower }: RangeReadings): Problem {
  const said = (range: TargetRange) => `${range.lower} to ${range.upper}`;
  return new Problem("data", `expected a target range of ${said(listed)} after the decision of ${day}; received ${said(seen)}`, lower.source);
}
