import { align, type Day, dayNumber, sinceSession, toDay } from "../market/index.ts";
import type { Group } from "./group.ts";
import { type Description, measured, provenance } from "./measures.ts";
import type { MembersBelow } from "./membersBelow.ts";
import { rounded } from "./rounded.ts";
import type { Study } from "./schema.ts";
import { LEVEL_WORD, RECORD_WORD } from "./words.ts";

/** Distance from the record of every known member, session by session since `shownFrom`, on the sessions of the leader. */
export function underwaterOf({ members: known, reference }: MembersBelow, group: Group, asOf: Day, shownFrom: Day): Study["underwater"] {
  const { basis } = group.definitions;
  if (!reference) return { calendar: "unknown", sessions: [], columns: [] };
  const calendar = reference.instrument.calendar;
  const sessions = sinceSession(reference.level, dayNumber(shownFrom)).sessions;
  const columns = known.map(({ column }) => column);
  const { frame, dropped } = align({ calendar: `${reference.instrument.id} (${calendar})`, sessions }, columns);
  return {
    calendar,
    sessions: [...sessions].map(toDay),
    columns: frame.columns.map((column, k) => {
      const { level } = known[k]!;
      const own = dropped.filter(({ market }) => market === column.market);
      const distance: Description = {
        unit: "ratio",
        asOf,
        method: "drawdowns",
        definition: `${LEVEL_WORD[basis]} at ${column.clock} over the highest ${RECORD_WORD[basis]} so far on the market's own sessions, minus one, taken at the sessions of ${reference.instrument.id}, rounded to six decimals`,
      };
      const leftOut: Description = {
        unit: "sessions",
        asOf,
        method: "align",
        definition: `sessions of ${column.market} that are not in the chart, though counted for its records`,
      };
      return {
        market: column.market,
        clock: column.clock,
        values: Array.from(column.values, (value) => rounded(value)),
        ...provenance(distance, [level], own),
        leftOut: measured(
          leftOut,
          own.reduce((sum, { count }) => sum + count, 0),
          [level],
        ),
      };
    }),
  };
}
