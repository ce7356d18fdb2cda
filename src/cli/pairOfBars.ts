import { existsSync } from "node:fs";
import { type Instrument, type Market, onCalendar, Problem, toSeries } from "../market/index.ts";
import type { MarketBars } from "../scan/universe.ts";
import { didYouMean, knownMarkets } from "../sources/case.ts";
import { type Group, groupSchema } from "../study/group.ts";

/** Two markets as a group, the leader first. */
export interface PairInput {
  group: Group;
  markets: Record<string, Market>;
}

/**
 * A group of two markets, whose first leads and whose second is asked about.
 *
 * @throws Problem (usage) when one of the ids is none that a group can hold, or both are the same
 */
export function pairGroup(leader: string, laggard: string): Group {
  if (leader === laggard) throw new Problem("usage", `expected two markets; received ${leader} twice`);
  const checked = groupSchema.safeParse({ name: `${leader} and ${laggard}`.slice(0, 80), leader, laggard, members: [leader, laggard] });
  if (checked.success) return checked.data;
  throw new Problem("usage", `expected two ids of markets, as IWM,BTC; received ${leader},${laggard} (${checked.error.issues[0]?.message ?? ""})`);
}

/**
 * Two markets of a universe as a study takes them. A market that the program knows by its id is what it is known as; another is taken for one
 * of an exchange, or, where it has sessions on weekends, for one that never closes.
 *
 * @param known whether ids are those that the program knows; in a file they are the file's own
 * @throws Problem (data) when the sessions of one do not ascend; Problem (usage) as {@link pairGroup}
 */
export function pairOfBars(leader: MarketBars, laggard: MarketBars, { source, known }: { source: string; known: boolean }): PairInput {
  const group = pairGroup(leader.id, laggard.id);
  return { group, markets: { [leader.id]: marketOf(leader, source, known), [laggard.id]: marketOf(laggard, source, known) } };
}

/** Whether the ids of a universe are those that the program knows: of a group or of the store, not of a file of prices. */
export function isOfKnown(where: string | undefined): boolean {
  return where === undefined || /\.ya?ml$/.test(where) || !existsSync(where);
}

/**
 * The bars of a market of a universe.
 *
 * @throws Problem (usage) when there is none, naming the nearest
 */
export function barsNamed(markets: readonly MarketBars[], name: string): MarketBars {
  const found = markets.find(({ id }) => id === name) ?? markets.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const ids = markets.map(({ id }) => id);
  throw new Problem("usage", `expected a market of the universe; received ${name}${didYouMean(name, ids)}`);
}

function marketOf(bars: MarketBars, source: string, known: boolean): Market {
  const instrument = (known ? knownMarkets().find((one) => one.instrument.id === bars.id)?.instrument : undefined) ?? instrumentOf(bars);
  const { id, currency, calendar, kind } = instrument;
  const unit = kind === "index" ? "index" : currency;
  const close = onCalendar(toSeries({ market: id, field: "close", unit, source, sessions: bars.sessions, values: bars.closes }), calendar);
  return { instrument, series: { close } };
}

function instrumentOf({ id, sessions }: MarketBars): Instrument {
  // 1970-01-01 was a Thursday.
  const always = sessions.some((session) => (((session + 3) % 7) + 7) % 7 > 4);
  return {
    id,
    name: id,
    description: id,
    ...(always
      ? { kind: "crypto", calendar: "24/7", close: { time: "24:00", zone: "UTC" } }
      : { kind: "stock", calendar: "XNYS", close: { time: "16:00", zone: "America/New_York" } }),
    currency: "USD",
    aliases: [],
  };
}
