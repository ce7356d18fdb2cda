import { align, type Column, clockText, type Day, dayNumber, type Markets, toDay } from "../market/index.ts";
import { lowerBound } from "../num/index.ts";
import { drawdown } from "../records/index.ts";
import type { Group } from "./group.ts";
import { knownSeries } from "./known.ts";
import { measured } from "./measures.ts";
import type { Study } from "./schema.ts";

/** Distance from the record of every known member, session by session since `showFrom`, on the sessions of the leader. */
export function underwaterOf(markets: Markets, group: Group, asOf: Day): Study["underwater"] {
  const { basis, staleAfter, showFrom } = group.definitions;
  const known = group.members.flatMap((id) => {
    const { series } = knownSeries(markets, id, { basis, asOf, staleAfter });
    const instrument = markets[id]?.instrument;
    return series && instrument ? [{ series, instrument }] : [];
  });
  const reference = known.find(({ instrument }) => instrument.id === group.leader) ?? known[0];
  if (!reference) return { calendar: "unknown", sessions: [], columns: [] };
  const calendar = reference.instrument.calendar;
  const sessions = reference.series.sessions.subarray(lowerBound(reference.series.sessions, dayNumber(showFrom)));
  // The running maximum is taken on each market's own sessions first: a record set on a weekend counts.
  const columns = known.map(({ series, instrument }): Column => {
    const { sessions, values } = drawdown(series);
    return { market: instrument.id, clock: clockText(instrument.close), sessions, values };
  });
  const { frame, dropped } = align({ calendar, sessions }, columns);
  return {
    calendar,
    sessions: [...sessions].map(toDay),
    columns: frame.columns.map((column, k) => {
      const {
        value: _,
        on: __,
        ...provenance
      } = measured(
        {
          unit: "ratio",
          asOf,
          method: "drawdown",
          definition: `${basis} over the highest ${basis} so far on the market's own sessions, minus one, taken at the sessions of ${calendar}, rounded to six decimals`,
        },
        0,
        [known[k]!.series],
        { dropped: dropped.filter(({ market }) => market === column.market) },
      );
      return { market: column.market, clock: column.clock, values: Array.from(column.values, rounded), ...provenance };
    }),
  };
}

// Six significant digits come in; more decimals would only make the file longer.
function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 1e6) / 1e6 + 0;
}
