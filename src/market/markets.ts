import type { BarStatus } from "./bars.ts";
import type { Field } from "./field.ts";
import type { Instrument } from "./instrument.ts";
import type { Series } from "./series.ts";

/** A market with the figures held of it; a field that is absent is not held. */
export interface Market {
  instrument: Instrument;
  series: Readonly<Partial<Record<Field, Series>>>;
  /** Bars that are held and not used, ascending: sessions that are not over, and quarantined ones, with the reason. */
  heldBack?: readonly { session: number; status: BarStatus; reason: string }[];
}

/** Markets by id. */
export type Markets = Readonly<Record<string, Market>>;

/**
 * The market of an id, if figures of it are held: an own member only, so that no id finds what every object inherits.
 *
 * @example
 * import { heldMarket } from "lockstep/market";
 * heldMarket({}, "constructor"); // => undefined
 */
export function heldMarket(markets: Markets, id: string): Market | undefined {
  return Object.hasOwn(markets, id) ? markets[id] : undefined;
}
