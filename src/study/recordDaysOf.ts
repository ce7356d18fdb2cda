import { clockText, type Day, dayNumber, heldMarket, type Markets, toDay } from "../market/index.ts";
import type { Member } from "./catchUp/membersOf.ts";
import { measured } from "./measures.ts";
import { type Pair, sharedSpan } from "./pair.ts";
import type { Study } from "./schema.ts";

/** On which days each known member set a record, since both of the pair are held; where there is no pair, since `shownFrom`. */
export function recordDaysOf(
  members: readonly Member[],
  markets: Markets,
  pair: Pair,
  { asOf, shownFrom }: { asOf: Day; shownFrom: Day },
): Study["recordDays"] {
  const from = pair.known ? toDay(sharedSpan(pair.known).begun) : shownFrom;
  return {
    from,
    markets: members.map(({ id, gauge, records }) => {
      const days = records.filter((day) => day >= dayNumber(from));
      return {
        market: id,
        clock: clockText(heldMarket(markets, id)!.instrument.close),
        historyFrom: toDay(gauge.level.sessions[0]!),
        days: days.map(toDay),
        records: measured({ unit: "records", asOf, method: "recordHighs", definition: `records from ${from} on` }, days.length, [gauge.level]),
      };
    }),
  };
}
