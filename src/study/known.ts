import {
  type Basis,
  type Day,
  dayNumber,
  type Field,
  fieldOf,
  type Gauge,
  gaugeOf,
  gaugeThrough,
  heldMarket,
  type Markets,
  type Series,
  span,
  through,
} from "../market/index.ts";

/** Figures of one market up to a day, or why there are none to go by. */
export type Known<T> = { held: T; reason?: never } | { held?: never; reason: string };

/** From which day, and how old figures may be. */
export interface Look {
  asOf: Day;
  staleAfter: number; // days
}

const WORD: Readonly<Record<Field, string>> = { close: "close", high: "intraday", low: "low", totalReturn: "total-return" };

/** The field that is judged, by basis: an intraday record is one of the session's high, and the close is held against it. */
export const LEVEL_OF: Readonly<Record<Basis, Field>> = { close: "close", intraday: "close", "total-return": "totalReturn" };

/**
 * What was known of one field of a market on a day: its series up to then, or the reason why it is unknown.
 *
 * Figures that end long before the day say nothing about the day: after `staleAfter` days without one they are unknown.
 */
export function knownSeries(markets: Markets, id: string, field: Field, { asOf, staleAfter }: Look): Known<Series> {
  const market = heldMarket(markets, id);
  if (!market) return { reason: `no figures held of ${id}` };
  const held = market.series[field];
  const history = held && span(through(held, Number.POSITIVE_INFINITY));
  if (!held || !history) return { reason: `no ${WORD[field]} figures held of ${id}` };
  const series = through(held, dayNumber(asOf));
  const known = span(series);
  if (!known) return { reason: `the ${WORD[field]} history held of ${id} begins on ${history.from}` };
  if (dayNumber(asOf) - dayNumber(known.to) > staleAfter) return { reason: `the ${WORD[field]} figures held of ${id} end on ${known.to}` };
  if (known.from === known.to) return { reason: `the ${WORD[field]} history held of ${id} is a single session, ${known.to}` };
  return { held: series };
}

/**
 * What was known of a market on a day by a basis: the value judged and the one on which its records are kept.
 *
 * A crypto market pays nothing out: its close is its total return.
 */
export function knownGauge(markets: Markets, id: string, asked: Basis, look: Look): Known<Gauge> {
  const basis = asked === "total-return" && paysNothing(markets, id) ? "close" : asked;
  const level = knownSeries(markets, id, LEVEL_OF[basis], look);
  const record = knownSeries(markets, id, fieldOf(basis), look);
  if (!level.held) return level;
  if (!record.held) return record;
  const { series } = markets[id]!;
  return { held: gaugeThrough(gaugeOf(series[LEVEL_OF[basis]]!, series[fieldOf(basis)]), dayNumber(look.asOf)) };
}

/** The ids under which a market is held, one for each clock: its own first, then its variants'. */
export function everyClock(markets: Markets, id: string): string[] {
  return [id, ...Object.values(markets).flatMap(({ instrument }) => (instrument.variantOf === id ? [instrument.id] : []))];
}

function paysNothing(markets: Markets, id: string): boolean {
  const market = heldMarket(markets, id);
  return market?.instrument.kind === "crypto" && market.series.totalReturn === undefined;
}
