import type { Day, Measure, Reading } from "../../market/index.ts";
import { type Changes, type Meeting, meetingDayMoves, pairedChanges } from "../../rates/index.ts";
import { type More, measured, unknown } from "../measures.ts";
import type { Macro } from "./schema.ts";
import type { Member } from "./sensitiveMember.ts";

/** How the members moved with the yield on the days of scheduled decisions, and how much more than on others. */
export function meetingDaysOf(
  members: readonly Member[],
  pair: { small: Member; large: Member } | undefined,
  { yields, meetings, asOf, level }: { yields: Reading; meetings: readonly Meeting[]; asOf: Day; level: number },
): Macro["sensitivity"]["meetingDays"] {
  const days = meetings.flatMap(({ day, kind, status }) => (kind === "scheduled" && (status === "decided" || status === "unknown") ? [day] : []));
  const say = (value: number, definition: string, of: readonly Member[], more: More): Measure => {
    const about = { unit: "ratio", asOf, method: "meetingDayMoves", definition };
    if (Number.isNaN(value)) return unknown(about, "too few decision days");
    return measured(about, value, [...of.map(({ series }) => series), yields], more);
  };
  const slope = (changes: Changes, what: string, of: readonly Member[]): Measure => {
    const { n, slope: value, interval } = meetingDayMoves({ changes, days, level });
    return say(
      value,
      `log return of ${what} on the days of scheduled decisions for a two-year yield that is 10 basis points higher; interval for few days`,
      of,
      {
        n,
        interval,
      },
    );
  };
  const found = members.map((member) => ({ member, moves: meetingDayMoves({ changes: member.changes, days, level }) }));
  return {
    markets: found.map(({ member, moves: { onDays, otherDays } }) => ({
      market: member.market,
      slope: slope(member.changes, member.market, [member]),
      moveOnDays: say(onDays.returns, "mean absolute log return on the days of scheduled decisions", [member], { n: onDays.n }),
      moveOnOthers: say(otherDays.returns, "mean absolute log return on all other days", [member], { n: otherDays.n }),
    })),
    difference: pair ? slope(pairedChanges(pair.small.changes, pair.large.changes).difference, "small less large caps", [pair.small, pair.large]) : null,
    without: [...new Set(found.flatMap(({ moves }) => moves.without))].sort(),
  };
}
