import { assembled, type Bars } from "../../market/index.ts";
import type { MarketBars, Universe } from "../../scan/universe.ts";
import { byId } from "../../scan/usable.ts";
import { type Described, knownMarkets, refText } from "../../sources/index.ts";
import { eachHeld, finalBars, type SeriesKey, type Sql, type Store } from "../../store/index.ts";
import { comparable, IMPORTED, type Subject } from "../subject.ts";
import { marketTarget } from "../targets.ts";
import type { Price } from "./price.ts";

/**
 * Every market of the store, each once, by the figures that a study of it would rest on: final bars, of the series that comes first, continued by
 * those that are comparable. What no list of markets names is a market of its own: "yahoo:SHOP", and what was imported by the name it was given.
 */
export async function storeUniverse(store: Store, { price }: { price: Price }): Promise<Universe> {
  return { name: "the store", markets: await store.read((sql) => marketsHeld(sql, price)) };
}

/** A series as a part of a market. */
interface Place {
  market: string;
  rank: number; // the lowest is shown first
  source: string;
}

async function marketsHeld(sql: Sql, price: Price): Promise<MarketBars[]> {
  const places = await placesOf(sql);
  const numbers = [...places.keys()];
  if (numbers.length === 0) return [];
  const several = new Map<string, number>();
  for (const { market } of places.values()) several.set(market, (several.get(market) ?? 0) + 1);
  const alone: MarketBars[] = [];
  const parts = new Map<string, (Place & { bars: Bars })[]>();
  const [first, last] = [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
  await eachHeld(sql, { first, last }, (held) => {
    const place = places.get(held.series);
    if (!place) return;
    const { sessions, columns } = finalBars(held);
    const closes = columns[price];
    if (!closes || sessions.length === 0) return;
    if (several.get(place.market) === 1) alone.push({ id: place.market, sessions, closes });
    else
      parts.set(place.market, [...(parts.get(place.market) ?? []), { ...place, bars: { sessions, columns: price === "close" ? { close: closes } : columns } }]);
  });
  const together = [...parts].flatMap(([id, held]): MarketBars[] => {
    const { bars, parts: used } = assembled(held.toSorted((a, b) => a.rank - b.rank));
    // Indices of two sources begin at different levels: only what is of one is a history.
    const closes = price === "close" || used.length === 1 ? bars.columns[price] : undefined;
    return closes ? [{ id, sessions: bars.sessions, closes }] : [];
  });
  return [...alone, ...together].sort(byId);
}

/** Of which market each series of the store is, by the number of the series; readings, and other clocks of a market, are none. */
async function placesOf(sql: Sql): Promise<Map<number, Place>> {
  const named = namedSeries();
  const found = await sql.rows("select series, source, symbol, unit, subject from series order by series");
  return new Map(
    found.flatMap(([series, source, symbol, unit, subject]): [number, Place][] => {
      const key: SeriesKey = { source: String(source), symbol: String(symbol) };
      const text = refText(key);
      if ((JSON.parse(String(subject)) as Subject).kind === "reading") return [];
      const own = named.get(text);
      if (!own) return [[Number(series), { market: key.source === IMPORTED ? key.symbol : text, rank: 0, source: text }]];
      const { instrument, rank } = own;
      const usable = instrument.kind === "index" || unit === instrument.currency;
      return usable && instrument.variantOf === undefined ? [[Number(series), { market: instrument.id, rank, source: text }]] : [];
    }),
  );
}

/** The series by which the markets are known that the program names, with their place in the order of preference. */
function namedSeries(): Map<string, { instrument: Described["instrument"]; rank: number }> {
  const named = new Map<string, { instrument: Described["instrument"]; rank: number }>();
  for (const described of knownMarkets()) {
    for (const [rank, ref] of comparable(marketTarget(described)).entries()) {
      const text = refText(ref);
      if (!named.has(text)) named.set(text, { instrument: described.instrument, rank });
    }
  }
  return named;
}
