import { type Day, dayNumber, type Measure, type Reading, toDay } from "../../market/index.ts";
import { type Changes, changesWithin, type Meeting, meetingDayMoves, pairedChanges } from "../../rates/index.ts";
import { type More, measured, unknown } from "../measures.ts";
import type { Macro } from "./schema.ts";
import type { Member } from "./sensitiveMember.ts";

/** How the members moved with the yield on the days of scheduled decisions, and how much more than on others, from the first decision held on. */
export function meetingDaysOf(
  members: readonly Member[],
  pair: { small: Member; large: Member } | undefined,
  { yields, meetings, asOf, level }: { yields: Reading; meetings: readonly Meeting[]; asOf: Day; level: number },
): Macro["sensitivity"]["meetingDays"] {
  const past = meetings.filter(({ status }) => status === "decided" || status === "unknown");
  const days = past.flatMap(({ day, kind }) => (kind === "scheduled" ? [day] : []));
  const surprises = past.flatMap(({ day, kind, changeBp }) => (kind === "unscheduled" && changeBp !== 0 ? [dayNumber(day)] : []));
  const own = (changes: Changes) => withoutDays(changesWithin(changes, { from: days[0] ?? asOf, to: null }), surprises);
  const say = (value: number, definition: string, { since, sessions }: Changes, of: readonly Member[], more: More): Measure => {
    const about = { unit: "ratio", asOf, method: "meetingDayMoves", definition };
    if (Number.isNaN(value)) return unknown(about, "too few decision days");
    return { ...measured(about, value, [...of.map(({ series }) => series), yields], more), from: toDay(since[0]!), to: toDay(sessions.at(-1)!) };
  };
  const slope = (changes: Changes, what: string, of: readonly Member[]): Measure => {
    const { n, slope: value, interval } = meetingDayMoves({ changes, days, level });
    const definition = `log return of ${what} on the days of scheduled decisions for a two-year yield that is 10 basis points higher; interval for few days`;
    return say(value, definition, changes, of, { n, interval });
  };
  return {
    markets: members.map((member) => {
      const changes = own(member.changes);
      const { onDays, otherDays, without } = meetingDayMoves({ changes, days, level });
      return {
        market: member.market,
        slope: slope(changes, member.market, [member]),
        moveOnDays: say(onDays.returns, "mean absolute log return on the days of scheduled decisions", changes, [member], { n: onDays.n }),
        moveOnOthers: say(otherDays.returns, "mean absolute log return on days without a decision", changes, [member], { n: otherDays.n }),
        without,
      };
    }),
    difference: pair ? slope(own(pairedChanges(pair.small.changes, pair.large.changes).difference), "small less large caps", [pair.small, pair.large]) : null,
  };
}

/** Changes without those over which some day falls: an unscheduled decision is neither a scheduled one nor a day like others. */
function withoutDays(changes: Changes, days: readonly number[]): Changes {
  const { since, sessions } = changes;
  const kept = [...sessions.keys()].filter((k) => !days.some((day) => day > since[k]! && day <= sessions[k]!));
  const part = <T extends Int32Array | Float64Array>(values: T): T => values.filter((_, k) => keep.has(k)) as T;
  const keep = new Set(kept);
  return { ...changes, since: part(since), sessions: part(sessions), returns: part(changes.returns), changesBp: part(changes.changesBp) };
}
