import { type Day, dayNumber, type Measure, type Reading, toDay } from "../../market/index.ts";
import { type Changes, changesWithin, changesWithout, type Meeting, type MeetingDayMoves, meetingDayMoves, pairedChanges } from "../../rates/index.ts";
import { isOver } from "../../rates/meetings.ts";
import { type More, measured, unknown } from "../measures.ts";
import type { Macro } from "./schema.ts";
import type { Member } from "./sensitiveMember.ts";

/** How the members moved with the yield on the days of scheduled decisions, and how much more than on others, from the first decision held on. */
export function meetingDaysOf(
  members: readonly Member[],
  pair: { small: Member; large: Member } | undefined,
  { yields, meetings, asOf, level }: { yields: Reading; meetings: readonly Meeting[]; asOf: Day; level: number },
): Macro["sensitivity"]["meetingDays"] {
  const past = meetings.filter(isOver);
  const days = past.flatMap(({ day, kind }) => (kind === "scheduled" ? [day] : []));
  const surprises = past.flatMap(({ day, kind, changeBp }) => (kind === "unscheduled" && changeBp !== 0 ? [dayNumber(day)] : []));
  const own = (changes: Changes) => changesWithout(changesWithin(changes, { from: days[0] ?? asOf, to: null }), surprises);
  const say = (value: number, definition: string, { since, sessions }: Changes, of: readonly Member[], more: More): Measure => {
    const about = { unit: "ratio", asOf, method: "meetingDayMoves", definition };
    if (Number.isNaN(value)) return unknown(about, "too few decision days");
    return { ...measured(about, value, [...of.map(({ series }) => series), yields], more), from: toDay(since[0]!), to: toDay(sessions.at(-1)!) };
  };
  const slope = ({ n, slope: value, interval }: MeetingDayMoves, changes: Changes, what: string, of: readonly Member[]): Measure => {
    const definition = `log return of ${what} on the days of scheduled decisions for a two-year yield that is 10 basis points higher; interval for few days`;
    return say(value, definition, changes, of, { n, interval });
  };
  const difference = pair && own(pairedChanges(pair.small.changes, pair.large.changes).difference);
  return {
    markets: members.map((member) => {
      const changes = own(member.changes);
      const moves = meetingDayMoves({ changes, days, level });
      const { onDays, otherDays, without } = moves;
      return {
        market: member.market,
        slope: slope(moves, changes, member.market, [member]),
        moveOnDays: say(onDays.returns, "mean absolute log return on the days of scheduled decisions", changes, [member], { n: onDays.n }),
        moveOnOthers: say(otherDays.returns, "mean absolute log return on days without a decision", changes, [member], { n: otherDays.n }),
        without,
      };
    }),
    difference: difference ? slope(meetingDayMoves({ changes: difference, days, level }), difference, "small less large caps", [pair.small, pair.large]) : null,
  };
}
