import { type Basis, type Day, dayNumber, fieldOf, type Markets, type Series, span, through } from "../market/index.ts";

/** Figures of one market and field up to a day, or why there are none to go by. */
export type Known = { series: Series; reason?: never } | { series?: never; reason: string };

/**
 * What was known of a market on a day: its series up to then, or the reason why its state is unknown.
 *
 * Figures that end long before the day say nothing about the day: after `staleAfter` days without one the market is unknown.
 */
export function knownSeries(markets: Markets, id: string, { basis, asOf, staleAfter }: { basis: Basis; asOf: Day; staleAfter: number }): Known {
  const market = markets[id];
  if (!market) return { reason: `no figures held of ${id}` };
  const field = fieldOf(basis);
  const held = market.series[field];
  const history = held && span(through(held, Number.POSITIVE_INFINITY));
  if (!held || !history) return { reason: `no ${basis} figures held of ${id}` };
  const series = through(held, dayNumber(asOf));
  const known = span(series);
  if (!known) return { reason: `the ${basis} history held of ${id} begins on ${history.from}` };
  if (dayNumber(asOf) - dayNumber(known.to) > staleAfter) return { reason: `the ${basis} figures held of ${id} end on ${known.to}` };
  return { series };
}
