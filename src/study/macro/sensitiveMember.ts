import { clockText, type Day, heldMarket, type Markets, type Reading, type Series } from "../../market/index.ts";
import { type Changes, changesTogether } from "../../rates/index.ts";
import type { Group } from "../group.ts";
import { everyClock, knownSeries } from "../known.ts";

/** One member's returns beside the changes of a yield. */
export interface Member {
  market: string; // "BTC"
  clock: string; // "16:00 New York"
  series: Series;
  changes: Changes;
}

/**
 * A member beside a yield, by the close that lies nearest to the yield's own hour: of a market that trades around the clock that of New York, where it is held.
 */
export function memberOf(markets: Markets, id: string, yields: Reading, group: Group, asOf: Day): Member | { market: string; reason: string } {
  const clocks = everyClock(markets, id);
  const nearest = clocks.find((one) => heldMarket(markets, one)?.instrument.calendar === "XNYS") ?? id;
  const known = knownSeries(markets, nearest, "close", { asOf, staleAfter: group.definitions.staleAfter });
  if (!known.held) return { market: id, reason: known.reason };
  const changes = changesTogether(known.held, yields);
  if (changes.sessions.length === 0) return { market: id, reason: `no day on which ${nearest} and ${yields.id} both hold a value` };
  return { market: id, clock: clockText(markets[nearest]!.instrument.close), series: known.held, changes: { ...changes, market: id } };
}
