import { type Day, quoted, type Series, toDay } from "../market/index.ts";
import { recordIndices } from "../num/index.ts";
import type { Definitions } from "./group.ts";
import { measured, unknown } from "./measures.ts";
import type { Pair } from "./pair.ts";
import type { Study } from "./schema.ts";

/** The levels that would end a case: above the laggard's record it catches up, at so much below the leader's record it rolls over. */
export function caseEnds(pair: Pair, { leaderFalls }: Pick<Definitions, "leaderFalls">, asOf: Day): Study["cases"]["ends"] {
  const catchUp = "a value of the laggard above this, its record, ends an open case in catch-up";
  const rollOver = "a value of the leader at this or below, so much below its record, ends an open case in roll-over";
  const one = (series: Series | undefined, definition: string, times: number) => {
    const description = { unit: series?.unit ?? "unknown", asOf, method: "divergences", definition };
    const at = series && recordIndices(series.values).at(-1);
    if (!series || at === undefined) return unknown(description, pair.reason ?? "no record held");
    return measured(description, quoted(series, series.values[at]!) * times, [series], { on: toDay(series.sessions[at]!) });
  };
  return {
    catchUpAbove: one(pair.known?.laggard.record, catchUp, 1),
    rollOverAt: one(pair.known?.leader.record, rollOver, 1 - leaderFalls),
  };
}
