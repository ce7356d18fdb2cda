import { BASES, type Day, fieldOf, type Markets, span, through, toDay } from "../market/index.ts";
import type { Group } from "./group.ts";
import { knownSeries } from "./known.ts";
import type { Study } from "./schema.ts";

type NotKnown = Study["notKnown"][number];

// Fewer closed cases than this carry no percentage and no adjective.
const ENOUGH_CASES = 5;

/** What a reader might take for known and is not: markets, fields, records not yet confirmed, and what counts cannot say. */
export function notKnown(markets: Markets, group: Group, asOf: Day, { markets: rows, cases }: Pick<Study, "markets" | "cases">): NotKnown[] {
  const list: NotKnown[] = [];
  for (const { id, state, reason, record } of rows) {
    if (state === "unknown") list.push({ kind: "member", market: id, day: null, reason: reason ?? "no figures held" });
    if (state === "record") {
      list.push({ kind: "unconfirmedRecord", market: id, day: record.on ?? null, reason: "set on the last session held, which no later session confirms yet" });
    }
    list.push(...shortFields(markets, id, group, asOf));
  }
  const open = cases.list.find(({ resolution }) => resolution === "open");
  if (open) list.push({ kind: "openCase", market: cases.laggard, day: open.onset, reason: "the case is open" });
  const closed = (cases.catchUp.value ?? 0) + (cases.rollOver.value ?? 0);
  if (cases.cases.value !== null && closed < ENOUGH_CASES) {
    list.push({ kind: "fewCases", market: cases.laggard, day: null, reason: "How such cases usually end: fewer than five have ended" });
  }
  if (closed > 0) {
    list.push({ kind: "chance", market: cases.laggard, day: null, reason: "Whether these endings differ from chance: the cases are counted here, not tested" });
  }
  return list;
}

/** Fields of a known market whose figures end before the others. */
function shortFields(markets: Markets, id: string, group: Group, asOf: Day): NotKnown[] {
  const { basis, staleAfter } = group.definitions;
  const main = knownSeries(markets, id, { basis, asOf, staleAfter });
  const market = markets[id];
  if (!main.series || !market) return [];
  const last = main.series.sessions.at(-1)!;
  return BASES.flatMap((other): NotKnown[] => {
    const series = market.series[fieldOf(other)];
    const held = series && span(through(series, last));
    if (!held || held.to >= toDay(last)) return [];
    return [{ kind: "field", market: id, day: held.to, reason: `the ${other} figures held end there` }];
  });
}
