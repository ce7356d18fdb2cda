import { concordanceIndex, filterTurningPoints, monthTurningPoints, phasesBetween, type TurningPoint } from "../../lockstep/index.ts";
import { type Day, toDay } from "../../market/index.ts";
import type { Say } from "./coincidenceOf.ts";
import type { Together } from "./schema.ts";
import type { SharedView } from "./sharedView.ts";

type Phases = Together["clocks"][number]["phases"][number];

// The values of Lunde and Timmermann's own study: a bull market is up 20 % from its trough, a bear market down 15 % from its peak.
const FILTER = { rise: 0.2, fall: 0.15 };

/** Bull and bear phases of both, by two datings, and how often they are in the same one. */
export function phasesOf(view: SharedView, { leader, laggard, asOf }: { leader: string; laggard: string; asOf: Day }, say: Say): Phases[] {
  const markets = [leader, laggard];
  const levels = [view.leader.level, view.laggard.level];
  const months = monthEnds(view.sessions, asOf);
  const byMonth = levels.map((level) => monthTurningPoints(months.map((at) => level[at]!)));
  const byFilter = levels.map((level) => filterTurningPoints(level, FILTER));
  const one = (dating: Phases["dating"], method: string, turns: TurningPoint[][], days: Int32Array, unit: "months" | "sessions"): Phases => {
    const [a, b] = turns.map((each) => phasesBetween(each, days.length)) as [Float64Array, Float64Array];
    const found = concordanceIndex({ a, b });
    const what =
      dating === "months"
        ? "bull and bear phases of month-end levels (Pagan and Sossounov)"
        : "phases between rises of 20 % and falls of 15 % (Lunde and Timmermann)";
    return {
      dating,
      index: say("ratio", "concordanceIndex", `share of ${unit} in the same phase: ${what}`, found.index),
      expected: say("ratio", "concordanceIndex", "the same if the phases were independent", found.expected),
      correlation: say("correlation", "concordanceIndex", "correlation of the two phases", found.correlation),
      pValue: say(
        "probability",
        "concordanceIndex",
        `share of all ${found.shifts} circular shifts with at least this index: one-sided, none left out`,
        found.shifts === 0 ? Number.NaN : found.pValue,
      ),
      independent: say("records", method, "how many of the shifts are worth as independent ones", found.shifts === 0 ? Number.NaN : found.effective),
      lastTurns: turns.flatMap((each, k) => {
        const last = each.at(-1);
        return last ? [{ market: markets[k]!, kind: last.kind, on: toDay(days[last.at]!), knownOn: toDay(days[last.knownAt]!) }] : [];
      }),
    };
  };
  const monthDays = Int32Array.from(months, (at) => view.sessions[at]!);
  return [one("months", "monthTurningPoints", byMonth, monthDays, "months"), one("filter", "filterTurningPoints", byFilter, view.sessions, "sessions")];
}

/** Positions of the last sessions of the months that were over on a day. */
function monthEnds(sessions: Int32Array, asOf: Day): number[] {
  const month = (at: number) => toDay(sessions[at]!).slice(0, 7);
  const now = asOf.slice(0, 7);
  return [...sessions.keys()].filter((at) => (at + 1 === sessions.length || month(at + 1) !== month(at)) && month(at) < now);
}
