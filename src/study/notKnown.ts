import { LEAST_CASES } from "../lag/index.ts";
import { BASES, type Day, dayNumber, fieldOf, heldMarket, type Markets, span, through, toDay } from "../market/index.ts";
import type { Group } from "./group.ts";
import { knownSeries, LEVEL_OF } from "./known.ts";
import type { Study } from "./schema.ts";

type NotKnown = Study["notKnown"][number];

/** What a reader might take for known and is not: markets, fields, records not yet confirmed, and what counts cannot say. */
export function notKnown(
  markets: Markets,
  group: Group,
  asOf: Day,
  { markets: rows, cases, catchUp, macro }: Pick<Study, "markets" | "cases" | "catchUp" | "macro">,
): NotKnown[] {
  const list: NotKnown[] = [];
  for (const { id, state, reason, record } of rows) {
    if (state === "unknown") list.push({ kind: "member", market: id, day: null, reason: reason ?? "no figures held" });
    list.push(...heldBack(markets, id, asOf));
    if (id === cases.leader || id === cases.laggard) list.push(...gaps(markets, id, group, asOf));
    if (state === "record") {
      list.push({ kind: "unconfirmedRecord", market: id, day: record.on ?? null, reason: "the figure is of the last session used" });
    }
    // What a bystander's other fields lack changes nothing that is said.
    if (id === cases.leader || id === cases.laggard) list.push(...shortFields(markets, id, group, asOf));
  }
  if (cases.laggard !== null && group.laggard === undefined) {
    list.push({
      kind: "chosenLaggard",
      market: cases.laggard,
      day: asOf,
      reason: "the group names no laggard: the member furthest below its record was taken",
    });
  }
  const open = cases.list.find(({ resolution }) => resolution === "open");
  if (open) list.push({ kind: "openCase", market: cases.laggard, day: open.onset, reason: "the case is open" });
  if (cases.cases.dropped.length > 0) {
    list.push({ kind: "missingDays", market: cases.laggard, day: null, reason: cases.cases.dropped.map(({ why }) => why).join("; ") });
  }
  const closed = (cases.catchUp.value ?? 0) + (cases.rollOver.value ?? 0);
  if (cases.cases.value !== null && closed < LEAST_CASES) {
    list.push({ kind: "fewCases", market: cases.laggard, day: null, reason: "fewer than five have ended" });
  }
  if (cases.cases.value !== null && closed > 0 && !catchUp.verdict.canBeSignificant) {
    list.push({ kind: "chance", market: cases.laggard, day: null, reason: "with so few, more catch-ups than the base could not be told from chance" });
  }
  return list.concat(macroParts(macro, asOf));
}

const MACRO_PARTS = {
  policy: "the target range",
  path: "the policy path that futures imply",
  sensitivity: "the response to the two-year yield",
  liquidity: "the liquidity of the Federal Reserve",
  bills: "the purchases of Treasury bills",
  earnings: "the growth of earnings",
} as const;

/** The parts of the macro picture that are not known. */
function macroParts(macro: Study["macro"], asOf: Day): NotKnown[] {
  return (Object.keys(MACRO_PARTS) as (keyof typeof MACRO_PARTS)[]).flatMap((part): NotKnown[] => {
    const { reason } = macro[part];
    // What has not begun is not unknown.
    if (part === "bills" && (macro.bills.plan === null || asOf < macro.bills.plan.start)) return [];
    return reason === undefined ? [] : [{ kind: "macro", market: null, day: null, reason: `${MACRO_PARTS[part]} (${reason})` }];
  });
}

/** The sessions of a market's calendar within its history that hold no value: a record on one of them is not seen. */
function gaps(markets: Markets, id: string, { definitions }: Group, asOf: Day): NotKnown[] {
  const { held } = knownSeries(markets, id, LEVEL_OF[definitions.basis], { asOf, staleAfter: definitions.staleAfter });
  if (!held) return [];
  const absent = [...held.sessions].filter((_, i) => Number.isNaN(held.values[i]));
  const last = absent.at(-1);
  if (last === undefined) return [];
  const many = absent.length === 1 ? "one session" : `${absent.length} sessions`;
  return [{ kind: "gaps", market: id, day: toDay(last), reason: `${many} of its calendar within the history held have no value` }];
}

/** The sessions since the last one used that are held and not used, with the reason: a reader may have seen them elsewhere. */
function heldBack(markets: Markets, id: string, asOf: Day): NotKnown[] {
  const market = heldMarket(markets, id);
  const close = market?.series.close;
  const last = close && through(close, dayNumber(asOf)).sessions.at(-1);
  const waiting =
    market?.heldBack?.filter(({ session, status }) => status === "quarantined" && session <= dayNumber(asOf) && (last === undefined || session > last)) ?? [];
  return waiting.map(({ session, reason }) => ({ kind: "heldBack", market: id, day: toDay(session), reason }));
}

/** Fields of a known market whose figures end before the others. */
function shortFields(markets: Markets, id: string, group: Group, asOf: Day): NotKnown[] {
  const { basis, staleAfter } = group.definitions;
  const main = knownSeries(markets, id, LEVEL_OF[basis], { asOf, staleAfter });
  const market = heldMarket(markets, id);
  if (!main.held || !market) return [];
  const last = main.held.sessions.at(-1)!;
  return BASES.flatMap((other): NotKnown[] => {
    const series = market.series[fieldOf(other)];
    const held = series && span(through(series, last));
    if (!held || held.to >= toDay(last)) return [];
    return [{ kind: "field", market: id, day: held.to, reason: `the ${other} figures held end there` }];
  });
}
